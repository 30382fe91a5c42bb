"""Where each object of the rule base stands, so that a check can name file and line."""

from __future__ import annotations

from pathlib import Path

from bot.rulebase.reader import Entry, Problems


class Places:
    """Remembers file and line of every id, by kind (`rules`, `findings`, …)."""

    def __init__(self, problems: Problems) -> None:
        self._problems = problems
        self._places: dict[tuple[str, str], tuple[Path, int]] = {}

    def remember(self, kind: str, key: str, entry: Entry, line: int) -> None:
        self._places[kind, key] = (entry.file, line)

    def problem(self, kind: str, key: str, what: str, remedy: str, mentions: str = "") -> None:
        """Notes a problem at an object; `mentions` moves it to the first line of the object that holds this word."""
        file, line = self._places[kind, key]
        self._problems.add(file, _line_that_mentions(mentions, file, line) if mentions else line, what, remedy)


def _line_that_mentions(word: str, file: Path, start: int) -> int:
    lines = file.read_text(encoding="utf-8").splitlines()
    for number in range(start, len(lines) + 1):
        if word in lines[number - 1]:
            return number
    return start
