"""Which facts does a message state? Deterministic, and in time that grows evenly with the message."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from bot.phrases.message import Message, words_of
from bot.phrases.search import Search
from bot.situation.patterns import Telling, Tellings

SENTENCE = re.compile(r"\S(?:[^.!?…;\n]|[.!?…](?!\s|$))*[.!?…]*")


@dataclass(frozen=True)
class Stated:
    """A fact that a message states, and the sentence that states it: the characters from `start` to `end`."""

    fact: str
    value: str
    start: int
    end: int


def recognise(text: str, tellings: Tellings) -> tuple[Stated, ...]:
    """The facts that a message states, each once, in the order of the rule base.

    Where a message tells several values of one fact, the value told last holds, since people correct themselves; within
    one sentence the value that stands first in `situation.yml` does.
    """
    sentences = tuple(_sentences(text))
    search = Search(Message(text, tellings.vocabulary))
    told: dict[str, tuple[int, Telling]] = {}
    for telling in tellings.of_facts:
        words = search.words_of(telling.pattern)
        if not words:
            continue
        place = _sentence_with(words.bit_length() - 1, sentences)
        if telling.fact not in told or place > told[telling.fact][0]:
            told[telling.fact] = (place, telling)
    return tuple(
        Stated(fact, telling.value, sentences[place].start, sentences[place].end)
        for fact, (place, telling) in told.items()
    )


@dataclass(frozen=True)
class _Sentence:
    start: int
    end: int
    words: int


def _sentences(text: str) -> Iterator[_Sentence]:
    """The sentences with their words; the line breaks around a sentence, which are words too, count to it."""
    found = list(SENTENCE.finditer(text))
    borders = [0, *(each.start() for each in found[1:]), len(text)]
    for sentence, (first, last) in zip(found, pairwise(borders), strict=False):
        yield _Sentence(sentence.start(), sentence.end(), len(words_of(text[first:last])))


def _sentence_with(position: int, sentences: tuple[_Sentence, ...]) -> int:
    """Which sentence holds the word at a position."""
    passed = 0
    for number, sentence in enumerate(sentences):
        passed += sentence.words
        if position < passed:
            return number
    return len(sentences) - 1
