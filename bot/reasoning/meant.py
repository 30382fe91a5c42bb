"""Which question a message most likely asks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.rulebase.model import RuleBase

CLOSE = 0.5
"""The next question is offered too if it is at least this share as likely as the first."""


@dataclass(frozen=True)
class Meant:
    """The question most likely asked, how likely that is, and another one if it is nearly as likely."""

    question: str
    chance: float
    other: str | None


def meant(ranking: Sequence[tuple[str, float]], base: RuleBase) -> Meant | None:
    """What a message means, from the likelihood of each intent; nothing when no intent is a question."""
    chances = [(name, chance) for name, chance in ranking if name in base.questions]
    if not chances:
        return None
    (first, chance), *rest = sorted(chances, key=lambda each: -each[1])
    other = next((name for name, next_chance in rest if next_chance >= CLOSE * chance), None)
    return Meant(first, chance, other)
