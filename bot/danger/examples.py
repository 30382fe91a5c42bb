"""Reads `data/danger/`: messages as managers write them, each with the danger to a person that it reveals."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.rulebase.reader import Entry, read_folder

NO_DANGER = "none"
DANGERS = ("acute", "abuse", NO_DANGER)
PHRASES = ("agree", "differ", "not compared")
"""How the phrases of `rules/danger.yml` judge a message; it is not compared where the file does not say."""
NO_TEXTS: tuple[str, ...] = ()
NOTES = ("language", "form", "about")
"""What a group may say of itself to those who read the file."""


@dataclass(frozen=True)
class Example:
    """A message, the danger that it reveals (one of `DANGERS`), and how phrases judge it (one of `PHRASES`)."""

    text: str
    danger: str
    phrases: str


def load_examples(folder: Path) -> tuple[Example, ...]:
    """The messages of every file in a folder.

    Raises:
        RuleBaseError: with every problem found, each naming file, line and remedy.
    """
    return read_folder(folder, "groups", _examples)


def _examples(groups: Entry) -> Iterator[Example]:
    for group in groups.items():
        danger = group.required("danger", lambda entry: entry.one_of(DANGERS, "danger"), NO_DANGER)
        phrases = group.optional("phrases", lambda entry: entry.one_of(PHRASES, "judgement of phrases"), PHRASES[-1])
        for note in NOTES:
            group.optional(note, Entry.text, "")
        for text in group.required("sentences", Entry.texts, NO_TEXTS):
            yield Example(text, danger, phrases)
        group.no_other_keys()
