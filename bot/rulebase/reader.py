"""Reads YAML with line numbers. Every scalar is text (`yes` stays `yes`), and every mistake is collected."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import TypeVar

import yaml

from bot.rulebase.problems import Problem

T = TypeVar("T")


class Problems:
    """Collects problems while the files of one folder are read."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.found: list[Problem] = []

    def add(self, file: Path, line: int, what: str, remedy: str) -> None:
        name = file.relative_to(self.root.parent) if file.is_relative_to(self.root.parent) else file
        self.found.append(Problem(str(name), line, what, remedy))


class Entry:
    """A YAML value together with the file and line where it stands.

    The readers below never raise: they note a problem and return something harmless, so that one run shows all
    mistakes. Nobody may use the results when problems were found.
    """

    def __init__(self, node: yaml.Node, file: Path, problems: Problems) -> None:
        self._node = node
        self.file = file
        self.problems = problems
        self._fields: dict[str, tuple[int, yaml.Node]] = {}
        self._read: set[str] = set()
        if isinstance(node, yaml.MappingNode):
            self._take_fields(node)

    @property
    def line(self) -> int:
        return int(self._node.start_mark.line) + 1

    def problem(self, what: str, remedy: str, line: int | None = None) -> None:
        """Notes a mistake at this entry, or at another line of its file."""
        self.problems.add(self.file, line or self.line, what, remedy)

    def text(self) -> str:
        """The scalar as text, without surrounding white space. Empty text is a problem."""
        if not isinstance(self._node, yaml.ScalarNode) or not self._node.value.strip():
            self.problem("a text is expected here", "Write one non-empty text")
            return ""
        return str(self._node.value).strip()

    def items(self) -> tuple[Entry, ...]:
        """The entries of a list."""
        if not isinstance(self._node, yaml.SequenceNode):
            self.problem(
                "a list is expected here", "Write a list, also for a single item: [item] or lines that start with -"
            )
            return ()
        return tuple(Entry(node, self.file, self.problems) for node in self._node.value)

    def texts(self) -> tuple[str, ...]:
        return tuple(item.text() for item in self.items())

    def fields(self) -> Iterator[tuple[str, Entry]]:
        """All keys of a mapping with their values."""
        if not isinstance(self._node, yaml.MappingNode):
            self.problem("keys with values are expected here", "Write `key: value` lines")
        for key, (_, value) in self._fields.items():
            self._read.add(key)
            yield key, Entry(value, self.file, self.problems)

    def line_of(self, key: str) -> int:
        """The line of a key of this mapping."""
        return self._fields[key][0] if key in self._fields else self.line

    def has(self, key: str) -> bool:
        return key in self._fields

    def required(self, key: str, read: Callable[[Entry], T], otherwise: T) -> T:
        """Reads the value of a key that must be there."""
        if key not in self._fields:
            self.problem(f"the key “{key}” is missing", f"Add “{key}:” here")
            return otherwise
        return self.optional(key, read, otherwise)

    def optional(self, key: str, read: Callable[[Entry], T], otherwise: T) -> T:
        """Reads the value of a key that may be there."""
        self._read.add(key)
        return read(Entry(self._fields[key][1], self.file, self.problems)) if key in self._fields else otherwise

    def no_other_keys(self) -> None:
        """Notes every key that nobody has asked for."""
        for key, (line, _) in self._fields.items():
            if key not in self._read:
                self.problem(f"the key “{key}” is not known here", _did_you_mean(key, self._read), line)

    def one_of(self, allowed: tuple[str, ...], what: str) -> str:
        """The scalar, which must be one of the allowed words."""
        value = self.text()
        if value and value not in allowed:
            self.problem(f"the {what} “{value}” is not known", _did_you_mean(value, allowed))
        return value

    def _take_fields(self, node: yaml.MappingNode) -> None:
        for key, value in node.value:
            line = int(key.start_mark.line) + 1
            name = str(key.value) if isinstance(key, yaml.ScalarNode) else "?"
            if name in self._fields:
                first = self._fields[name][0]
                self.problem(
                    f"the key “{name}” stands twice (first in line {first})", "Rename or delete one of them", line
                )
            else:
                self._fields[name] = (line, value)


def read_file(file: Path, problems: Problems) -> Entry | None:
    """The top entry of a YAML file, or nothing (and a problem) where the file cannot be read as YAML."""
    try:
        node = yaml.compose(file.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
    except OSError as error:
        problems.add(file, 1, f"the file cannot be read ({error.strerror})", "Restore the file or its permissions")
        return None
    except UnicodeDecodeError:
        problems.add(file, 1, "the file is not UTF-8 text", "Save it as UTF-8")
        return None
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        problems.add(
            file,
            line,
            f"this is not valid YAML ({error.problem})",
            "Check indentation, quotes and colons here and in the line above",
        )
        return None
    except yaml.YAMLError as error:
        problems.add(
            file, 1, f"this is not valid YAML ({str(error).splitlines()[0]})", "Remove characters that are not text"
        )
        return None
    if not isinstance(node, yaml.MappingNode):
        problems.add(file, 1, "the file holds no keys", "Start it as the files beside it start, or delete it")
        return None
    return Entry(node, file, problems)


def _did_you_mean(word: str, known: set[str] | tuple[str, ...]) -> str:
    close = get_close_matches(word, sorted(known), n=1)
    return f"Write “{close[0]}” if you mean that" if close else "Known are: " + ", ".join(sorted(known))
