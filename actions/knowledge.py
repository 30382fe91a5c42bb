"""What actions share: advice on a question, and how they speak."""

from __future__ import annotations

from types import MappingProxyType

from rasa_sdk.executor import CollectingDispatcher

from bot.knowledge import rule_base
from bot.presentation.reply import Reply
from bot.reasoning.advise import Advice, advise
from bot.reasoning.evaluate import Situation

NOTHING_KNOWN: Situation = MappingProxyType({})


def advice_on(question: str, situation: Situation = NOTHING_KNOWN) -> Advice:
    """The advice on a question of the rule base, in a situation."""
    return advise(rule_base(), question, situation)


def say(reply: Reply, dispatcher: CollectingDispatcher) -> None:
    """Sends a reply as one message, with its picture and the documents that it hands out."""
    documents = [vars(document) for document in reply.documents]
    dispatcher.utter_message(
        text=reply.text,
        buttons=[vars(button) for button in reply.buttons],
        image=reply.image or None,
        json_message={"documents": documents} if documents else None,
    )
