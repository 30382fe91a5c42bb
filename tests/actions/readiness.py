"""A readiness check on its way, for tests of actions."""

from __future__ import annotations

from typing import Any

from bot.knowledge import rule_base, texts
from bot.presentation.check import question
from bot.presentation.reply import Button
from bot.readiness.check import Check
from bot.readiness.memory import as_slot

from .talk import Turn

BASE, TEXTS = rule_base(), texts()
FIRST, SECOND, THIRD, *_ = ORDER = [*BASE.components]
WAITING = as_slot(Check({FIRST: "partly", SECOND: "no"}, THIRD))
"""Two questions were answered, the third waits."""
MENTOR = as_slot(Check(pending="mentor_chosen"))
BACK = Button("Back to the check", "/continue_check")


def asks(key: str) -> str:
    """The text of a question that was not answered before."""
    return question(BASE.components[key], Check(), BASE, TEXTS).text


def kept(said: Turn) -> Any:
    """The check as the action leaves it."""
    return said.remembered["check"]
