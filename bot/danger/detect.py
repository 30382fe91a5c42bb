"""Does a message reveal danger to a person? Deterministic, and in time that grows evenly with the message."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bot.danger.message import Message, Reading
from bot.danger.patterns import Exemption, Pattern, Patterns
from bot.danger.phrase import Gap

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
    search = _Search(Message(text, patterns.vocabulary))
    for pattern in patterns.acute:
        if search.words_of(pattern):
            return Danger("acute", pattern.id)
    signs = search.two_signs(patterns.signs)
    if signs:
        return Danger("acute", signs)
    for pattern in patterns.abuse:
        if search.words_of(pattern):
            return Danger("abuse", pattern.id)
    return None


class _Search:
    def __init__(self, message: Message) -> None:
        self._message = message
        self._whole = Reading(message)
        self._closed: dict[str, int] = {}

    def words_of(self, pattern: Pattern, used: int = 0) -> int:
        """The positions of the words that a pattern rests on, none when it does not match."""
        places = self._message.everywhere
        if not pattern.phrase.ahead(places, self._whole):
            return 0
        closed = used
        for exemption in pattern.unless:
            closed |= self._closed_by(exemption)
        reading = Reading(self._message, closed)
        return pattern.phrase.covered(places, pattern.phrase.ahead(places, reading), reading)

    def two_signs(self, signs: tuple[Pattern, ...]) -> str:
        """The first two signs that stand near each other and rest on different words, as `one+other`, or nothing."""
        found: dict[str, int] = {}
        used = 0
        for sign in signs:
            words = self.words_of(sign, used)
            for other, place in found.items():
                if words & self._around(place):
                    return f"{other}+{sign.id}"
            if words:
                found[sign.id] = words
                used |= words
        return ""

    def _around(self, words: int) -> int:
        near = Gap(NEAR, far=True)
        return near.ahead(words, self._whole) | near.back(words, self._whole)

    def _closed_by(self, exemption: Exemption) -> int:
        """The positions that an exemption closes: its own words, and those close by in the same sentence."""
        if exemption.id not in self._closed:
            places = self._message.everywhere
            ends = exemption.phrase.ahead(places, self._whole)
            own = exemption.phrase.covered(places, ends, self._whole) if ends else 0
            after = Gap(exemption.after).ahead(own, self._whole)
            before = Gap(exemption.before).back(own, self._whole)
            self._closed[exemption.id] = own | after | before
        return self._closed[exemption.id]
