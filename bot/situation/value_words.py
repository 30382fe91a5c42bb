"""With which words a fact that is asked for is answered, where its values are others than yes and no."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from bot.phrases.beginnings import Beginnings, read_beginnings
from bot.rulebase.model import YES_NO, Fact
from bot.rulebase.reader import Entry, read_alone

FILE = "values.yml"
NOTHING: tuple[Entry, ...] = ()


def load_value_words(root: Path, facts: Mapping[str, Fact]) -> Mapping[str, Beginnings]:
    """Reads `values.yml` in the folder of the rule base: for each such fact, which value an answer means, by its beginning.

    Raises:
        RuleBaseError: with every problem found, each naming file, line and remedy.
    """
    several = {key: fact for key, fact in facts.items() if fact.values != YES_NO}
    return read_alone(root / FILE, root, lambda top: _all(top, several))


def _all(top: Entry, facts: Mapping[str, Fact]) -> Mapping[str, Beginnings]:
    return {key: read_beginnings(_items(top, fact)) for key, fact in facts.items()}


def _items(top: Entry, fact: Fact) -> Iterator[tuple[str, Entry]]:
    section = top.required(fact.id, lambda entry: entry, None)
    if section is not None:
        for value in fact.values:
            yield from ((value, item) for item in section.required(value, Entry.items, NOTHING))
        section.no_other_keys()
