"""What a message answers, by how it begins."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bot.rulebase.reader import Entry

WORD = re.compile(r"[\w']+")
ENDS = re.compile(r"\s*($|[.,;:!…()–—\n]|-\s)")
"""What has to follow the beginning: “no, …” answers, “no mentor” only may."""
UNENDED = "…"


@dataclass(frozen=True)
class Beginnings:
    """The answer that each sequence of words stands for, in lower case; after `unended` any words may follow."""

    answers: Mapping[tuple[str, ...], str]
    unended: frozenset[tuple[str, ...]]

    def answer(self, text: str) -> str | None:
        """The answer with which a message begins; nothing where it begins with none."""
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

    def after_one_word(self, text: str) -> str:
        """What a message goes on with after an answer of one word: “No, she has” tells that she has. Else all of it."""
        first = WORD.match(text)
        ended = first and ENDS.match(text, first.end())
        if not first or not ended or (_plain(first[0]),) not in self.answers:
            return text
        return text[ended.end() :].strip() or text

    @property
    def _longest(self) -> int:
        return max(map(len, self.answers))


def read_beginnings(items: Iterable[tuple[str, Entry]]) -> Beginnings:
    """The beginnings of answers, each an answer with an entry that holds the words; words that stand twice are a problem."""
    found: dict[tuple[str, ...], str] = {}
    unended: set[tuple[str, ...]] = set()
    for answer, item in items:
        words = tuple(WORD.findall(_plain(item.text())))
        if words in found:
            item.problem(f"“{item.text()}” begins the answer “{found[words]}” already", "Delete one of them")
        found[words] = answer
        if item.text().endswith(UNENDED):
            unended.add(words)
    return Beginnings(found, frozenset(unended))


def _plain(text: str) -> str:
    return text.strip().casefold().replace("’", "'")
