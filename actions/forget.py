"""Forgets facts of the situation."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from actions.check import reminded
from actions.knowledge import say
from actions.situation import remember, remembered, told
from bot.knowledge import rule_base, texts
from bot.presentation.forgetting import meant
from bot.presentation.situation import known
from bot.situation.memory import without


class ActionForget(Action):
    """The fact that the button names, or those that a message is about; shows what is left."""

    def name(self) -> str:
        return "action_forget"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[EventType]:
        text, memory = tracker.latest_message.get("text") or "", remembered(tracker)
        stated = [telling.partition("=")[0] for telling, _ in told(tracker)]
        asked = [] if text.startswith("/") else meant(text, stated, memory, rule_base(), texts())
        for fact in asked or stated:
            memory = without(memory, fact)
        say(reminded(known(memory, rule_base(), texts()), tracker), dispatcher)
        return remember(memory)
