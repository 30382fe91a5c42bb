"""Reads `data/situation/`: sentences as managers write them, with the facts that each states."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.rulebase.model import Fact
from bot.rulebase.reader import Entry, read_folder

NOTHING: Mapping[str, str] = {}


@dataclass(frozen=True)
class Sentence:
    """A sentence or two, and the facts with their values that a careful reader takes as stated; often none."""

    text: str
    facts: Mapping[str, str]


def load_sentences(folder: Path, facts: Mapping[str, Fact]) -> tuple[Sentence, ...]:
    """The sentences of every file in a folder.

    Raises:
        RuleBaseError: with every problem found, each naming file, line and remedy.
    """
    return read_folder(folder, "sentences", lambda entry: _sentences(entry, facts))


def _sentences(entry: Entry, facts: Mapping[str, Fact]) -> Iterator[Sentence]:
    for item in entry.items():
        text = item.required("text", Entry.text, "")
        stated = item.optional("facts", lambda each: dict(_stated(each, facts)), NOTHING)
        item.no_other_keys()
        yield Sentence(text, stated)


def _stated(entry: Entry, facts: Mapping[str, Fact]) -> Iterator[tuple[str, str]]:
    for key, value in entry.fields():
        if key in facts:
            yield key, value.one_of(facts[key].values, f"value of “{key}”")
        else:
            value.problem(f"there is no fact “{key}”", "Add it to facts.yml, or correct its name", entry.line_of(key))
