"""A message as words in sets of positions, so that a phrase is matched without ever going back over the text.

A set of positions is an integer: bit *i* stands for word *i*. One operation treats the whole message at once, so
the time depends on the phrases and grows evenly with the length of the message, whatever is in it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

SHORTEST_FORGIVEN = 6
LONGEST_FORGIVEN = 20
TELLING_STEM = 5
SENTENCE_END = "."

_LEFT_OUT = re.compile("['’‘`´ʼ\u200b\u00ad]")
_TOKEN = re.compile(r"[^\W_]+|[.!?…]+(?=\s|$)|[;\n]")

WordSet = frozenset[str]


def words_of(text: str) -> list[str]:
    """The words in lower case without apostrophes; a sentence's end is one word too."""
    plain = _LEFT_OUT.sub("", unicodedata.normalize("NFKC", text).lower())
    return [token if token[0].isalnum() else SENTENCE_END for token in _TOKEN.findall(plain)]


class Vocabulary:
    """The words of all phrases, and in which sets of alternatives each of them stands.

    A longer word is found in spite of one slip of the keys: a letter too many, too few or wrong, or two letters
    swapped. The first letter must be right, and the slip is not one letter more or less at the end: many harmless
    words differ from drastic ones by just that (changing and hanging, explosive and explosives).
    """

    def __init__(self, word_sets: Iterable[WordSet]) -> None:
        self._words: dict[str, list[WordSet]] = {}
        self._stems: dict[str, list[WordSet]] = {}
        self._shortened: dict[str, set[str]] = {}
        for word_set in set(word_sets):
            for word in word_set:
                known = self._stems if word.endswith("*") else self._words
                known.setdefault(word.rstrip("*"), []).append(word_set)
        self._stem_lengths = sorted({len(stem) for stem in self._stems})
        self._telling_lengths = [length for length in self._stem_lengths if length >= TELLING_STEM]
        for word in self._words:
            if SHORTEST_FORGIVEN <= len(word) <= LONGEST_FORGIVEN:
                for shorter in _shortened(word):
                    self._shortened.setdefault(shorter, set()).add(word)

    def sets_with(self, token: str) -> Iterator[WordSet]:
        """The sets that hold a word, and those that hold one it was meant to be."""
        yield from self._exactly(token)
        if SHORTEST_FORGIVEN - 1 <= len(token) <= LONGEST_FORGIVEN + 1 and not self._is_known(token):
            for word in self._meant_by(token):
                yield from self._exactly(word)

    def _exactly(self, word: str) -> Iterator[WordSet]:
        yield from self._words.get(word, ())
        for length in self._stem_lengths:
            if length > len(word):
                break
            yield from self._stems.get(word[:length], ())

    def _is_known(self, token: str) -> bool:
        if token in self._words:
            return True
        return any(token[:length] in self._stems for length in self._telling_lengths)

    def _meant_by(self, token: str) -> set[str]:
        close = {word for shorter in _shortened(token) for word in self._shortened.get(shorter, ())}
        return {word for word in close if _one_slip(token, word)}


class Message:
    """Where the words of each set stand in a text."""

    def __init__(self, text: str, vocabulary: Vocabulary) -> None:
        tokens = words_of(text)
        self.everywhere = (1 << len(tokens)) - 1
        positions: dict[str, list[int]] = {}
        for position, token in enumerate(tokens):
            positions.setdefault(token, []).append(position)
        self.sentence_ends = _as_bits(positions.pop(SENTENCE_END, []), len(tokens))
        self._at: dict[WordSet, int] = {}
        for token, places in positions.items():
            bits = _as_bits(places, len(tokens))
            for word_set in vocabulary.sets_with(token):
                self._at[word_set] = self._at.get(word_set, 0) | bits
        self.there = frozenset(self._at)
        """The sets that have a word in the text."""

    def positions(self, word_set: WordSet) -> int:
        """Where any of these words stands."""
        return self._at.get(word_set, 0)


class Reading:
    """A message as one pattern may read it: without the words in the positions that are closed to it."""

    def __init__(self, message: Message, closed: int = 0) -> None:
        self._message = message
        self.there = message.there
        self.anywhere = message.everywhere & ~closed
        self.within_sentence = self.anywhere & ~message.sentence_ends

    def positions(self, word_set: WordSet) -> int:
        return self._message.positions(word_set) & self.anywhere


def _as_bits(positions: list[int], length: int) -> int:
    if len(positions) == 1:
        return 1 << positions[0]
    octets = bytearray(length // 8 + 1)
    for position in positions:
        octets[position >> 3] |= 1 << (position & 7)
    return int.from_bytes(octets, "little")


def _shortened(word: str) -> Iterator[str]:
    yield word
    for index in range(1, len(word)):
        yield word[:index] + word[index + 1 :]


def _one_slip(written: str, meant: str) -> bool:
    if written[0] != meant[0] or written.startswith(meant) or meant.startswith(written):
        return False
    start = 0
    while written[start] == meant[start]:
        start += 1
    one, other = written[start:], meant[start:]
    if len(one) > len(other):
        return one[1:] == other
    if len(one) < len(other):
        return one == other[1:]
    return one[1:] == other[1:] or one[1::-1] + one[2:] == other
