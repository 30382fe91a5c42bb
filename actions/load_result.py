"""Takes the result of an earlier readiness check, so that the next result shows what has moved."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.check import CHECK, check_of
from actions.knowledge import say
from bot.knowledge import rule_base, texts
from bot.presentation.check import loaded, not_loaded
from bot.readiness.file import ResultFileError, from_file
from bot.readiness.memory import as_slot


class ActionLoadResult(Action):
    """A file that cannot be used changes nothing; what is wrong with it is said."""

    def name(self) -> str:
        return "action_load_result"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[EventType]:
        carried = next(tracker.get_latest_entity_values("result"), None)
        try:
            earlier = from_file(str(carried), rule_base())
        except ResultFileError as error:
            say(not_loaded(error, texts()), dispatcher)
            return []
        say(loaded(earlier, texts()), dispatcher)
        return [SlotSet(CHECK, as_slot(replace(check_of(tracker), earlier=earlier)))]
