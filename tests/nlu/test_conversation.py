"""What a message means in its conversation."""

from __future__ import annotations

import numpy as np
import pytest
from rasa.shared.core.events import SlotSet
from rasa.shared.core.slots import AnySlot
from rasa.shared.core.trackers import DialogueStateTracker

from bot.knowledge import rule_base
from bot.nlu.conversation import (
    AFTER_AN_ANSWER,
    IN_A_CHECK,
    OUT_OF_PLACE,
    SHORT,
    in_place,
    leant,
    out_of_place,
    question_before,
    taken_for,
)
from bot.nlu.facts_stated import DESCRIPTION
from bot.reasoning.concerns import assess, closest_question

SITUATION = {"mentor_named": ["no", "no mentor yet"], "staff_attitude": ["divided", "half of them grumble"]}
CLOSEST = closest_question(assess(rule_base(), {"mentor_named": "no", "staff_attitude": "divided"}), rule_base())


def talked(**held: object) -> DialogueStateTracker:
    """A conversation of which the slots hold something."""
    slots = [AnySlot(name, []) for name in ("answered", "situation", "check")]
    return DialogueStateTracker.from_events("x", [SlotSet(name, value) for name, value in held.items()], slots)


def before(answered: object, situation: object = None) -> str | None:
    return question_before(talked(answered=answered, situation=situation))


class TestQuestionBefore:
    def test_it_is_the_one_answered_last(self) -> None:
        assert before("mentor_who", SITUATION) == "mentor_who"

    def test_after_a_situation_it_is_the_one_closest_to_it(self) -> None:
        assert CLOSEST is not None
        assert before(DESCRIPTION, SITUATION) == CLOSEST

    @pytest.mark.parametrize("situation", [None, {}, {"weather": ["fine", "x"]}])
    def test_a_situation_that_calls_for_nothing_has_none(self, situation: object) -> None:
        assert before(DESCRIPTION, situation) is None

    @pytest.mark.parametrize("answered", [None, "no_such_question", "", 42, ["mentor_who"]])
    def test_a_slot_that_holds_no_question_has_none(self, answered: object) -> None:
        assert before(answered, SITUATION) is None

    def test_outside_a_conversation_there_is_none(self) -> None:
        assert question_before(None) is None


class TestInPlace:
    @pytest.mark.parametrize("answered", ["mentor_who", DESCRIPTION])
    def test_before_any_answer_follow_ups_are_out_of_place_and_then_they_are_not(self, answered: str) -> None:
        assert {*AFTER_AN_ANSWER} <= out_of_place(talked())
        assert not {*AFTER_AN_ANSWER} & out_of_place(talked(answered=answered))

    def test_before_any_check_going_on_with_it_is_out_of_place_and_then_it_is_not(self) -> None:
        assert {*IN_A_CHECK} <= out_of_place(talked(answered="mentor_who"))
        assert out_of_place(talked(answered="mentor_who", check={"pending": "role"})) == frozenset()

    def test_outside_a_conversation_nothing_is_out_of_place(self) -> None:
        assert out_of_place(None) == frozenset()

    def test_what_is_out_of_place_is_less_likely_and_the_chances_still_sum_to_one(self) -> None:
        found = in_place(np.array([0.5, 0.5], dtype=np.float32), ["skip", "mentor_who"], frozenset({"skip"}))
        assert found.sum() == pytest.approx(1)
        assert found[0] / found[1] == pytest.approx(OUT_OF_PLACE)


def test_a_class_is_taken_for_others_as_its_examples_are_on_average() -> None:
    chances = np.array([[0.9, 0.1], [0.5, 0.5], [0.2, 0.8], [0.0, 1.0]], dtype=np.float32)
    found = taken_for(chances, ["a", "b", "c"][:2], ["a", "a", "b", None])
    assert np.allclose(found, [[0.7, 0.3], [0.2, 0.8]])


def test_a_class_without_examples_is_taken_for_nothing() -> None:
    assert np.array_equal(taken_for(np.ones((1, 2), dtype=np.float32), ["a", "b"], ["a"])[1], [0.0, 0.0])


class TestLeant:
    CHANCES = np.array([0.3, 0.2, 0.1, 0.4], dtype=np.float32)
    LIKENESS = np.array([0.0, 0.9, 0.0, 0.9], dtype=np.float32)
    QUESTIONS = np.array([True, True, True, False])

    def found(self, text: str) -> list[float]:
        return [float(each) for each in leant(self.CHANCES, text, self.LIKENESS, self.QUESTIONS)]

    def test_a_question_like_the_one_before_becomes_likelier_than_others(self) -> None:
        first, akin, third, _ = self.found("is that too few?")
        assert akin > first > third > 0

    def test_what_is_no_question_stays_as_likely_as_it_was(self) -> None:
        *questions, other = self.found("is that too few?")
        assert other == pytest.approx(0.4)
        assert sum(questions) == pytest.approx(0.6)

    def test_a_longer_message_speaks_for_itself(self) -> None:
        assert self.found(" ".join(["word"] * (SHORT + 1))) == [float(each) for each in self.CHANCES]

    def test_where_no_question_is_likely_none_becomes_so(self) -> None:
        chances = np.array([0.0, 0.0, 0.0, 1.0], dtype=np.float32)
        assert np.array_equal(leant(chances, "hello", self.LIKENESS, self.QUESTIONS), chances)
