"""An answer to a question of the readiness check in words, by how it begins."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.readiness.check import ANSWERS
from bot.rulebase.reader import Entry, read_alone

FILE = "answers.yml"
WORD = re.compile(r"[\w']+")
ENDS = re.compile(r"\s*($|[.,;:!…()–—\n]|-\s)")
"""What has to follow the beginning: “no, …” answers, “no mentor” only may."""


UNENDED = "…"
NOTHING: tuple[Entry, ...] = ()


@dataclass(frozen=True)
class Beginnings:
    """The answer that each sequence of words stands for, in lower case; after `unended` any words may follow."""

    answers: Mapping[tuple[str, ...], str]
    unended: frozenset[tuple[str, ...]]

    def answer(self, text: str) -> str | None:
        """The answer with which a message begins, one of ANSWERS; nothing where it begins with none."""
        words: list[str] = []
        found = None
        for word in WORD.finditer(_plain(text)):
            words.append(word[0])
            if len(words) > self._longest:
                break
            so_far = tuple(words)
            if so_far in self.answers and (so_far in self.unended or ENDS.match(_plain(text), word.end())):
                found = self.answers[so_far]
        return found

    @property
    def _longest(self) -> int:
        return max(map(len, self.answers))


def load_beginnings(root: Path) -> Beginnings:
    """Reads `answers.yml` in the folder of the rule base.

    Raises:
        RuleBaseError: with every problem found, each naming file, line and remedy.
    """
    return read_alone(root / FILE, root, _beginnings)


def _beginnings(top: Entry) -> Beginnings:
    found: dict[tuple[str, ...], str] = {}
    unended: set[tuple[str, ...]] = set()
    for answer, item in _items(top):
        words = tuple(WORD.findall(_plain(item.text())))
        if words in found:
            item.problem(f"“{item.text()}” begins the answer “{found[words]}” already", "Delete one of them")
        found[words] = answer
        if item.text().endswith(UNENDED):
            unended.add(words)
    return Beginnings(found, frozenset(unended))


def _items(top: Entry) -> Iterator[tuple[str, Entry]]:
    section = top.required("answers", lambda entry: entry, None)
    if section is not None:
        for answer in ANSWERS:
            yield from ((answer, item) for item in section.required(answer, Entry.items, NOTHING))
        section.no_other_keys()


def _plain(text: str) -> str:
    return text.strip().casefold().replace("’", "'")
