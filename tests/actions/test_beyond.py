"""When the studies do not answer a question of this field."""

from __future__ import annotations

import pytest

from actions.beyond import ActionBeyond
from bot.knowledge import rule_base, texts
from bot.presentation.beyond import BEYOND, not_answered
from bot.reasoning.advise import advise
from bot.situation.memory import from_slot, values

from .talk import Turn, turn

QUESTION = "employment_pay"


def asked(value: object, text: str = "What does a nurse earn in Norway?") -> Turn:
    return turn(ActionBeyond(), BEYOND, text=text, entities=[{"entity": "nearest", "value": value}])


def test_the_nearest_question_is_told_and_follow_ups_are_about_it() -> None:
    said = asked(QUESTION)
    assert said.text == not_answered(advise(rule_base(), QUESTION, {}), rule_base(), texts()).text
    assert said.remembered["answered"] == QUESTION


@pytest.mark.parametrize("value", ["no_such_question", "", 7, None])
def test_anything_but_a_question_of_the_rule_base_counts_as_nothing_near(value: object) -> None:
    said = asked(value)
    assert said.text == not_answered(None, rule_base(), texts()).text
    assert "answered" not in said.remembered


def test_facts_told_beside_it_are_remembered() -> None:
    text = "We have a mentor. What does a nurse earn in Norway?"
    said = turn(ActionBeyond(), BEYOND, text=text, facts=[("mentor_named=yes", "We have a mentor.")])
    assert values(from_slot(said.remembered["situation"], rule_base())) == {"mentor_named": "yes"}


def test_a_danish_message_is_told_once_that_answers_are_in_english() -> None:
    said = asked(QUESTION, "Hvad tjener en sygeplejerske om måneden i Norge?")
    assert said.text.startswith(texts().get("languages.da"))
