"""Which topics a follow-up names, and which question it is about then."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from bot.rulebase.model import RuleBase


def of_named_topic(text: str, question: str | None, close: Iterable[str], base: RuleBase) -> str | None:
    """The question itself, unless the text names other topics: then one of these.

    That is the first of the questions that are `close` and of such a topic, or else the first question of the topic.
    """
    named = list(topics_named(text, base))
    if not named or (question and base.questions[question].topic in named):
        return question
    of_topics = (key for key in (*close, *base.questions) if base.questions[key].topic in named)
    return next(of_topics, question)


def holds_any(text: str, phrases: Iterable[str]) -> bool:
    """Whether a text holds one of these phrases (in lower case) as whole words: “in general”, “another one about”."""
    return any(_holds(text, words) for words in phrases)


def topics_named(text: str, base: RuleBase) -> Iterator[str]:
    """The topics of which a text holds a word, in the order of the rule base."""
    for topic in base.topics.values():
        if any(_holds(text, words) for words in topic.words):
            yield topic.id


def _holds(text: str, words: str) -> bool:
    said = " ".join(re.findall(r"\w+", text.casefold()))
    return f" {words} " in f" {said} "
