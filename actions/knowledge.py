"""What actions share: advice on a question, which question is meant, and how they speak."""

from __future__ import annotations

from types import MappingProxyType

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from bot.knowledge import rule_base
from bot.presentation.reply import Reply
from bot.reasoning.advise import Advice, advise
from bot.reasoning.evaluate import Situation

NOTHING_KNOWN: Situation = MappingProxyType({})


def advice_on(question: str, situation: Situation = NOTHING_KNOWN) -> Advice:
    """The advice on a question of the rule base, in a situation."""
    return advise(rule_base(), question, situation)


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
    """Sends a reply as one message, with its picture and the documents that it hands out."""
    documents = [vars(document) for document in reply.documents]
    dispatcher.utter_message(
        text=reply.text,
        buttons=[vars(button) for button in reply.buttons],
        image=reply.image or None,
        json_message={"documents": documents} if documents else None,
    )
