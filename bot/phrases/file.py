"""What files of phrases share: lists of words that phrases name, and exemptions that cancel a match."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bot.phrases.message import Vocabulary
from bot.phrases.notation import PhraseError, read_phrase
from bot.phrases.phrase import Part, Word, one_of
from bot.rulebase.reader import Entry

FARTHEST = 15
NOTHING: Part = Word(frozenset())


@dataclass(frozen=True)
class Exemption:
    """Phrases that cancel a match: the words of the exemption, and some around them, do not count."""

    id: str
    phrase: Part
    before: int
    after: int


@dataclass(frozen=True)
class Pattern:
    """Phrases that mean the same, and what cancels them."""

    id: str
    phrase: Part
    unless: tuple[Exemption, ...] = ()


def vocabulary(patterns: Iterable[Pattern]) -> Vocabulary:
    """The words of all phrases of these patterns and of what cancels them."""
    phrases = [phrase for each in patterns for phrase in (each.phrase, *(cancels.phrase for cancels in each.unless))]
    return Vocabulary(word_set for phrase in phrases for word_set in phrase.word_sets())


class PhraseFile:
    """Remembers lists and exemptions while a file is read from top to bottom; notes every problem at its entry."""

    def __init__(self) -> None:
        self._lists: dict[str, Part] = {}
        self._exemptions: dict[str, Exemption] = {}
        self._lines: dict[str, Entry] = {}
        self._used: set[str] = set()

    def read_lists(self, entry: Entry) -> None:
        for name, words in entry.fields():
            self._lists[name] = self.phrases(words)

    def read_exemptions(self, entry: Entry) -> None:
        for key, value in entry.fields():
            value.required("reason", Entry.text, "")
            self._exemptions[key] = Exemption(
                id=key,
                phrase=value.required("phrases", self.phrases, NOTHING),
                before=value.optional("before", _distance, 0),
                after=value.optional("after", _distance, 0),
            )
            self._lines[key] = value
            value.no_other_keys()

    def report_unused(self) -> None:
        """Notes exemptions that no pattern names: most likely somebody forgot to."""
        for key in self._exemptions.keys() - self._used:
            self._lines[key].problem(
                f"no pattern names “{key}” under “unless”", "Name it where it shall cancel, or delete it"
            )

    def named(self, entry: Entry) -> tuple[Exemption, ...]:
        """The exemptions that a list names."""
        names = [item.one_of(tuple(self._exemptions), "exemption") for item in entry.items()]
        self._used.update(names)
        return tuple(self._exemptions[name] for name in names if name in self._exemptions)

    def phrases(self, entry: Entry) -> Part:
        """A list of phrases as one part that matches any of them."""
        parts: list[Part] = []
        items = entry.items()
        if not items:
            entry.problem("there is no phrase here", "Write at least one, as a line that starts with -")
        for item in items:
            text = item.text()
            if not text:
                continue
            try:
                parts.append(read_phrase(text, self._lists))
            except PhraseError as error:
                item.problem(error.what, error.remedy)
        return one_of(parts) if parts else NOTHING


def _distance(entry: Entry) -> int:
    text = entry.text()
    if not text.isascii() or not text.isdigit() or int(text) > FARTHEST:
        entry.problem(f"“{text}” is not a number of words", f"Write a whole number from 0 to {FARTHEST}")
        return 0
    return int(text)
