"""Examples."""

from __future__ import annotations

import pytest

from actions.example import ActionExample
from bot.knowledge import rule_base, texts
from bot.presentation.telling import example
from bot.reasoning.advise import advise

from .talk import turn


@pytest.mark.parametrize("question", sorted(rule_base().questions))
def test_the_first_example_of_the_advice_is_told_or_that_there_is_none(question: str) -> None:
    said = turn(ActionExample(), "ask_example", answered=question)
    expected = example(advise(rule_base(), question, {}), (), rule_base(), texts())
    assert (said.text, said.buttons) == (expected.reply.text, expected.reply.buttons)
    assert said.text.startswith("For example: " if expected.findings else "I have no example on this question")


def test_another_one_is_another_one() -> None:
    first = turn(ActionExample(), "ask_example", answered="mentor_who")
    second = turn(ActionExample(), "ask_example", answered="mentor_who", told=first.remembered["told"])
    assert first.text.split("\n")[0] != second.text.split("\n")[0]
    assert second.text.startswith("For example: ")


def test_related_questions_are_offered_as_buttons() -> None:
    said = turn(ActionExample(), "ask_example", answered="mentor_who")
    related = rule_base().questions["mentor_who"].related
    assert [button.payload for button in said.buttons] == [f"/{question}" for question in related]
