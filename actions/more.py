"""Answers “tell me more”."""

from __future__ import annotations

from collections.abc import Collection

from actions.knowledge import rule_base, texts
from actions.telling import Telling
from bot.presentation.telling import Told, more
from bot.reasoning.advise import advise


class ActionMore(Telling):
    """What was not told before on the question."""

    def name(self) -> str:
        return "action_more"

    def tell(self, question: str, told: Collection[str]) -> Told:
        return more(advise(rule_base(), question, {}), told, rule_base(), texts())
