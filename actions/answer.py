"""Answers a question."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.asked import findings
from actions.knowledge import rule_base, say, texts
from bot.presentation.answer import answer
from bot.reasoning.advise import advise


class ActionAnswer(Action):
    """The intent is the question's id, the entities the findings asked for; follow-ups refer to this answer."""

    def name(self) -> str:
        return "action_answer"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[EventType]:
        question = str(tracker.get_intent_of_latest_message(skip_fallback_intent=False))
        advice = advise(rule_base(), question, {}, findings(tracker, "asked"), findings(tracker, "near"))
        say(answer(advice, rule_base(), texts()), dispatcher)
        return [SlotSet("answered", question)]
