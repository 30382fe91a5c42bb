"""Which of the remembered facts somebody asks to forget, in words."""

from __future__ import annotations

from collections.abc import Iterable

from bot.presentation.likeness import content_words
from bot.presentation.texts import Texts
from bot.rulebase.model import RuleBase
from bot.situation.memory import Memory


def meant(text: str, stated: Iterable[str], memory: Memory, base: RuleBase, texts: Texts) -> tuple[str, ...]:
    """The facts of the memory that a message is about; none where it is about none of them.

    Those are the facts that it states (“forget that we have no mentor”), whatever their value. Where it states none of the
    memory, they are those that share most words with it: the words they were told in, and those that say and ask for them.
    """
    facts = tuple(fact for fact in dict.fromkeys(stated) if fact in memory)
    if facts:
        return facts
    sought = content_words(text)
    shared = {fact: len(sought & _words_of(fact, memory, base, texts)) for fact in memory}
    most = max(shared.values(), default=0)
    return tuple(fact for fact, count in shared.items() if count == most > 0)


def _words_of(fact: str, memory: Memory, base: RuleBase, texts: Texts) -> set[str]:
    known = memory[fact]
    said, asked = base.facts[fact].said[known.value], base.facts[fact].asks
    return content_words(" ".join([known.words, texts.say(said), texts.say(asked)]))
