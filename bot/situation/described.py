"""Does a message describe a situation, to be answered as a whole, or ask for something in particular?"""

from __future__ import annotations

from collections.abc import Sequence

from bot.phrases.message import Message
from bot.phrases.search import Search
from bot.rulebase.model import RuleBase
from bot.situation.patterns import Tellings
from bot.situation.recognise import SENTENCE, Stated

ENOUGH = 2
"""A message that states so many facts beside its setting describes a situation, whatever question it comes close to."""
CLEAR = 0.5
"""A question so likely is answered as such where fewer facts are stated."""


def describes_situation(
    text: str, stated: Sequence[Stated], clearest: float, tellings: Tellings, base: RuleBase
) -> bool:
    """Whether a message tells facts and asks nothing in particular; `clearest` is how likely the likeliest question is, or that it is about something else."""
    if not stated or asks_in_particular(text, tellings):
        return False
    return len([each for each in stated if not base.facts[each.fact].setting]) >= ENOUGH or clearest < CLEAR


def asks_in_particular(text: str, tellings: Tellings) -> bool:
    """Whether a message holds a question other than what to do about all of it."""
    return any(not _is_open(question, tellings) for question in _questions(text))


def _questions(text: str) -> list[str]:
    return [found[0] for found in SENTENCE.finditer(text) if found[0].rstrip("!.…").endswith("?")]


def _is_open(question: str, tellings: Tellings) -> bool:
    return bool(Search(Message(question, tellings.vocabulary)).words_of(tellings.open_question))
