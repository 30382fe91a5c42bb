"""What actions share whose message may, while the readiness check waits, answer it instead."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from actions.answering import answered_in_passing
from actions.check_answer import take


class CheckFirst(Action, ABC):
    """Takes the message as an answer to the check where it gives one, and does its own otherwise."""

    @abstractmethod
    def otherwise(self, dispatcher: CollectingDispatcher, tracker: Tracker) -> list[EventType]:
        """What the action does with a message that answers no check."""

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[EventType]:
        given = answered_in_passing(tracker)
        return self.otherwise(dispatcher, tracker) if given is None else take(*given, tracker, dispatcher)
