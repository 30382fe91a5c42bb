"""An answer to a question of the readiness check in words, by how it begins."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bot.phrases.beginnings import Beginnings, read_beginnings
from bot.readiness.check import ANSWERS
from bot.rulebase.reader import Entry, read_alone

FILE = "answers.yml"
NOTHING: tuple[Entry, ...] = ()


def load_beginnings(root: Path) -> Beginnings:
    """Reads `answers.yml` in the folder of the rule base: with which words each of ANSWERS begins.

    Raises:
        RuleBaseError: with every problem found, each naming file, line and remedy.
    """
    return read_alone(root / FILE, root, lambda top: read_beginnings(_items(top)))


def _items(top: Entry) -> Iterator[tuple[str, Entry]]:
    section = top.required("answers", lambda entry: entry, None)
    if section is not None:
        for answer in ANSWERS:
            yield from ((answer, item) for item in section.required(answer, Entry.items, NOTHING))
        section.no_other_keys()
