"""Which component an example teaches, and what."""

from __future__ import annotations

from rasa.shared.nlu.constants import INTENT
from rasa.shared.nlu.training_data.message import Message

from bot.nlu.asked import leaves_question_open
from bot.nlu.danger_revealed import danger_of
from bot.nlu.facts_stated import facts_of


def teaches_sentences(example: Message) -> bool:
    """Whether an example is there for the facts that it states or the danger that it reveals, not for what it asks."""
    return facts_of(example) is not None or danger_of(example) is not None


def intent_taught(example: Message) -> str | None:
    """The intent that an example teaches; nothing where it teaches something else alone."""
    intent: str | None = example.get(INTENT)
    return None if teaches_sentences(example) or leaves_question_open(example) else intent
