"""“Tell me more”."""

from __future__ import annotations

import pytest

from actions.more import ActionMore
from bot.knowledge import rule_base, texts
from bot.presentation.sources import in_short
from bot.reasoning.advise import advise

from .talk import turn


@pytest.mark.parametrize("question", sorted(rule_base().questions))
def test_findings_of_the_advice_are_told_with_their_sources(question: str) -> None:
    said = turn(ActionMore(), "ask_more", answered=question)
    known = {f"• {in_short(each, rule_base(), texts())}" for each in advise(rule_base(), question, {}).findings()}
    heading, *lines = said.text.split("\n")
    assert heading == "More on this:"
    assert {*lines} - {"There is more: say “go on”."} <= known
    assert len(said.remembered["told"]) > 1


def test_related_questions_are_offered_as_buttons() -> None:
    said = turn(ActionMore(), "ask_more", answered="mentor_who")
    related = rule_base().questions["mentor_who"].related
    assert [button.payload for button in said.buttons] == [f"/{question}" for question in related]
