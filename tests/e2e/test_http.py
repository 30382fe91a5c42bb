"""What the bot answers over its REST channel."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from html import unescape

import pytest

from bot.knowledge import rule_base, texts

from .knowledge import FUNDING, MENTOR, answers, apology, right_answer
from .running import PUBLIC_URL, Bot

pytestmark = pytest.mark.slow

COVERED = ("preparing staff", "the role", "supervision", "money")
TYPED = {
    MENTOR: "mentor_who",
    FUNDING: "funding_source",
    "How do we make the post permanent?": "funding_permanent",
    "Who should give the peer support worker supervision?": "supervision_who",
}


KNOWN = {"stage": "settled", "mentor_named": "yes", "supervision_arranged": "no"}


def names_what_is_covered(text: str) -> bool:
    return all(topic in text for topic in COVERED)


class TestFirstAnswer:
    def test_it_is_one_message_of_at_most_180_words_without_a_blank_line(self, bot: Bot, sender: str) -> None:
        replies = bot.say(sender, MENTOR)
        assert len(replies) == 1
        text = replies[0]["text"]
        assert len(text.split()) <= 180
        assert all(line.strip() for line in text.split("\n"))

    def test_it_gives_the_advice_that_the_rules_give_and_names_studies_and_themes(self, bot: Bot, sender: str) -> None:
        text = bot.ask(sender, MENTOR)
        assert text == right_answer("mentor_who")
        sources = text.split("\n")[-1]
        assert re.match(r"Sources: Johansen 2024, [^.]*theme 3[^.]*theme 2[^.]*\. Lerbæk 2024, [^.]*theme 3", sources)

    def test_an_answer_on_funding_says_that_lerbaek_says_nothing_on_it(self, bot: Bot, sender: str) -> None:
        assert "Lerbæk says nothing on who paid" in bot.ask(sender, FUNDING)

    def test_its_link_leads_to_the_evidence_behind_it(self, bot: Bot, sender: str) -> None:
        for follow_up in (MENTOR, "why?", "who says so?"):
            links = re.findall(rf"{PUBLIC_URL}/(evidence/(question|finding)/(\w+))", bot.ask(sender, follow_up))
            assert links
            for path, kind, key in links:
                page = bot.request("GET", f"/{path}")
                known = rule_base().questions[key].asks if kind == "question" else rule_base().findings[key].says
                assert page.status == 200 and known["en"] in unescape(page.text)

    @pytest.mark.parametrize("message", ["What is the weather in Paris tomorrow?", "Write me a poem about ferries."])
    def test_outside_its_topics_it_declines_plainly_and_names_what_it_covers(
        self, bot: Bot, sender: str, message: str
    ) -> None:
        text = bot.ask(sender, message)
        assert text.startswith("That is outside what I cover")
        assert names_what_is_covered(text)


FOLLOW_UPS = {
    "Why?": ("why?", "Why I say this:"),
    "Sources": ("who says so?", "Sources of this answer:"),
    "Pitfalls": ("what are the pitfalls?", "Pitfalls others met"),
    "Checklist": ("give me a checklist", "Checklist"),
    "Related questions": ("any related questions?", "Questions close to this one:"),
}


class TestFollowUps:
    @pytest.mark.parametrize("title", FOLLOW_UPS)
    def test_a_follow_up_says_the_same_in_words_and_by_button(self, bot: Bot, sender: str, title: str) -> None:
        words, beginning = FOLLOW_UPS[title]
        [reply] = bot.say(sender, MENTOR)
        [payload] = [button["payload"] for button in reply["buttons"] if button["title"] == title]
        text = bot.ask(sender, words)
        assert text.startswith(beginning)
        assert bot.ask(sender, payload) == text

    def test_who_says_so_cites_the_studies_with_their_dois(self, bot: Bot, sender: str) -> None:
        bot.ask(sender, MENTOR)
        text = bot.ask(sender, "who says so?")
        assert f"https://doi.org/{rule_base().studies['johansen'].doi}" in text
        assert "https://doi.org/10.1111/inm.13349" in text

    def test_a_button_asks_about_its_own_answer_after_another_question(self, bot: Bot, sender: str) -> None:
        [about_mentors] = bot.say(sender, MENTOR)
        [about_funding] = bot.say(sender, FUNDING)
        why_mentors, why_funding = about_mentors["buttons"][0]["payload"], about_funding["buttons"][0]["payload"]
        assert "Johansen 2024, theme 3" in bot.ask(sender, why_mentors)
        assert "Grim 2022" in bot.ask(sender, why_funding)

    def test_in_words_it_is_about_the_answer_of_the_button_pressed_last(self, bot: Bot, sender: str) -> None:
        bot.ask(sender, MENTOR)
        bot.ask(sender, FUNDING)
        bot.ask(sender, '/ask_why{"question": "mentor_who"}')
        assert "(Mentors)" in bot.ask(sender, "what are the pitfalls?")

    @pytest.mark.parametrize("words", ["why?", "who says so?", "give me a checklist", "/ask_why"])
    def test_before_any_answer_it_says_that_there_is_nothing_to_go_back_to(
        self, bot: Bot, sender: str, words: str
    ) -> None:
        assert bot.ask(sender, words) == texts().get("follow_ups.nothing_yet")

    def test_start_over_forgets_the_last_answer(self, bot: Bot, sender: str) -> None:
        bot.ask(sender, MENTOR)
        bot.ask(sender, "start over")
        assert bot.ask(sender, "why?") == texts().get("follow_ups.nothing_yet")

    def test_two_senders_do_not_mix(self, bot: Bot, sender: str) -> None:
        one, other = f"{sender}-one", f"{sender}-other"
        bot.ask(one, MENTOR)
        bot.ask(other, FUNDING)
        assert "(Mentors)" in bot.ask(one, "give me a checklist")
        assert "Grim 2022" in bot.ask(other, "why?")
        assert "10.1111/inm.13349" in bot.ask(one, "who says so?")


class TestSituation:
    TOLD = "Our peer started three months ago. She has a mentor. She has no supervision."

    def test_a_described_situation_is_answered_with_what_it_calls_for_and_nothing_that_is_in_place(
        self, bot: Bot, sender: str
    ) -> None:
        text = bot.ask(sender, self.TOLD)
        told, first = text.split("\n")[:2]
        assert all(rule_base().facts[fact].said[value]["en"] in told for fact, value in KNOWN.items())
        assert first.startswith("1. ") and "supervision" in first
        assert "naming a colleague" not in text and len(text.split()) <= 320

    def test_why_what_first_and_sources_are_about_the_situation(self, bot: Bot, sender: str) -> None:
        bot.ask(sender, self.TOLD)
        assert "the PSW has no supervision yet" in bot.ask(sender, "why?")
        assert "supervision" in bot.ask(sender, "what should I do first?").split("\n")[1]
        assert "Grim" in bot.ask(sender, "who says so?")

    def test_what_was_told_is_shown_with_its_words_corrected_forgotten_and_cleared(self, bot: Bot, sender: str) -> None:
        bot.ask(sender, self.TOLD)
        shown = bot.ask(sender, "what do you know about my situation?")
        assert "the PSW has no supervision yet (“She has no supervision.”)" in shown
        bot.ask(sender, "No, she has supervision from outside.")
        assert "the PSW has supervision" in bot.ask(sender, "what do you know about my situation?")
        assert "a mentor has been named" not in bot.ask(sender, '/forget_fact{"fact": "mentor_named"}')
        bot.ask(sender, "start over")
        assert bot.ask(sender, "what do you know about my situation?") == texts().get("situation.nothing_known")

    def test_an_answer_leaves_out_what_is_in_place(self, bot: Bot, sender: str) -> None:
        bot.ask(sender, self.TOLD)
        assert bot.ask(sender, "Does a PSW need a mentor?") != right_answer("mentor_usual")
        assert "If no mentor" not in bot.ask(sender, "Does a PSW need a mentor?")

    def test_two_questions_in_one_message_are_both_answered(self, bot: Bot, sender: str) -> None:
        text = bot.ask(sender, "Does a new PSW need a mentor? And what happens when the project ends?")
        assert (
            answers(text.split("\nYou also ask")[0], "mentor_usual") and "What happens when the project ends?" in text
        )

    def test_danish_is_answered_and_told_once_that_answers_are_in_english(self, bot: Bot, sender: str) -> None:
        first, second = (bot.ask(sender, "Hvem skal være mentor for vores peer?") for _ in range(2))
        assert first.startswith(texts().get("languages.da")) and not second.startswith(texts().get("languages.da"))


class TestLongConversation:
    """Sixty turns, of which only the first few and the last few are about anything."""

    BETWEEN = ("hello", "thank you", "are you a person?", "what is the weather like?", "you do not help me")

    def talk_of_nothing(self, bot: Bot, sender: str, turns: int) -> None:
        for number in range(turns):
            assert bot.ask(sender, self.BETWEEN[number % len(self.BETWEEN)]) != apology()

    def test_a_follow_up_is_about_the_answer_of_sixty_turns_ago(self, bot: Bot, sender: str) -> None:
        bot.ask(sender, FUNDING)
        bot.ask(sender, MENTOR)
        at_once = bot.ask(sender, "why?")
        self.talk_of_nothing(bot, sender, 60)
        assert bot.ask(sender, "why?") == at_once
        assert "(Mentors)" in bot.ask(sender, "give me a checklist")

    def test_what_was_told_is_known_sixty_turns_later(self, bot: Bot, sender: str) -> None:
        bot.ask(sender, TestSituation.TOLD)
        shown = bot.ask(sender, "what do you know about my situation?")
        assert "(“She has no supervision.”)" in shown
        self.talk_of_nothing(bot, sender, 60)
        assert bot.ask(sender, "what do you know about my situation?") == shown
        assert "If no mentor" not in bot.ask(sender, "Does a PSW need a mentor?")

    def test_what_was_said_once_is_not_said_again(self, bot: Bot, sender: str) -> None:
        """Neither that answers are in English, nor an example that was told."""
        danish = "Hvem skal være mentor for vores peer?"
        assert bot.ask(sender, danish).startswith(texts().get("languages.da"))
        example = bot.ask(sender, "can you give me an example?")
        self.talk_of_nothing(bot, sender, 60)
        assert bot.ask(sender, "can you give me an example?") != example
        assert not bot.ask(sender, danish).startswith(texts().get("languages.da"))


def is_right_or_asks_back(text: str) -> bool:
    return text == right_answer("mentor_who") or "I am not sure" in text or names_what_is_covered(text)


def is_about_mentors(text: str) -> bool:
    return "\nSources: " in text and "mentor" in text


ODD_MESSAGES: dict[str, tuple[str, Callable[[str], bool]]] = {
    "empty": ("", lambda text: text == texts().get("problems.empty")),
    "white space": (" \t\n\u00a0 ", lambda text: text == texts().get("problems.empty")),
    "slashes only": ("///", lambda text: text == texts().get("problems.empty")),
    "10,000 characters": ("a" * 10_000, lambda text: "more than I can read at once (4000 characters)" in text),
    "intent with an entity": ('/affirm{"a":"b"}', names_what_is_covered),
    "intent of Rasa": ("/restart", lambda text: bool(text)),
    "button about a question that does not exist": ('/ask_why{"question": "mentor_xyz"}', lambda text: bool(text)),
    "emoji": ("😀👩🏽‍⚕️", names_what_is_covered),
    "markup": ("<img src=x onerror=alert(1)>", names_what_is_covered),
    "NUL": ("\x00", names_what_is_covered),
    "NUL within a question": ("who should mentor\x00 our new peer worker?", is_about_mentors),
    "half a surrogate pair": ("\ud800 who should mentor our new peer worker?", is_about_mentors),
    "right to left": ("\u202eמי צריך להיות המנטור?", is_right_or_asks_back),
    "line breaks": ("who should\n\nmentor our\r\nnew peer worker?", is_about_mentors),
}


class TestOddMessages:
    @pytest.mark.parametrize("kind", ODD_MESSAGES)
    def test_an_odd_message_gets_a_fitting_text(self, bot: Bot, sender: str, kind: str) -> None:
        message, fits = ODD_MESSAGES[kind]
        text = bot.ask(sender, message)
        assert fits(text), text
        assert text != apology()

    @pytest.mark.parametrize("kind", ODD_MESSAGES)
    def test_after_an_odd_message_a_question_is_answered_as_ever(self, bot: Bot, sender: str, kind: str) -> None:
        bot.ask(sender, ODD_MESSAGES[kind][0])
        assert bot.ask(sender, MENTOR) == right_answer("mentor_who")


REFUSED = {
    "nothing": b"",
    "half an object": b'{"sender": "a"',
    "null": b"null",
    "a list": b"[]",
    "a number": b"42",
    "a number of 5,000 digits": b"9" * 5000,
    "nesting without end": b"[" * 50_000,
    "bytes that are no text": b"\xff\xfe\x00",
    "an empty object": b"{}",
    "no message": b'{"sender": "a"}',
    "message null": b'{"sender": "a", "message": null}',
    "message a list": b'{"sender": "a", "message": ["x"]}',
    "message not a number": b'{"sender": "a", "message": NaN}',
    "no sender": b'{"message": "hello"}',
    "sender empty": b'{"sender": "", "message": "hello"}',
    "sender a number": b'{"sender": 5, "message": "hello"}',
    "sender of 300 characters": b'{"sender": "' + b"a" * 300 + b'", "message": "hello"}',
}


class TestOddRequests:
    @pytest.mark.parametrize("kind", REFUSED)
    def test_a_body_that_is_no_message_is_refused_with_a_reason(self, bot: Bot, kind: str) -> None:
        answer = bot.post(REFUSED[kind])
        assert answer.status == 400
        assert "sender" in json.loads(answer.text)["error"] or "message" in json.loads(answer.text)["error"]

    def test_a_body_beyond_all_size_is_refused(self, bot: Bot) -> None:
        assert bot.post(b'{"sender": "a", "message": "' + b"a" * 200_000 + b'"}').status == 413

    def test_fields_beyond_sender_and_message_change_nothing(self, bot: Bot, sender: str) -> None:
        body = {"sender": sender, "message": MENTOR, "metadata": {"a": []}, "input_channel": "x", "parse_data": 1}
        [reply] = bot.post(json.dumps(body).encode()).replies
        assert reply["text"] == right_answer("mentor_who")


def test_forty_messages_at_once_are_all_answered_rightly(bot: Bot, sender: str) -> None:
    """Each of ten people asks each of four questions, all at the same time."""
    asked = [(f"{sender}-{number}", question) for number in range(10) for question in TYPED]
    with ThreadPoolExecutor(len(asked)) as pool:
        said = list(pool.map(lambda each: bot.ask(*each), asked))
    assert [
        question for (_, question), text in zip(asked, said, strict=True) if not answers(text, TYPED[question])
    ] == []


RASAS_OWN = (
    "GET /status",
    "GET /version",
    "GET /domain",
    "GET /conversations/{sender}/tracker",
    "GET /conversations/{sender}/story",
    "POST /conversations/{sender}/messages",
    "POST /conversations/{sender}/trigger_intent",
    "POST /model/parse",
    "POST /model/train",
    "PUT /model",
    "DELETE /model",
    "POST /webhooks/callback/webhook",
)


@pytest.mark.parametrize("route", RASAS_OWN)
def test_the_http_api_of_rasa_is_not_served(bot: Bot, sender: str, route: str) -> None:
    """Otherwise anybody could read conversations or load another model."""
    bot.ask(sender, MENTOR)
    method, path = route.format(sender=sender).split()
    assert bot.request(method, path, b"{}").status == 404
