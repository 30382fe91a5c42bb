"""Loads `rules/local_words.yml`: what peer support workers are called where, and which words can mean somebody else too."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.rulebase.reader import Entry, read_alone

FILE = "local_words.yml"
NO_WORDS: tuple[str, ...] = ()
NOTHING: Mapping[str, str] = {}


@dataclass(frozen=True)
class Ambiguous:
    """A word that can mean several people: how it is found, and what is read instead by each meaning."""

    id: str
    found: re.Pattern[str]
    means: Mapping[str, str]


def load_local_words(rules: Path) -> tuple[re.Pattern[str], Mapping[str, Ambiguous]]:
    """What finds the local words for a PSW, and the words that can mean somebody else too, by their id.

    Raises:
        RuleBaseError: with every problem found, each naming file, line and remedy.
    """
    return read_alone(rules / FILE, rules, _words)


def _words(top: Entry) -> tuple[re.Pattern[str], Mapping[str, Ambiguous]]:
    psw = _pattern(top.required("psw", Entry.texts, NO_WORDS))
    ambiguous: dict[str, Ambiguous] = {}
    top.required("ambiguous", lambda entry: ambiguous.update(_ambiguous(entry)), None)
    return psw, ambiguous


def _ambiguous(entry: Entry) -> Iterator[tuple[str, Ambiguous]]:
    for key, word in entry.fields():
        words = word.required("words", Entry.texts, NO_WORDS)
        means = word.required("means", _meanings, NOTHING)
        word.no_other_keys()
        yield key, Ambiguous(key, _pattern(words), means)


def _meanings(entry: Entry) -> Mapping[str, str]:
    return {meaning: read.text() for meaning, read in entry.fields()}


def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    written = (re.escape(word).replace(r"\-", r"[-\s]?").replace(r"\*", r"\w*") for word in words)
    return re.compile(rf"\b(?:{'|'.join(written)})\b", re.IGNORECASE)
