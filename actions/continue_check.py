"""Goes on with the readiness check."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from actions.check import check_of
from actions.check_asking import go_on
from actions.situation import known
from bot.knowledge import rule_base
from bot.readiness.check import resumed
from bot.situation.memory import values


class ActionContinueCheck(Action):
    """At the question that waits, else at what is still open or was skipped; the result where nothing is."""

    def name(self) -> str:
        return "action_continue_check"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[EventType]:
        memory = known(tracker)
        return go_on(resumed(check_of(tracker), values(memory), rule_base()), memory, tracker, dispatcher)
