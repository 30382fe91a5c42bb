"""Times that a sentence names, in days from today: three weeks ago, since spring, until the end of 2028."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

MIDDLE = 15
"""The day of a month that is meant where only the month is named."""
LONGEST = 400
"""Characters of a sentence that are read."""


@dataclass(frozen=True)
class Words:
    """Words for numbers, found as whole words, the longest first."""

    numbers: Mapping[str, float]

    @property
    def pattern(self) -> str:
        return any_of(self.numbers)

    def number(self, text: str) -> float:
        return float(text) if text.isdigit() else self.numbers[text]


@dataclass(frozen=True)
class Ways:
    """What tells whether a time is past or to come; each finds it at the end, at the start, or anywhere in a text."""

    past: re.Pattern[str]
    to_come: re.Pattern[str]

    def of(self, text: str) -> int:
        """-1 where only words for the past are found, 1 where only words for what is to come are, otherwise 0."""
        return bool(self.to_come.search(text)) - bool(self.past.search(text))


@dataclass(frozen=True)
class Places:
    """Where words stand that tell which way a time lies: right before or after it, or anywhere in its sentence."""

    before: Ways
    before_length: Ways
    after: Ways
    anywhere: Ways
    introduces: re.Pattern[str]
    """Finds what stands before a month or a year that is a time; many a “may” and “march” is none."""

    def way_of_length(self, before: str, after: str, sentence: str) -> int:
        return self.after.of(after) or self.before_length.of(before) or self.anywhere.of(sentence)

    def way_of_date(self, before: str, after: str, sentence: str) -> int:
        return self.after.of(after) or self.before.of(before) or self.anywhere.of(sentence)


class Times:
    """Finds the times that sentences name, by words for numbers, units and months and by what stands beside them."""

    def __init__(self, words: Mapping[str, Words], places: Places) -> None:
        self._words, self._places = words, places
        number, ordinal, unit, month = (words[key].pattern for key in ("numbers", "ordinals", "units", "months"))
        self._length = re.compile(
            rf"\b(?:(\d{{1,3}}|{number})( and a half)? )?(?:(more|further|extra) )?({unit})( and a half)?\b"
        )
        self._count = re.compile(rf"\b(?:({ordinal}) ({unit})|({unit}) (\d{{1,2}}|{number}))\b")
        self._dates = (
            re.compile(r"\b(?P<year>20\d\d)-(?P<month>\d\d)(?:-(?P<day>\d\d))?\b"),
            re.compile(
                rf"\b(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th|\.)? (?:of )?)?(?P<month>{month})\b"
                r"(?:\.? (?P<after>\d{1,2})(?:st|nd|rd|th)?\b)?(?:,? (?:of )?(?P<year>20\d\d)\b)?"
            ),
            re.compile(r"\b(?P<year>20\d\d)\b"),
        )

    def days(self, sentence: str, today: date) -> set[float]:
        """The times that a sentence (in lower case) names, in days from today: below 0 what is past."""
        text = " ".join(sentence[:LONGEST].split())
        return {
            each for each in (*self._lengths(text), *self._counts(text), *self._points(text, today)) if each is not None
        }

    def _lengths(self, text: str) -> Iterator[float | None]:
        """Three weeks ago, in a month and a half, for two more years, last week."""
        for found in self._length.finditer(text):
            number, half, more, unit, rest = found.groups()
            before, after = text[: found.start()], text[found.end() :]
            beside = self._places.before_length.of(before)
            way = 1 if more else self._places.way_of_length(before, after, text) if number else beside
            length = self._words["numbers"].number(number) if number else 1
            yield way * (length + bool(half or rest) / 2) * self._words["units"].number(unit) or None

    def _counts(self, text: str) -> Iterator[float | None]:
        """The third week, month two: that much has passed, or nearly so."""
        for found in self._count.finditer(text):
            ordinal, unit, other, number = found.groups()
            which = self._words["ordinals"].number(ordinal) if ordinal else self._words["numbers"].number(number)
            yield -which * self._words["units"].number(unit or other)

    def _points(self, text: str, today: date) -> Iterator[float | None]:
        """On 1 March, since spring, until the end of 2028."""
        for pattern in self._dates:
            for found in pattern.finditer(text):
                part = {"day": None, "after": None, "month": None, **found.groupdict()}
                before = text[: found.start()]
                if part["day"] or (part["year"] and part["month"]) or self._places.introduces.search(before):
                    yield self._reckoned(part, self._places.way_of_date(before, text[found.end() :], text), today)
            text = pattern.sub(lambda found: " " * len(found[0]), text)

    def _reckoned(self, part: Mapping[str, str | None], way: int, today: date) -> float | None:
        month = int(self._words["months"].number(part["month"])) if part["month"] else 12 if way > 0 else 1
        day = int(part["day"] or part["after"] or MIDDLE)
        years = [int(part["year"])] if part["year"] else range(today.year - 1, today.year + 2)
        if month > 12 or not 0 < day < 32:
            return None
        possible = [(date(year, month, min(day, 28)) - today).days for year in years]
        if part["year"]:
            return possible[0]
        near = [each for each in possible if each * way > 0]
        return min(near, key=abs) if near else None


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of these words, the longest first; none of them where there are none."""
    return f"(?:{'|'.join(re.escape(word) for word in sorted(words, key=len, reverse=True)) or '(?!)'})"
