"""The reply to somebody who wants something to take away."""

from __future__ import annotations

from bot.knowledge import rule_base, texts
from bot.presentation.follow_ups import question_buttons
from bot.presentation.reply import Button, Offer, Reply
from bot.presentation.take_away import take_away

BASE, TEXTS = rule_base(), texts()
PLAN = Offer("plan", "Plan for peer support", own_words=True)
CHECK, SHEET = Offer("readiness", "Readiness check"), Offer("staff_questions", "Questions for the staff")
ADVERT, MEETING = (Offer(key, TEXTS.say(BASE.templates[key].title)) for key in ("advert", "staff_meeting"))
HOW = TEXTS.get("take_away.how")
TEMPLATES = tuple(
    Button(TEXTS.say(template.title), f'/take_away{{"document": "{template.id}"}}')
    for template in BASE.templates.values()
)


def test_a_template_comes_with_what_it_is_for_and_questions_close_to_it() -> None:
    template = BASE.templates["advert"]
    reply = take_away([ADVERT], [], BASE, TEXTS)
    assert reply.text == f"{TEXTS.say(template.title)}: {TEXTS.say(template.lead)}\n{HOW}"
    assert reply.buttons == question_buttons(template.questions, BASE, TEXTS)
    assert reply.documents == (ADVERT,)


def test_the_plan_and_what_a_check_came_to_come_with_what_is_in_them_and_a_button_for_each_template() -> None:
    reply = take_away([PLAN, CHECK, SHEET], [], BASE, TEXTS)
    plan, check, sheet, how = reply.text.split("\n")
    assert plan.startswith("Plan for peer support: what I know of your situation")
    assert check.startswith("Readiness check: how each component stands")
    assert sheet.startswith("Questions for the staff: half a page")
    assert (how, reply.buttons, reply.documents) == (HOW, TEMPLATES, (PLAN, CHECK, SHEET))


def test_where_nothing_is_known_the_reply_says_what_is_needed_and_hands_out_nothing() -> None:
    for name in ("plan", "readiness"):
        assert take_away([], [name], BASE, TEXTS) == Reply(TEXTS.get(f"take_away.lacking.{name}"), TEMPLATES)


def test_several_documents_come_in_the_order_in_which_they_are_named() -> None:
    reply = take_away([MEETING, ADVERT, PLAN], [], BASE, TEXTS)
    assert [line.split(":")[0] for line in reply.text.split("\n")[:3]] == [MEETING.title, ADVERT.title, PLAN.title]
    assert reply.documents == (MEETING, ADVERT, PLAN)
    assert reply.buttons == question_buttons(BASE.templates["staff_meeting"].questions, BASE, TEXTS)


def test_what_is_lacking_is_said_beside_what_can_be_had() -> None:
    reply = take_away([ADVERT], ["plan"], BASE, TEXTS)
    assert reply.documents == (ADVERT,)
    assert reply.text.split("\n")[1:] == [TEXTS.get("take_away.lacking.plan"), HOW]


def test_the_reply_on_each_template_stays_short() -> None:
    for template in BASE.templates.values():
        assert take_away([Offer(template.id, "…")], [], BASE, TEXTS).words() <= 80
