"""Does a message describe a situation, to be answered as a whole, or ask for something in particular?"""

from __future__ import annotations

from collections.abc import Sequence

from bot.phrases.message import Message
from bot.phrases.search import Search
from bot.rulebase.model import RuleBase
from bot.situation.patterns import Tellings
from bot.situation.recognise import SENTENCE, Stated

ENOUGH = 2
"""A message that states so many facts beside its setting describes a situation, whatever question it comes close to, and
whatever it asks that comes close to none."""
CLEAR = 0.5
"""A question so likely is answered as such where fewer facts are stated."""


def describes_situation(
    text: str, stated: Sequence[Stated], clearest: float, tellings: Tellings, base: RuleBase
) -> bool:
    """Whether a message tells facts and asks nothing in particular; `clearest` is how likely the likeliest question is, or that it is about something else."""
    many = len([each for each in stated if not base.facts[each.fact].setting]) >= ENOUGH
    reasons = (many, not asks_in_particular(text, tellings), clearest < CLEAR)
    return bool(stated) and sum(reasons) >= 2


def asks_in_particular(text: str, tellings: Tellings) -> bool:
    """Whether a message holds a question other than what to do about all of it."""
    searches = (_search(found[0], tellings) for found in SENTENCE.finditer(text) if _asks(found[0], tellings))
    return any(not search.words_of(tellings.open_question) for search in searches)


def _asks(sentence: str, tellings: Tellings) -> bool:
    """Whether a sentence is a question, by its end or its first words: on a phone, question marks get lost."""
    first = 1
    return sentence.rstrip("!.…").endswith("?") or bool(
        _search(sentence, tellings).words_of(tellings.question_beginning) & first
    )


def _search(sentence: str, tellings: Tellings) -> Search:
    return Search(Message(sentence, tellings.vocabulary))
