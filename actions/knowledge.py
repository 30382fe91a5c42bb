"""The rule base and texts of this process, and how actions read the tracker and speak."""

from __future__ import annotations

from functools import lru_cache

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from bot.paths import RULES
from bot.presentation.reply import Reply
from bot.presentation.texts import Texts, load_texts
from bot.rulebase.loader import load
from bot.rulebase.model import RuleBase


@lru_cache(maxsize=1)
def rule_base() -> RuleBase:
    """The rule base, read once."""
    return load(RULES)


@lru_cache(maxsize=1)
def texts() -> Texts:
    """The fixed texts, read once."""
    return load_texts(RULES)


def question_meant(tracker: Tracker) -> str | None:
    """The question a follow-up is about: the one its button carries, else the one answered last.

    Anybody can type a button's message, so only ids of existing questions count.
    """
    carried = next(tracker.get_latest_entity_values("question"), None)
    for candidate in (carried, tracker.get_slot("answered")):
        if isinstance(candidate, str) and candidate in rule_base().questions:
            return candidate
    return None


def say(reply: Reply, dispatcher: CollectingDispatcher) -> None:
    """Sends a reply as one message."""
    dispatcher.utter_message(text=reply.text, buttons=[vars(button) for button in reply.buttons])
