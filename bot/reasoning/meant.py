"""Which question a message most likely asks, seen with the question that was answered before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.rulebase.model import RuleBase

SHORT = 9
"""Words of a message that may lean on what was said before: “who would provide it?”."""
SAME_TOPIC, RELATED = 2.0, 3.0
"""How much likelier such a message asks a question of the same topic, or one related to the question before."""
GOES_ON = ("so", "and", "but", "then", "or", "ok", "okay", "also", "och", "men", "så", "og", "eller")
"""Words with which somebody goes on about the same thing: they count as much again."""
CLOSE = 0.5
"""The next question is offered too if it is at least this share as likely as the first."""


@dataclass(frozen=True)
class Meant:
    """The question most likely asked, how likely that is, and another one if it is nearly as likely."""

    question: str
    chance: float
    other: str | None


def meant(ranking: Sequence[tuple[str, float]], text: str, before: str | None, base: RuleBase) -> Meant | None:
    """What a message means, from the likelihood of each intent; nothing when no intent is a question."""
    words = text.casefold().replace(",", " ").split()
    times = 2 if words[:1] and words[0] in GOES_ON else 1
    leaning = before in base.questions and len(words) <= SHORT

    def weight(question: str) -> float:
        if not leaning or before is None or question == before:
            return 1.0
        if question in base.questions[before].related:
            return RELATED**times
        return SAME_TOPIC**times if base.questions[question].topic == base.questions[before].topic else 1.0

    chances = [(name, chance * weight(name)) for name, chance in ranking if name in base.questions]
    if not chances:
        return None
    (first, chance), *rest = sorted(chances, key=lambda each: -each[1])
    other = next((name for name, next_chance in rest if next_chance >= CLOSE * chance), None)
    return Meant(first, min(chance, 1.0), other)
