"""What is known of a situation in one conversation: each fact with the words it came from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bot.reasoning.evaluate import Situation
from bot.rulebase.model import RuleBase

LONGEST_WORDS = 160
"""Characters of the words that are kept for a fact."""


@dataclass(frozen=True)
class Known:
    """The value of a fact, and the manager's words for it; none where a button told it."""

    value: str
    words: str = ""


Memory = Mapping[str, Known]


def values(memory: Memory) -> Situation:
    """What is known, for the reasoning."""
    return {fact: known.value for fact, known in memory.items()}


def with_told(memory: Memory, told: Iterable[tuple[str, str]], base: RuleBase) -> Memory:
    """The memory with what was told just now, as pairs of `fact=value` and words; the later value of a fact holds.

    Whatever is no value of a fact of the rule base is left out, since anybody can type a button's message.
    """
    news = {}
    for telling, words in told:
        fact, _, value = telling.partition("=")
        if fact in base.facts and value in base.facts[fact].values:
            news[fact] = Known(value, " ".join(words.split())[:LONGEST_WORDS])
    return {**{fact: known for fact, known in memory.items() if fact not in news}, **news}


def without(memory: Memory, fact: str) -> Memory:
    """The memory without one fact."""
    return {key: known for key, known in memory.items() if key != fact}


def as_slot(memory: Memory) -> dict[str, list[str]]:
    """The memory as a slot holds it."""
    return {fact: [known.value, known.words] for fact, known in memory.items()}


def from_slot(slot: object, base: RuleBase) -> Memory:
    """What a slot holds, as far as it is a memory."""
    kept = slot if isinstance(slot, dict) else {}
    pairs = {fact: pair for fact, pair in kept.items() if isinstance(pair, list) and [*map(type, pair)] == [str, str]}
    return with_told({}, ((f"{fact}={value}", words) for fact, (value, words) in pairs.items()), base)
