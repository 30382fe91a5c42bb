"""What the files of the rule base have in common: tables of objects, texts by language, and statements."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from bot.rulebase.conditions import read_condition
from bot.rulebase.model import ALWAYS, BASES, LANGUAGES, YES_NO, Statement, Words
from bot.rulebase.places import Places
from bot.rulebase.reader import Entry, Problems, read_file

T = TypeVar("T")
NONE: tuple[str, ...] = ()
NO_WORDS: Words = MappingProxyType({})


def read_table(
    file: Path, name: str, read: Callable[[str, Entry], T], places: Places, problems: Problems
) -> dict[str, T]:
    """The objects of a file that holds one table of this name; each has a place of its own."""
    top = read_file(file, problems)
    if top is None:
        return {}
    table: dict[str, T] = {}
    fill(top, name, table, read, places)
    top.no_other_keys()
    return table


def fill(top: Entry, name: str, table: dict[str, T], read: Callable[[str, Entry], T], places: Places) -> None:
    """Reads the objects below a key, if it is there, into `table`, and remembers where each stands."""
    section = top.optional(name, lambda entry: entry, None)
    if section is None:
        return
    for key, entry in section.fields():
        if not key.replace("_", "").isalnum() or not key.isascii() or key != key.lower():
            entry.problem(
                f"the id “{key}” is not usable", "Use lower-case letters a-z, digits and _", section.line_of(key)
            )
        if not places.remember(name, key, entry, section.line_of(key)):
            entry.problem(
                f"the id “{key}” exists in another topic too", "Give one of them another id", section.line_of(key)
            )
            entry.problems.unread = True
        table[key] = read(key, entry)
        entry.no_other_keys()


def read_yes(entry: Entry) -> bool:
    """Whether the value is yes; it can only be yes or no."""
    return entry.one_of(YES_NO, "value") == "yes"


def read_statements(entry: Entry) -> tuple[Statement, ...]:
    """A list of statements."""
    return tuple(read_statement(item) for item in entry.items())


def read_statement(entry: Entry) -> Statement:
    """A statement with no keys beside its own."""
    statement = Statement(
        says=entry.required("says", read_words, NO_WORDS),
        because=entry.optional("because", Entry.texts, ()),
        studies=entry.optional("studies", Entry.texts, ()),
        basis=entry.optional("basis", lambda e: e.one_of(BASES, "basis"), ""),
        when=entry.optional("when", read_condition, ALWAYS),
        line=entry.line_of("because"),
    )
    entry.no_other_keys()
    return statement


def read_item(entry: Entry) -> Statement:
    """A pitfall or a check: said always, so it has no condition."""
    says = entry.required("says", read_words, NO_WORDS)
    return Statement(says, entry.required("because", Entry.texts, NONE), line=entry.line_of("because"))


def read_words(entry: Entry) -> Words:
    """One text by language; English must be there."""
    words = {language: text.text() for language, text in entry.fields()}
    if "en" not in words:
        entry.problem("the English text is missing", "Write it as `en: …`")
    for language, text in words.items():
        if language not in LANGUAGES:
            entry.problem(
                f"the language “{language}” is not known", "Known are: " + ", ".join(LANGUAGES), entry.line_of(language)
            )
        if any(not line.strip() for line in text.splitlines()):
            entry.problem(
                "the text holds a blank line, which would split the message in two",
                "Remove the blank line",
                entry.line_of(language),
            )
    return MappingProxyType(words)


def read_table_of_words(entry: Entry) -> Mapping[str, Words]:
    """A text by language for each key."""
    return MappingProxyType({key: read_words(words) for key, words in entry.fields()})
