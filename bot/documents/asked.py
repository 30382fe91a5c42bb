"""Loads `rules/takeaway_words.yml`, and finds by it which documents a message asks for."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from bot.phrases.file import Pattern, PhraseFile, vocabulary
from bot.phrases.message import Message, Vocabulary
from bot.phrases.search import Search
from bot.rulebase.reader import Entry, read_alone

FILE = "takeaway_words.yml"


@dataclass(frozen=True)
class Wordings:
    """By which phrases each document is asked for, in the order of the file."""

    of_documents: tuple[Pattern, ...]
    vocabulary: Vocabulary


def load_wordings(root: Path, documents: Collection[str]) -> Wordings:
    """Reads `takeaway_words.yml` in the folder of the rule base; `documents` are the names of all that there are.

    Raises:
        RuleBaseError: with every problem found, each naming file, line and remedy.
    """
    return read_alone(root / FILE, root, lambda top: _wordings(top, documents))


def _wordings(top: Entry, documents: Collection[str]) -> Wordings:
    phrases = PhraseFile()
    top.optional("lists", phrases.read_lists, None)
    patterns: list[Pattern] = []
    top.required("documents", lambda entry: patterns.extend(_patterns(entry, phrases, documents)), None)
    return Wordings(tuple(patterns), vocabulary(patterns))


def _patterns(entry: Entry, phrases: PhraseFile, documents: Collection[str]) -> list[Pattern]:
    found = {key: Pattern(key, phrases.phrases(value)) for key, value in entry.fields()}
    for key in found.keys() - set(documents):
        entry.problem(f"there is no document “{key}”", "Known are: " + ", ".join(documents), entry.line_of(key))
    for key in set(documents) - found.keys():
        entry.problem(f"no words ask for the document “{key}”", f"Add “{key}:” with its phrases")
    return [*found.values()]


def documents_asked(text: str, wordings: Wordings) -> tuple[str, ...]:
    """The names of the documents that a message names, in the order of the file."""
    search = Search(Message(text, wordings.vocabulary))
    return tuple(pattern.id for pattern in wordings.of_documents if search.words_of(pattern))
