"""Does a message reveal danger to a person? Deterministic, and in time that grows evenly with the message."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bot.danger.patterns import Patterns
from bot.phrases.file import Pattern
from bot.phrases.message import Message
from bot.phrases.search import Search

Kind = Literal["acute", "abuse"]
NEAR = 50
"""Words between two signs that still tell of one thing."""


@dataclass(frozen=True)
class Danger:
    """What kind of danger a message reveals, and the id of the pattern that says so (`one+other` for two signs)."""

    kind: Kind
    pattern: str


def detect(text: str, patterns: Patterns) -> Danger | None:
    """The danger that a message reveals, if any; acute danger comes before abuse."""
    search = Search(Message(text, patterns.vocabulary))
    for pattern in patterns.acute:
        if search.words_of(pattern):
            return Danger("acute", pattern.id)
    signs = _two_signs(search, patterns.signs)
    if signs:
        return Danger("acute", signs)
    for pattern in patterns.abuse:
        if search.words_of(pattern):
            return Danger("abuse", pattern.id)
    return None


def _two_signs(search: Search, signs: tuple[Pattern, ...]) -> str:
    """The first two signs that stand near each other and rest on different words, as `one+other`, or nothing."""
    found: dict[str, int] = {}
    used = 0
    for sign in signs:
        words = search.words_of(sign, used)
        for other, place in found.items():
            if words & search.around(place, NEAR):
                return f"{other}+{sign.id}"
        if words:
            found[sign.id] = words
            used |= words
    return ""
