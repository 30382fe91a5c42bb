"""Related questions."""

from __future__ import annotations

import pytest

from actions.related import ActionRelated
from bot.knowledge import rule_base, texts

from .talk import turn


@pytest.mark.parametrize("question", sorted(rule_base().questions))
def test_the_related_questions_stand_in_the_text_and_on_buttons_that_ask_them(question: str) -> None:
    said = turn(ActionRelated(), "ask_related", answered=question)
    related = rule_base().questions[question].related
    asked = [texts().say(rule_base().questions[other].asks) for other in related]
    assert said.text.split("\n") == ["Questions close to this one:", *(f"• {each}" for each in asked)]
    assert [(button.title, button.payload) for button in said.buttons] == [
        (title, f"/{other}") for title, other in zip(asked, related, strict=True)
    ]
