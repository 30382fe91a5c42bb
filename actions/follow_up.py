"""What all follow-ups share: they are about a question that was answered before."""

from __future__ import annotations

from abc import abstractmethod

from rasa_sdk import Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from actions.about import question_meant
from actions.about_check import about_check
from actions.check import reminded
from actions.check_first import CheckFirst
from actions.described import described
from actions.earlier import answered_now
from actions.knowledge import advice_on, say
from actions.situation import situation_before
from bot.knowledge import rule_base, texts
from bot.presentation.reply import Reply
from bot.reasoning.advise import Advice
from bot.reasoning.concerns import Assessment, closest_question
from bot.reasoning.evaluate import Situation


class FollowUp(CheckFirst):
    """A reply about what was answered last, a question or a situation, or a plain word that there is nothing yet."""

    @abstractmethod
    def reply(self, advice: Advice) -> Reply:
        """The reply about the advice on the question meant."""

    def on_situation(self, assessment: Assessment, situation: Situation) -> Reply | None:
        """The reply about what a situation called for; where there is none, it is about the question closest to it."""
        return None

    def before_any_answer(self) -> Reply:
        """The reply where nothing was answered yet that it could be about."""
        return Reply(texts().get("follow_ups.nothing_yet"))

    def otherwise(self, dispatcher: CollectingDispatcher, tracker: Tracker) -> list[EventType]:
        question, situation = question_meant(tracker), situation_before(tracker)
        on_check = None if question else about_check(tracker)
        say(reminded(on_check or self._about(question, situation, described(tracker)), tracker), dispatcher)
        return answered_now(question, tracker) if question else []

    def _about(self, question: str | None, situation: Situation, assessment: Assessment | None) -> Reply:
        own = self.on_situation(assessment, situation) if assessment and question is None else None
        about = question or (closest_question(assessment, rule_base()) if assessment else None)
        return own or (self.reply(advice_on(about, situation)) if about else self.before_any_answer())
