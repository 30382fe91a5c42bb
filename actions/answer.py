"""Answers a question."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.asked import findings, question_asked
from actions.knowledge import say
from bot.knowledge import rule_base, texts
from bot.presentation.answer import answer
from bot.reasoning.advise import advise
from bot.reasoning.meant import Meant


class ActionAnswer(Action):
    """Intents are the ids of questions, entities the findings asked for; follow-ups refer to this answer."""

    def name(self) -> str:
        return "action_answer"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[EventType]:
        asked = question_asked(tracker) or Meant(str(tracker.get_intent_of_latest_message(False)), 1.0, None)
        return answer_to(asked, tracker, dispatcher)


def answer_to(asked: Meant, tracker: Tracker, dispatcher: CollectingDispatcher) -> list[EventType]:
    """Says the answer to a question, and remembers the question as the one answered."""
    base = rule_base()
    advice = advise(base, asked.question, {}, findings(tracker, "asked"), findings(tracker, "near"))
    say(answer(advice, base, texts(), base.questions[asked.other] if asked.other else None), dispatcher)
    return [SlotSet("answered", asked.question)]
