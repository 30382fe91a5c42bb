"""Which question and which findings a message asks for."""

from __future__ import annotations

from typing import Any

import pytest
from rasa_sdk import Tracker

from actions.asked import findings, question_asked
from bot.knowledge import rule_base

KNOWN = "johansen_mentor_with_standing"


def tracker(*entities: dict[str, Any]) -> Tracker:
    message = {
        "text": "…",
        "intent": {"name": "mentor_who"},
        "entities": [{"entity": "finding", **e} for e in entities],
    }
    return Tracker("anybody", {}, message, [], False, None, {}, "action_listen")


def test_findings_are_told_apart_by_their_role() -> None:
    found = tracker({"value": KNOWN, "role": "asked"}, {"value": "lerbaek_mentor_could_not_teach", "role": "near"})
    assert findings(found, "asked") == [KNOWN]
    assert findings(found, "near") == ["lerbaek_mentor_could_not_teach"]


def test_a_message_without_entities_asks_for_none() -> None:
    assert findings(tracker(), "asked") == []


@pytest.mark.parametrize("value", ["no_such_finding", "", None, 7, {"a": 1}, "../secret"])
def test_what_is_no_finding_does_not_count(value: object) -> None:
    assert findings(tracker({"value": value, "role": "asked"}), "asked") == []


def test_the_likeliest_question_is_asked() -> None:
    first, second, *_ = rule_base().questions
    ranking = [{"name": "ask_why", "confidence": 0.4}, {"name": second, "confidence": 0.3}]
    message = {"text": "…", "intent": ranking[0], "intent_ranking": [*ranking, {"name": first, "confidence": 0.2}]}
    found = question_asked(Tracker("anybody", {}, message, [], False, None, {}, "action_listen"))
    assert found is not None
    assert (found.question, found.chance, found.other) == (second, 0.3, first)


def test_a_message_without_a_ranking_asks_no_question() -> None:
    assert question_asked(tracker()) is None
