"""Shows the result of the readiness check so far, or one level of it in full."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from actions.check import check_of
from actions.check_asking import go_on
from actions.knowledge import say
from actions.situation import known
from bot.knowledge import rule_base, texts
from bot.presentation.check_result import shown_level
from bot.readiness.result import result
from bot.rulebase.model import LEVELS
from bot.situation.memory import values


class ActionShowResult(Action):
    """The check stops here; it can be taken up again."""

    def name(self) -> str:
        return "action_show_result"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[EventType]:
        check, memory = check_of(tracker), known(tracker)
        level = next(tracker.get_latest_entity_values("level"), None)
        if level in LEVELS:
            say(shown_level(result(check, values(memory), rule_base()), level, rule_base(), texts()), dispatcher)
            return []
        return go_on(replace(check, pending=None), memory, tracker, dispatcher)
