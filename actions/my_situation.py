"""Answers “what do you know about my situation?”."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from actions.check import reminded
from actions.knowledge import say
from actions.situation import remembered
from bot.knowledge import rule_base, texts
from bot.presentation.situation import known


class ActionMySituation(Action):
    """Each fact with the words it came from."""

    def name(self) -> str:
        return "action_my_situation"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[EventType]:
        say(reminded(known(remembered(tracker), rule_base(), texts()), tracker), dispatcher)
        return []
