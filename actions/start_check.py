"""Starts the readiness check."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from actions.check import check_of
from actions.check_asking import go_on
from actions.situation import known
from bot.knowledge import rule_base, texts
from bot.presentation.check import begun
from bot.readiness.check import begun_again
from bot.situation.memory import values


class ActionStartCheck(Action):
    """One that is not finished goes on; after one that is finished, a new one is compared with it."""

    def name(self) -> str:
        return "action_start_check"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[EventType]:
        memory = known(tracker)
        check = begun_again(check_of(tracker), values(memory), rule_base())
        before = "" if check.answers else begun(check, values(memory), rule_base(), texts())
        return go_on(check, memory, tracker, dispatcher, before)
