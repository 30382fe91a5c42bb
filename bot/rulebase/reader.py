"""Reads YAML with line numbers. Every scalar is text (`yes` stays `yes`), and every mistake is collected."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from difflib import get_close_matches
from itertools import accumulate
from pathlib import Path
from typing import Any, TypeVar

import yaml

from bot.rulebase.problems import Problem, RuleBaseError

T = TypeVar("T")
DEEPEST = 100
"""Levels of nesting that a file may have; YAML's loader in C crashes at some ten thousand."""
NOTHING = "tag:yaml.org,2002:null"
BLANK = " \t\r\n\u00a0\u200b\u2060\ufeff"
Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""YAML's loader in C where it is there: ten times faster."""


class Problems:
    """Collects problems while the files of one folder are read."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.found: list[Problem] = []
        self.unread = False
        """Whether a file or an object could not be taken at all, so that nothing can be said about what is lacking."""

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
        node = self._node
        text = node.value.strip(BLANK) if isinstance(node, yaml.ScalarNode) and node.tag != NOTHING else ""
        if not text:
            self.problem("a text is expected here", "Write one non-empty text")
        return text

    def items(self) -> tuple[Entry, ...]:
        """The entries of a list."""
        if not isinstance(self._node, yaml.SequenceNode):
            self.problem(
                "a list is expected here", "Write a list, also for a single item: [item] or lines that start with -"
            )
            return ()
        if not self._node.value:
            self.problem("the list is empty", "Name at least one item, or delete the key")
        return tuple(Entry(node, self.file, self.problems) for node in self._node.value)

    def texts(self) -> tuple[str, ...]:
        """The texts of a list, each of which may stand there once."""
        found: dict[str, None] = {}
        for item in self.items():
            text = item.text()
            if text and text in found:
                item.problem(f"“{text}” stands twice in this list", "Delete one of them")
            found[text] = None
        return tuple(found)

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
        self._read.add(key)
        if key not in self._fields:
            self.problem(f"the key “{key}” is missing", f"Add “{key}:” here")
            return otherwise
        return self.optional(key, read, otherwise)

    def optional(self, key: str, read: Callable[[Entry], T], otherwise: T) -> T:
        """Reads the value of a key that may be there."""
        self._read.add(key)
        return read(Entry(self._fields[key][1], self.file, self.problems)) if key in self._fields else otherwise

    def plain(self) -> Any:
        """The value as dictionaries, lists and texts, with the white space around them."""
        if isinstance(self._node, yaml.MappingNode):
            return {key: entry.plain() for key, entry in self.fields()}
        if isinstance(self._node, yaml.SequenceNode):
            return [item.plain() for item in self.items()]
        self.text()
        return str(self._node.value)

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
    node = _compose(file, problems)
    if node is None:
        problems.unread = True
        return None
    return Entry(node, file, problems)


def read_alone(file: Path, root: Path, read: Callable[[Entry], T]) -> T:
    """What is read from a YAML file that nothing else refers to. Problems name the file from the folder of `root` on.

    Raises:
        RuleBaseError: with every problem found, each naming file, line and remedy.
    """
    problems = Problems(root)
    top = read_file(file, problems)
    if top is not None:
        found = read(top)
        top.no_other_keys()
        if not problems.found:
            return found
    raise RuleBaseError(problems.found)


def read_folder(folder: Path, key: str, read: Callable[[Entry], Iterable[T]]) -> tuple[T, ...]:
    """What stands under one key in every YAML file of a folder, in the order of the files' names.

    Raises:
        RuleBaseError: with every problem found, each naming file, line and remedy.
    """
    problems = Problems(folder.parent)
    found: list[T] = []
    for file in sorted(folder.glob("*.yml")):
        top = read_file(file, problems)
        if top is not None:
            found.extend(top.required(key, lambda entry: tuple(read(entry)), ()))
            top.no_other_keys()
    if problems.found:
        raise RuleBaseError(problems.found)
    return tuple(found)


def _compose(file: Path, problems: Problems) -> yaml.Node | None:
    try:
        text = file.read_text(encoding="utf-8")
        steps = (
            isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            for event in yaml.parse(text, Loader=Loader)
        )
        if max(accumulate(steps), default=0) > DEEPEST:
            raise RecursionError
        node = yaml.compose(text, Loader=Loader)
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
    except RecursionError:
        problems.add(file, 1, "the file is nested too deep to be read", "Remove brackets that are never closed")
        return None
    if not isinstance(node, yaml.MappingNode):
        problems.add(file, 1, "the file holds no keys", "Start it as the files beside it start, or delete it")
        return None
    repeated = _repeated_node(node)
    if repeated is not None:
        problems.add(
            file,
            repeated.start_mark.line + 1,
            "something here is repeated by an alias (*…)",
            "Write it out where it is needed",
        )
        return None
    return node


def _repeated_node(top: yaml.Node) -> yaml.Node | None:
    """A node that is reached twice, as an alias makes it; it could even hold itself."""
    seen: set[int] = set()
    waiting = [top]
    while waiting:
        node = waiting.pop()
        if id(node) in seen:
            return node
        seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            waiting += [part for pair in node.value for part in pair]
        elif isinstance(node, yaml.SequenceNode):
            waiting += node.value
    return None


def _did_you_mean(word: str, known: set[str] | tuple[str, ...]) -> str:
    close = get_close_matches(word, sorted(known), n=1)
    return f"Write “{close[0]}” if you mean that" if close else "Known are: " + ", ".join(sorted(known))
