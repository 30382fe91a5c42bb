"""Answers “tell me more”."""

from __future__ import annotations

from collections.abc import Collection

from actions.telling import Telling
from bot.knowledge import rule_base, texts
from bot.presentation.telling import Told, more
from bot.reasoning.advise import Advice


class ActionMore(Telling):
    """What was not told before on the question."""

    def name(self) -> str:
        return "action_more"

    def tell(self, advice: Advice, told: Collection[str]) -> Told:
        return more(advice, told, rule_base(), texts())
