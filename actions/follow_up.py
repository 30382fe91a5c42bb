"""What all follow-ups share: they are about a question that was answered before."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.knowledge import advice_on, question_meant, say
from bot.knowledge import texts
from bot.presentation.reply import Reply
from bot.reasoning.advise import Advice


class FollowUp(Action, ABC):
    """A reply about the question meant, or a plain word that there is none yet."""

    @abstractmethod
    def reply(self, advice: Advice) -> Reply:
        """The reply about the advice on the question meant."""

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[EventType]:
        question = question_meant(tracker)
        if question is None:
            say(Reply(texts().get("follow_ups.nothing_yet")), dispatcher)
            return []
        say(self.reply(advice_on(question)), dispatcher)
        return [SlotSet("answered", question)]
