"""Where each object of the rule base stands, so that a check can name file and line."""

from __future__ import annotations

from bot.rulebase.reader import Entry, Problems


class Places:
    """Remembers the entry of every id, by kind (`rules`, `findings`, …)."""

    def __init__(self, problems: Problems) -> None:
        self.problems = problems
        self._places: dict[tuple[str, str], tuple[Entry, int]] = {}

    def remember(self, kind: str, key: str, entry: Entry, line: int) -> bool:
        """Remembers an object; false when another one of its kind has the same id."""
        if (kind, key) in self._places:
            return False
        self._places[kind, key] = (entry, line)
        return True

    def problem(self, kind: str, key: str, what: str, remedy: str, *, at: str | int = "") -> None:
        """Notes a problem at an object, or at one of its keys, or at a line of its file."""
        entry, line = self._places[kind, key]
        if isinstance(at, int):
            line = at or line
        elif at:
            line = entry.line_of(at)
        self.problems.add(entry.file, line, what, remedy)
