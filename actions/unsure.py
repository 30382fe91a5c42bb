"""Asks back when no question is likely enough."""

from __future__ import annotations

from rasa_sdk import Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from actions.check import reminded
from actions.check_first import CheckFirst
from actions.knowledge import say
from bot.knowledge import rule_base, texts
from bot.presentation.follow_ups import question_buttons
from bot.presentation.reply import Reply

CHOICES = 3


class ActionUnsure(CheckFirst):
    """Offers the likeliest questions as choices, or says what is covered."""

    def name(self) -> str:
        return "action_unsure"

    def otherwise(self, dispatcher: CollectingDispatcher, tracker: Tracker) -> list[EventType]:
        ranking = [guess["name"] for guess in tracker.latest_message.get("intent_ranking", [])]
        choices = [name for name in ranking if name in rule_base().questions][:CHOICES]
        text = texts().get("unsure.ask" if choices else "unsure.nothing")
        reply = Reply(text, question_buttons(choices, rule_base(), texts()))
        say(reminded(reply, tracker), dispatcher)
        return []
