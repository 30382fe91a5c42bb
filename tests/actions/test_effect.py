"""“Did it help?”"""

from __future__ import annotations

import pytest

from actions.effect import ActionEffect
from bot.knowledge import rule_base, texts
from bot.presentation.effect import effect
from bot.reasoning.advise import advise

from .talk import turn


@pytest.mark.parametrize("question", sorted(rule_base().questions))
def test_it_is_always_said_that_no_study_measured_effects(question: str) -> None:
    said = turn(ActionEffect(), "ask_effect", answered=question)
    assert said.text == effect(advise(rule_base(), question, {}), rule_base(), texts()).text
    assert "None of the studies measured effects." in said.text


def test_related_questions_are_offered_as_buttons() -> None:
    said = turn(ActionEffect(), "ask_effect", answered="mentor_who")
    related = rule_base().questions["mentor_who"].related
    assert [button.payload for button in said.buttons] == [f"/{question}" for question in related]
