"""Finds the words of a message that a pattern rests on."""

from __future__ import annotations

from bot.phrases.file import Exemption, Pattern
from bot.phrases.message import Message, Reading
from bot.phrases.phrase import Gap


class Search:
    """One message, searched for many patterns. Positions of words are bits of an integer."""

    def __init__(self, message: Message) -> None:
        self.message = message
        self._whole = Reading(message)
        self._closed: dict[str, int] = {}

    def words_of(self, pattern: Pattern, used: int = 0) -> int:
        """The positions of the words that a pattern rests on, none when it does not match."""
        places = self.message.everywhere
        if not pattern.phrase.ahead(places, self._whole):
            return 0
        closed = used
        for exemption in pattern.unless:
            closed |= self._closed_by(exemption)
        reading = Reading(self.message, closed)
        return pattern.phrase.covered(places, pattern.phrase.ahead(places, reading), reading)

    def around(self, words: int, most: int) -> int:
        """The positions up to `most` words before and after, also beyond the end of a sentence."""
        near = Gap(most, far=True)
        return near.ahead(words, self._whole) | near.back(words, self._whole)

    def _closed_by(self, exemption: Exemption) -> int:
        """The positions that an exemption closes: its own words, and those close by in the same sentence."""
        if exemption.id not in self._closed:
            places = self.message.everywhere
            ends = exemption.phrase.ahead(places, self._whole)
            own = exemption.phrase.covered(places, ends, self._whole) if ends else 0
            after = Gap(exemption.after).ahead(own, self._whole)
            before = Gap(exemption.before).back(own, self._whole)
            self._closed[exemption.id] = own | after | before
        return self._closed[exemption.id]
