"""Loads `rules/danger.yml`: which phrases reveal danger, and what cancels them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from bot.danger.message import Vocabulary
from bot.danger.notation import PhraseError, read_phrase
from bot.danger.phrase import Part, Word, one_of
from bot.rulebase.problems import RuleBaseError
from bot.rulebase.reader import Entry, Problems, read_file

FILE = "danger.yml"
LANGUAGES = ("en", "da", "sv", "any")
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
    """Phrases that mean the same, in one language."""

    id: str
    language: str
    reason: str
    unless: tuple[Exemption, ...]
    phrase: Part


@dataclass(frozen=True)
class Patterns:
    """All patterns in the order of the file, ready to match."""

    acute: tuple[Pattern, ...]
    signs: tuple[Pattern, ...]
    abuse: tuple[Pattern, ...]
    vocabulary: Vocabulary


NO_PATTERNS: tuple[Pattern, ...] = ()


def load_patterns(root: Path) -> Patterns:
    """Reads `danger.yml` in the folder of the rule base.

    Raises:
        RuleBaseError: with every problem found, each naming file, line and remedy.
    """
    problems = Problems(root)
    top = read_file(root / FILE, problems)
    if top is None:
        raise RuleBaseError(problems.found)
    loader = _Loader()
    top.optional("lists", loader.read_lists, None)
    top.optional("unless", loader.read_exemptions, None)
    acute = top.required("acute", loader.read_patterns, NO_PATTERNS)
    signs = top.optional("signs", loader.read_patterns, NO_PATTERNS)
    abuse = top.required("abuse", loader.read_patterns, NO_PATTERNS)
    top.no_other_keys()
    loader.report_unused()
    if problems.found:
        raise RuleBaseError(problems.found)
    return Patterns(acute, signs, abuse, _vocabulary((*acute, *signs, *abuse)))


def _vocabulary(patterns: tuple[Pattern, ...]) -> Vocabulary:
    phrases = [pattern.phrase for pattern in patterns]
    phrases += [exemption.phrase for pattern in patterns for exemption in pattern.unless]
    return Vocabulary(word_set for phrase in phrases for word_set in phrase.word_sets())


class _Loader:
    """Remembers lists, exemptions and ids while the file is read from top to bottom."""

    def __init__(self) -> None:
        self._lists: dict[str, Part] = {}
        self._exemptions: dict[str, Exemption] = {}
        self._lines: dict[str, Entry] = {}
        self._used: set[str] = set()
        self._ids: dict[str, int] = {}

    def read_lists(self, entry: Entry) -> None:
        for name, words in entry.fields():
            self._lists[name] = self._phrases(words)

    def read_exemptions(self, entry: Entry) -> None:
        for key, value in entry.fields():
            value.required("reason", Entry.text, "")
            self._exemptions[key] = Exemption(
                id=key,
                phrase=value.required("phrases", self._phrases, NOTHING),
                before=value.optional("before", _distance, 0),
                after=value.optional("after", _distance, 0),
            )
            self._lines[key] = value
            value.no_other_keys()

    def read_patterns(self, entry: Entry) -> tuple[Pattern, ...]:
        patterns = []
        for key, value in entry.fields():
            if key in self._ids:
                value.problem(
                    f"the pattern “{key}” exists in line {self._ids[key]} too",
                    "Give one of them another id",
                    entry.line_of(key),
                )
            self._ids[key] = entry.line_of(key)
            patterns.append(self._pattern(key, value))
        return tuple(patterns)

    def report_unused(self) -> None:
        """Notes exemptions that no pattern names: most likely somebody forgot to."""
        for key in self._exemptions.keys() - self._used:
            self._lines[key].problem(
                f"no pattern names “{key}” under “unless”", "Name it where it shall cancel, or delete it"
            )

    def _pattern(self, key: str, entry: Entry) -> Pattern:
        pattern = Pattern(
            id=key,
            language=entry.required("language", lambda e: e.one_of(LANGUAGES, "language"), ""),
            reason=entry.required("reason", Entry.text, ""),
            unless=entry.optional("unless", self._named, ()),
            phrase=entry.required("phrases", self._phrases, NOTHING),
        )
        entry.no_other_keys()
        return pattern

    def _named(self, entry: Entry) -> tuple[Exemption, ...]:
        names = [item.one_of(tuple(self._exemptions), "exemption") for item in entry.items()]
        self._used.update(names)
        return tuple(self._exemptions[name] for name in names if name in self._exemptions)

    def _phrases(self, entry: Entry) -> Part:
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
