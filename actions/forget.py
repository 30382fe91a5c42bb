"""Forgets one fact of the situation."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from actions.check import reminded
from actions.knowledge import say
from actions.situation import remember, remembered
from bot.knowledge import rule_base, texts
from bot.presentation.situation import known
from bot.situation.memory import without


class ActionForget(Action):
    """The fact that the button names; shows what is left."""

    def name(self) -> str:
        return "action_forget"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[EventType]:
        fact = next(tracker.get_latest_entity_values("fact"), None)
        memory = without(remembered(tracker), str(fact))
        say(reminded(known(memory, rule_base(), texts()), tracker), dispatcher)
        return remember(memory)
