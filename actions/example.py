"""Gives an example."""

from __future__ import annotations

from collections.abc import Collection

from actions.knowledge import rule_base, texts
from actions.telling import Telling
from bot.presentation.telling import Told, example
from bot.reasoning.advise import advise


class ActionExample(Telling):
    """One that was not told before on the question."""

    def name(self) -> str:
        return "action_example"

    def tell(self, question: str, told: Collection[str]) -> Told:
        return example(advise(rule_base(), question, {}), told, rule_base(), texts())
