"""“What did the other study find?”"""

from __future__ import annotations

import pytest

from actions.others import ActionOthers
from bot.knowledge import rule_base, texts
from bot.presentation.others import others
from bot.reasoning.advise import advise

from .talk import turn


@pytest.mark.parametrize("question", sorted(rule_base().questions))
def test_it_is_said_where_the_studies_differ_or_that_nothing_was_found_to(question: str) -> None:
    said = turn(ActionOthers(), "ask_others", answered=question)
    advice = advise(rule_base(), question, {})
    assert said.text == others(advice, rule_base(), texts()).text
    assert said.text.startswith("Where they differ: " if advice.differ else "I found nothing on which")


def test_related_questions_are_offered_as_buttons() -> None:
    said = turn(ActionOthers(), "ask_others", answered="mentor_who")
    related = rule_base().questions["mentor_who"].related
    assert [button.payload for button in said.buttons] == [f"/{question}" for question in related]
