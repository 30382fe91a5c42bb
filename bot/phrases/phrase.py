"""The parts of a phrase, and how each of them is matched.

A part turns the set of places that a match may have got to into the set of places where it may stand after that
part (`ahead`), and the reverse (`back`). A place lies between two words: bit *i* is the place before word *i*.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from bot.phrases.message import Reading, WordSet


class Part(Protocol):
    def ahead(self, places: int, reading: Reading) -> int: ...

    def back(self, places: int, reading: Reading) -> int: ...

    def covered(self, before: int, after: int, reading: Reading) -> int:
        """The positions of the words on every way from `before` to `after`."""
        ...

    def word_sets(self) -> Iterator[WordSet]: ...

    def shortest(self) -> int:
        """How many words it takes at least."""
        ...

    def needs(self) -> frozenset[WordSet] | None:
        """Sets of which at least one must have a word in the message, or nothing where it may match without."""
        ...


@dataclass(frozen=True)
class Word:
    """One word out of several."""

    any_of: WordSet

    def ahead(self, places: int, reading: Reading) -> int:
        return (places & reading.positions(self.any_of)) << 1

    def back(self, places: int, reading: Reading) -> int:
        return (places >> 1) & reading.positions(self.any_of)

    def covered(self, before: int, after: int, reading: Reading) -> int:
        return before & self.back(after, reading)

    def word_sets(self) -> Iterator[WordSet]:
        yield self.any_of

    def shortest(self) -> int:
        return 1

    def needs(self) -> frozenset[WordSet]:
        return frozenset((self.any_of,))


@dataclass(frozen=True)
class Gap:
    """Any words, up to a number; only the far gap passes the end of a sentence."""

    most: int
    far: bool = False

    def ahead(self, places: int, reading: Reading) -> int:
        step, reached, free = places, places, self._free(reading)
        for _ in range(self.most):
            step = (step & free) << 1
            if not step:
                break
            reached |= step
        return reached

    def back(self, places: int, reading: Reading) -> int:
        step, reached, free = places, places, self._free(reading)
        for _ in range(self.most):
            step = (step >> 1) & free
            if not step:
                break
            reached |= step
        return reached

    def covered(self, before: int, after: int, reading: Reading) -> int:
        return self.ahead(before, reading) & (self.back(after, reading) >> 1) & self._free(reading)

    def word_sets(self) -> Iterator[WordSet]:
        return iter(())

    def shortest(self) -> int:
        return 0

    def needs(self) -> None:
        return None

    def _free(self, reading: Reading) -> int:
        return reading.anywhere if self.far else reading.within_sentence


@dataclass(frozen=True)
class Row:
    """Parts one after the other."""

    parts: tuple[Part, ...]

    def ahead(self, places: int, reading: Reading) -> int:
        for part in self.parts:
            if not places:
                break
            places = part.ahead(places, reading)
        return places

    def back(self, places: int, reading: Reading) -> int:
        for part in reversed(self.parts):
            if not places:
                break
            places = part.back(places, reading)
        return places

    def covered(self, before: int, after: int, reading: Reading) -> int:
        stages = [before]
        for part in self.parts:
            stages.append(part.ahead(stages[-1], reading))
            if not stages[-1]:
                return 0
        found, end = 0, stages.pop() & after
        for part, start in zip(reversed(self.parts), reversed(stages), strict=True):
            found |= part.covered(start, end, reading)
            end = part.back(end, reading) & start
        return found

    def word_sets(self) -> Iterator[WordSet]:
        for part in self.parts:
            yield from part.word_sets()

    def shortest(self) -> int:
        return sum(part.shortest() for part in self.parts)

    def needs(self) -> frozenset[WordSet] | None:
        needed = [needs for part in self.parts if (needs := part.needs()) is not None]
        return min(needed, key=len, default=None)


@dataclass(frozen=True)
class OneOf:
    """One out of several rows."""

    rows: tuple[Part, ...]

    def ahead(self, places: int, reading: Reading) -> int:
        reached = 0
        for row in self._possible(reading):
            reached |= row.ahead(places, reading)
        return reached

    def back(self, places: int, reading: Reading) -> int:
        reached = 0
        for row in self._possible(reading):
            reached |= row.back(places, reading)
        return reached

    def covered(self, before: int, after: int, reading: Reading) -> int:
        found = 0
        for row in self._possible(reading):
            found |= row.covered(before, after, reading)
        return found

    def word_sets(self) -> Iterator[WordSet]:
        for row in self.rows:
            yield from row.word_sets()

    def shortest(self) -> int:
        return min(row.shortest() for row in self.rows)

    def needs(self) -> frozenset[WordSet] | None:
        each = [needs for _, needs in self._rows_with_needs if needs is not None]
        return frozenset().union(*each) if len(each) == len(self.rows) else None

    @cached_property
    def _rows_with_needs(self) -> tuple[tuple[Part, frozenset[WordSet] | None], ...]:
        return tuple((row, row.needs()) for row in self.rows)

    def _possible(self, reading: Reading) -> list[Part]:
        """The rows that the words of the message do not rule out: few of the many that there are."""
        there = reading.there
        return [row for row, needs in self._rows_with_needs if needs is None or not needs.isdisjoint(there)]


@dataclass(frozen=True)
class Maybe:
    """Something that may be left out."""

    inner: Part

    def ahead(self, places: int, reading: Reading) -> int:
        return places | self.inner.ahead(places, reading)

    def back(self, places: int, reading: Reading) -> int:
        return places | self.inner.back(places, reading)

    def covered(self, before: int, after: int, reading: Reading) -> int:
        return self.inner.covered(before, after, reading)

    def word_sets(self) -> Iterator[WordSet]:
        return self.inner.word_sets()

    def shortest(self) -> int:
        return 0

    def needs(self) -> None:
        return None


def one_of(parts: list[Part]) -> Part:
    """One out of several parts; single words are joined into one look-up."""
    words = [part for part in parts if isinstance(part, Word)]
    rows: list[Part] = [part for part in parts if not isinstance(part, Word)]
    if words:
        rows.insert(0, Word(frozenset().union(*(word.any_of for word in words))))
    return rows[0] if len(rows) == 1 else OneOf(tuple(rows))
