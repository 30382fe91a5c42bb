"""What is said before an answer."""

from __future__ import annotations

from typing import Any

import pytest
from rasa_sdk import Tracker

from actions.opening import opened
from bot.knowledge import rule_base, texts
from bot.presentation.reply import Button, Reply

ANSWER = Reply("The answer.", (Button("Why?", "/ask_why"),))
DANISH, SWEDISH = "Hvem skal være mentor?", "Vem ska vara mentor?"
ILL = texts().say(rule_base().facts["psw_ill"].acknowledge["yes"])


def after(text: str | None, *told: str, language_told: object = None) -> tuple[list[str], dict[str, Any]]:
    """The lines of the reply to a message that told these facts, and the slots that were set."""
    slots = {"language_told": language_told}
    tracker = Tracker("anybody", slots, {"text": text}, [], False, None, {}, "action_listen")
    reply, events = opened(ANSWER, [(telling, "") for telling in told], tracker)
    assert reply.buttons == ANSWER.buttons
    return reply.text.split("\n"), {event["name"]: event["value"] for event in events}


@pytest.mark.parametrize("text", ["Who should be mentor?", "", None, "…", "/mentor_who"])
def test_before_most_answers_nothing_is_said(text: str | None) -> None:
    assert after(text) == (["The answer."], {})
    assert after(text, "mentor_named=no", "psw_ill=no") == (["The answer."], {})


@pytest.mark.parametrize(("text", "language"), [(DANISH, "da"), (SWEDISH, "sv")])
def test_that_answers_are_in_english_is_said_once_in_the_language_of_the_message(text: str, language: str) -> None:
    assert after(text) == ([texts().get(f"languages.{language}"), "The answer."], {"language_told": True})
    for other in (text, DANISH, SWEDISH):
        assert after(other, language_told=True) == (["The answer."], {})


def test_a_fact_that_worries_is_acknowledged_after_the_word_on_the_language() -> None:
    assert after("She is ill.", "psw_ill=yes") == ([ILL, "The answer."], {})
    assert after(DANISH, "mentor_named=no", "psw_ill=yes")[0] == [texts().get("languages.da"), ILL, "The answer."]
    assert after(DANISH, "psw_ill=yes", language_told=True)[0] == [ILL, "The answer."]


def test_a_fact_that_is_told_twice_is_acknowledged_once_and_one_that_is_taken_back_not_at_all() -> None:
    assert after("…", "psw_ill=yes", "psw_ill=yes")[0] == [ILL, "The answer."]
    assert after("…", "psw_ill=yes", "psw_ill=no")[0] == ["The answer."]


@pytest.mark.parametrize("telling", ["weather=fine", "psw_ill=maybe", "psw_ill", "", "=", "psw_ill=yes=no"])
def test_what_is_no_value_of_a_fact_is_not_acknowledged(telling: str) -> None:
    assert after("…", telling) == (["The answer."], {})
