"""Which questions were answered in a conversation."""

from __future__ import annotations

import pytest
from rasa_sdk import Tracker

from actions.earlier import MOST, answered_now
from bot.knowledge import rule_base

QUESTIONS = list(rule_base().questions)
LAST, BEFORE, FIRST = QUESTIONS[:3]


def remembered(question: str, *before: object) -> dict[str, object]:
    tracker = Tracker("anybody", {"earlier": list(before)}, {}, [], False, None, {}, None)
    return {each["name"]: each["value"] for each in answered_now(question, tracker)}


def test_what_is_answered_is_remembered_once_and_the_last_one_first() -> None:
    assert remembered(LAST) == {"answered": LAST, "earlier": [LAST]}
    assert remembered(LAST, BEFORE, LAST, FIRST)["earlier"] == [LAST, BEFORE, FIRST]


def test_no_more_is_remembered_than_a_talk_goes_back_to() -> None:
    assert remembered(LAST, *QUESTIONS[1:40])["earlier"] == QUESTIONS[:MOST]


@pytest.mark.parametrize("forged", ["x", 42, None, ["no_question", 7]])
def test_a_slot_that_holds_something_else_is_as_good_as_empty(forged: object) -> None:
    tracker = Tracker("anybody", {"earlier": forged}, {}, [], False, None, {}, None)
    assert answered_now(LAST, tracker)[1]["value"] == [LAST]
