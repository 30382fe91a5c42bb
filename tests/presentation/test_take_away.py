"""The reply to somebody who wants something to take away."""

from __future__ import annotations

from bot.knowledge import rule_base, texts
from bot.presentation.follow_ups import question_buttons
from bot.presentation.reply import Button, Offer, Reply
from bot.presentation.take_away import take_away

BASE, TEXTS = rule_base(), texts()
PLAN = Offer("plan", "Plan for peer support", own_words=True)
ADVERT, MEETING = (Offer(key, TEXTS.say(BASE.templates[key].title)) for key in ("advert", "staff_meeting"))
HOW = TEXTS.get("take_away.how")
TEMPLATES = tuple(
    Button(TEXTS.say(template.title), f'/take_away{{"document": "{template.id}"}}')
    for template in BASE.templates.values()
)


def test_a_template_comes_with_what_it_is_for_and_questions_close_to_it() -> None:
    template = BASE.templates["advert"]
    reply = take_away([ADVERT], BASE, TEXTS, something_known=False)
    assert reply.text == f"{TEXTS.say(template.title)}: {TEXTS.say(template.lead)}\n{HOW}"
    assert reply.buttons == question_buttons(template.questions, BASE, TEXTS)
    assert reply.documents == (ADVERT,)


def test_the_plan_comes_with_what_is_in_it_and_a_button_for_each_template() -> None:
    reply = take_away([PLAN], BASE, TEXTS, something_known=True)
    assert reply == Reply(f"{TEXTS.get('take_away.plan')}\n{HOW}", TEMPLATES, documents=(PLAN,))


def test_where_nothing_is_known_the_reply_says_what_a_plan_needs_and_hands_out_nothing() -> None:
    reply = take_away([PLAN], BASE, TEXTS, something_known=False)
    assert reply == Reply(TEXTS.get("take_away.nothing_known"), TEMPLATES)


def test_several_documents_come_in_the_order_in_which_they_are_named() -> None:
    reply = take_away([MEETING, ADVERT, PLAN], BASE, TEXTS, something_known=True)
    first, second, third, how = reply.text.split("\n")
    assert first.startswith(MEETING.title) and second.startswith(ADVERT.title)
    assert (third, how) == (TEXTS.get("take_away.plan"), HOW)
    assert reply.documents == (MEETING, ADVERT, PLAN)
    assert reply.buttons == question_buttons(BASE.templates["staff_meeting"].questions, BASE, TEXTS)


def test_a_plan_without_anything_known_is_left_out_beside_a_template() -> None:
    reply = take_away([ADVERT, PLAN], BASE, TEXTS, something_known=False)
    assert reply.documents == (ADVERT,)
    assert TEXTS.get("take_away.nothing_known") in reply.text


def test_no_reply_holds_a_ready_made_clause_and_each_stays_short() -> None:
    for template in BASE.templates.values():
        reply = take_away([Offer(template.id, "…")], BASE, TEXTS, something_known=False)
        assert reply.words() <= 80
