"""What all follow-ups share: they are about a question that was answered before."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.knowledge import question_meant, say, texts
from bot.presentation.reply import Reply


class FollowUp(Action, ABC):
    """A reply about the question meant, or a plain word that there is none yet."""

    @abstractmethod
    def reply(self, question: str) -> Reply:
        """The reply on a question of the rule base."""

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[EventType]:
        question = question_meant(tracker)
        if question is None:
            say(Reply(texts().get("follow_ups.nothing_yet")), dispatcher)
            return []
        say(self.reply(question), dispatcher)
        return [SlotSet("answered", question)]
