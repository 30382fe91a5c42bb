"""Forgets what was talked about."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import AllSlotsReset, EventType
from rasa_sdk.executor import CollectingDispatcher

from actions.knowledge import say
from bot.knowledge import texts
from bot.presentation.reply import Reply


class ActionStartOver(Action):
    """Empties every slot and says so."""

    def name(self) -> str:
        return "action_start_over"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[EventType]:
        say(Reply(texts().get("start_over")), dispatcher)
        return [AllSlotsReset()]
