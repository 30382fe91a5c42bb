"""Loads `rules/danger.yml`: which phrases reveal danger, and what cancels them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from bot.phrases.file import NOTHING, Exemption, Pattern, PhraseFile, vocabulary
from bot.phrases.message import Vocabulary
from bot.rulebase.reader import Entry, read_alone

FILE = "danger.yml"
LANGUAGES = ("en", "da", "sv", "any")


@dataclass(frozen=True)
class Patterns:
    """All patterns in the order of the file, ready to match."""

    acute: tuple[Pattern, ...]
    signs: tuple[Pattern, ...]
    abuse: tuple[Pattern, ...]
    vocabulary: Vocabulary


NO_PATTERNS: tuple[Pattern, ...] = ()
NO_EXEMPTIONS: tuple[Exemption, ...] = ()


def load_patterns(root: Path) -> Patterns:
    """Reads `danger.yml` in the folder of the rule base.

    Raises:
        RuleBaseError: with every problem found, each naming file, line and remedy.
    """
    return read_alone(root / FILE, root, _patterns)


def _patterns(top: Entry) -> Patterns:
    loader = _Loader()
    top.optional("lists", loader.file.read_lists, None)
    top.optional("unless", loader.file.read_exemptions, None)
    acute = top.required("acute", loader.read_patterns, NO_PATTERNS)
    signs = top.optional("signs", loader.read_patterns, NO_PATTERNS)
    abuse = top.required("abuse", loader.read_patterns, NO_PATTERNS)
    loader.file.report_unused()
    return Patterns(acute, signs, abuse, vocabulary((*acute, *signs, *abuse)))


class _Loader:
    """Remembers ids while the file is read from top to bottom."""

    def __init__(self) -> None:
        self.file = PhraseFile()
        self._ids: dict[str, int] = {}

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

    def _pattern(self, key: str, entry: Entry) -> Pattern:
        entry.required("language", lambda e: e.one_of(LANGUAGES, "language"), "")
        entry.required("reason", Entry.text, "")
        unless = entry.optional("unless", self.file.named, NO_EXEMPTIONS)
        pattern = Pattern(key, entry.required("phrases", self.file.phrases, NOTHING), unless)
        entry.no_other_keys()
        return pattern
