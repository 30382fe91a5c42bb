"""Gives an example."""

from __future__ import annotations

from collections.abc import Collection

from actions.telling import Telling
from bot.knowledge import rule_base, texts
from bot.presentation.telling import Told, example
from bot.reasoning.advise import Advice


class ActionExample(Telling):
    """One that was not told before on the question."""

    def name(self) -> str:
        return "action_example"

    def tell(self, advice: Advice, told: Collection[str]) -> Told:
        return example(advice, told, rule_base(), texts())
