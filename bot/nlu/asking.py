"""Reads `data/findings/`: messages that each ask for one finding, in words far from any topic's."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.rulebase.reader import Entry, read_folder


@dataclass(frozen=True)
class Asking:
    """A message, and the id of the finding that answers it."""

    text: str
    finding: str


def load_asking(folder: Path, findings: Collection[str]) -> tuple[Asking, ...]:
    """The messages of every file in a folder.

    Raises:
        RuleBaseError: with every problem found, each naming file, line and remedy.
    """
    return read_folder(folder, "findings", lambda entry: _messages(entry, findings))


def _messages(entry: Entry, findings: Collection[str]) -> Iterator[Asking]:
    for finding, messages in entry.fields():
        if finding not in findings:
            messages.problem(f"there is no finding “{finding}”", "Correct its id or delete it", entry.line_of(finding))
        for text in messages.texts():
            yield Asking(text, finding)
