"""What all follow-ups share: they are about a question that was answered before."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.check import reminded
from actions.knowledge import advice_on, question_meant, say
from actions.situation import DESCRIBED, remembered
from bot.knowledge import rule_base, texts
from bot.presentation.reply import Reply
from bot.reasoning.advise import Advice
from bot.reasoning.concerns import Assessment, assess, closest_question
from bot.reasoning.evaluate import Situation
from bot.situation.memory import values


class FollowUp(Action, ABC):
    """A reply about what was answered last, a question or a situation, or a plain word that there is nothing yet."""

    @abstractmethod
    def reply(self, advice: Advice) -> Reply:
        """The reply about the advice on the question meant."""

    def on_situation(self, assessment: Assessment, situation: Situation) -> Reply | None:
        """The reply about what a situation called for; where there is none, it is about the question closest to it."""
        return None

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[EventType]:
        question, situation = question_meant(tracker), values(remembered(tracker))
        if question is not None:
            say(reminded(self.reply(advice_on(question, situation)), tracker), dispatcher)
            return [SlotSet("answered", question)]
        reply = self._about_situation(situation, tracker) or Reply(texts().get("follow_ups.nothing_yet"))
        say(reminded(reply, tracker), dispatcher)
        return []

    def _about_situation(self, situation: Situation, tracker: Tracker) -> Reply | None:
        if tracker.get_slot("answered") != DESCRIBED:
            return None
        assessment = assess(rule_base(), situation)
        closest = closest_question(assessment, rule_base())
        own = self.on_situation(assessment, situation)
        return own or (self.reply(advice_on(closest, situation)) if closest else None)
