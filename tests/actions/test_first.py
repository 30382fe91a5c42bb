"""“What should I do first?”"""

from __future__ import annotations

import pytest

from actions.first import ActionFirst
from bot.knowledge import rule_base, texts
from bot.presentation.first import first
from bot.reasoning.advise import advise

from .talk import turn


@pytest.mark.parametrize("question", sorted(rule_base().questions))
def test_the_steps_come_in_order_or_else_the_checklist(question: str) -> None:
    said = turn(ActionFirst(), "ask_first", answered=question)
    advice = advise(rule_base(), question, {})
    assert said.text == first(advice, rule_base(), texts()).text
    assert said.text.startswith("Where to begin" if advice.steps else "The answer has no steps.")
    places = [said.text.index(texts().say(point.statement.says)) for point in advice.steps]
    assert places == sorted(places)


def test_related_questions_are_offered_as_buttons() -> None:
    said = turn(ActionFirst(), "ask_first", answered="mentor_who")
    related = rule_base().questions["mentor_who"].related
    assert [button.payload for button in said.buttons] == [f"/{question}" for question in related]
