"""Facts that depend on when something was or will be, reckoned from today, by the words in `rules/dates.yml`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain
from math import inf
from pathlib import Path

from bot.rulebase.model import Fact
from bot.rulebase.reader import Entry, read_alone
from bot.situation.recognise import Stated
from bot.situation.times import Places, Times, Ways, Words, any_of

FILE = "dates.yml"
Span = tuple[float, float]
Texts = Mapping[str, tuple[str, ...]]
NO_WORDS: tuple[str, ...] = ()
NOWHERE: Texts = {}
NO_SPANS: Mapping[str, Span] = {}


@dataclass(frozen=True)
class DatedFact:
    """A fact that takes a value by the days from today where one of `of` was stated.

    The sentence has to hold a word that `beside` finds, if there is one, and none that `unless` finds.
    """

    of: tuple[str, ...]
    beside: re.Pattern[str]
    unless: re.Pattern[str]
    values: Mapping[str, Span]

    def value(self, sentence: str, days: Iterable[float]) -> str | None:
        """The value that all times of a sentence agree on; nothing where they do not, or where none counts."""
        if not self.beside.search(sentence) or self.unless.search(sentence):
            return None
        found = {value for each in days for value, (first, end) in self.values.items() if first <= each < end}
        return found.pop() if len(found) == 1 else None


NO_FACTS: Mapping[str, DatedFact] = {}


@dataclass(frozen=True)
class Calendar:
    """How times are found, and which facts depend on them."""

    times: Times
    facts: Mapping[str, DatedFact]

    def dated(self, text: str, stated: Iterable[Stated], today: date) -> tuple[Stated, ...]:
        """What a message states, each fact with the value that the times in its sentence call for."""
        return tuple(self._dated(text[each.start : each.end].lower(), each, today) for each in stated)

    def _dated(self, sentence: str, stated: Stated, today: date) -> Stated:
        fact = self.facts.get(stated.fact)
        value = fact.value(sentence, self.times.days(sentence, today)) if fact and stated.value in fact.of else None
        return replace(stated, value=value) if value else stated


def load_calendar(root: Path, facts: Mapping[str, Fact]) -> Calendar:
    """Reads `dates.yml` in the folder of the rule base.

    Raises:
        RuleBaseError: with every problem found, each naming file, line and remedy.
    """
    return read_alone(root / FILE, root, lambda top: _calendar(top, facts))


def _calendar(top: Entry, facts: Mapping[str, Fact]) -> Calendar:
    words = {key: top.required(key, _words, Words({})) for key in ("numbers", "ordinals", "units", "months")}
    before, after, sentence = (top.required(key, _texts, NOWHERE) for key in ("before", "after", "sentence"))
    dated = top.required("facts", lambda entry: dict(_facts(entry, facts)), NO_FACTS)
    return Calendar(Times(words, _places(before, after, sentence)), dated)


def _places(before: Texts, after: Texts, sentence: Texts) -> Places:
    def found(pattern: str, *words: tuple[str, ...]) -> re.Pattern[str]:
        return re.compile(pattern.format(any_of(chain(*words))))

    past, to_come, either = (before.get(way, NO_WORDS) for way in ("past", "to_come", "either"))
    past_length, length_to_come = (before.get(way, NO_WORDS) for way in ("length_past", "length_to_come"))
    ending, starting, within = r"\b{} $", r"^ {}\b", r"\b{}\b"
    return Places(
        before=Ways(found(ending, past), found(ending, to_come)),
        before_length=Ways(found(ending, past, past_length), found(ending, to_come, length_to_come)),
        after=Ways(*(found(starting, after.get(way, NO_WORDS)) for way in ("past", "to_come"))),
        anywhere=Ways(*(found(within, sentence.get(way, NO_WORDS)) for way in ("past", "to_come"))),
        introduces=found(ending, past, to_come, either),
    )


def _words(entry: Entry) -> Words:
    return Words({word: _number(value, number) for number, value in entry.fields() for word in value.texts()})


def _texts(entry: Entry) -> Texts:
    return {key: words.texts() for key, words in entry.fields()}


def _facts(entry: Entry, facts: Mapping[str, Fact]) -> Iterator[tuple[str, DatedFact]]:
    for key, fact in entry.fields():
        if key in facts:
            yield key, _dated_fact(fact, tuple(facts[key].values))
        else:
            fact.problem(f"there is no fact “{key}”", "Add it to facts.yml, or correct its name", entry.line_of(key))


def _dated_fact(entry: Entry, values: tuple[str, ...]) -> DatedFact:
    of = entry.required("of", lambda e: tuple(each.one_of(values, "value") for each in e.items()), NO_WORDS)
    beside, unless = (entry.optional(key, Entry.texts, NO_WORDS) for key in ("beside", "unless"))
    spans = entry.required("values", lambda e: dict(_spans(e, values)), NO_SPANS)
    entry.no_other_keys()
    present = re.compile(rf"\b{any_of(beside)}\b" if beside else "")
    return DatedFact(of, present, re.compile(rf"\b{any_of(unless)}\b"), spans)


def _spans(entry: Entry, values: tuple[str, ...]) -> Iterator[tuple[str, Span]]:
    for value, span in entry.fields():
        if value not in values:
            span.problem(
                f"the fact can never be “{value}”", "Its values are: " + ", ".join(values), entry.line_of(value)
            )
        yield value, _span(span)


def _span(entry: Entry) -> Span:
    first = entry.optional("from", lambda e: _number(e, e.text()), -inf)
    end = entry.optional("before", lambda e: _number(e, e.text()), inf)
    entry.no_other_keys()
    return first, end


def _number(entry: Entry, text: str) -> float:
    try:
        return float(text)
    except ValueError:
        entry.problem(f"“{text}” is not a number", "Write a number, such as 7 or 0.5, in quotes")
        return 0.0
