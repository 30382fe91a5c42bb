"""Which question and which findings a message asks for."""

from __future__ import annotations

from typing import Any

import pytest
from rasa_sdk import Tracker

from actions.asked import findings, question_asked
from bot.knowledge import rule_base
from bot.reasoning.concerns import assess, closest_question
from bot.reasoning.meant import RELATED

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


# The question, in the light of what was answered last

SITUATION = {"mentor_named": ["no", "no mentor yet"], "staff_attitude": ["divided", "half of them grumble"]}
CLOSEST = closest_question(assess(rule_base(), {"mentor_named": "no", "staff_attitude": "divided"}), rule_base())


def asked(answered: object, situation: object = None, text: str = "who would do it?") -> str | None:
    """The question meant by a message that comes a little closer to another one than to one related to the closest."""
    assert CLOSEST is not None
    near = rule_base().questions[CLOSEST]
    far = next(
        key for key, each in rule_base().questions.items() if each.topic != near.topic and key not in near.related
    )
    ranking = [{"name": far, "confidence": 0.2}, {"name": near.related[0], "confidence": 0.21 / RELATED}]
    message = {"text": text, "entities": [], "intent": ranking[0], "intent_ranking": ranking}
    slots = {"answered": answered, "situation": situation}
    found = question_asked(Tracker("anybody", slots, message, [], False, None, {}, "action_listen"))
    assert found is not None
    return "near" if found.question == near.related[0] else "far"


def test_a_short_question_leans_on_the_question_answered_last() -> None:
    assert asked(CLOSEST) == "near"
    assert asked(None) == "far"


def test_after_a_situation_a_short_question_leans_on_the_question_closest_to_it() -> None:
    assert asked("describe_situation", SITUATION) == "near"
    assert asked("describe_situation", SITUATION, text=" ".join(["word"] * 30)) == "far"


def test_a_situation_that_was_not_answered_last_is_nothing_to_lean_on() -> None:
    assert asked(None, SITUATION) == "far"


@pytest.mark.parametrize("situation", [None, {}, {"weather": ["fine", "x"]}])
def test_a_situation_that_calls_for_nothing_is_nothing_to_lean_on(situation: object) -> None:
    assert asked("describe_situation", situation) == "far"


@pytest.mark.parametrize("answered", ["no_such_question", "", 42, ["mentor_who"]])
def test_a_slot_that_holds_no_question_does_no_harm(answered: object) -> None:
    assert asked(answered, SITUATION) == "far"


def test_a_message_without_a_ranking_asks_no_question() -> None:
    assert question_asked(tracker()) is None
