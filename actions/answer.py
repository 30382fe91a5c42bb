"""Answers a question."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.answering import answered_in_passing
from actions.asked import also_asked, findings, question_asked
from actions.check import reminded
from actions.check_answer import take
from actions.describe import answer_situation
from actions.knowledge import say
from actions.opening import opened
from actions.situation import goes_on_telling, known, remember, told
from bot.knowledge import rule_base, texts
from bot.presentation.answer import answer
from bot.reasoning.advise import advise
from bot.reasoning.meant import Meant
from bot.situation.memory import values


class ActionAnswer(Action):
    """Intents are the ids of questions, entities the findings asked for; follow-ups refer to this answer."""

    def name(self) -> str:
        return "action_answer"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[EventType]:
        given = answered_in_passing(tracker)
        if given is not None:
            return take(*given, tracker, dispatcher)
        if goes_on_telling(tracker):
            return answer_situation(told(tracker), tracker, dispatcher)
        asked = question_asked(tracker) or Meant(str(tracker.get_intent_of_latest_message(False)), 1.0, None)
        return answer_to(asked, tracker, dispatcher)


def answer_to(asked: Meant, tracker: Tracker, dispatcher: CollectingDispatcher) -> list[EventType]:
    """Says the answer to a question, and remembers the question as the one answered."""
    base, memory = rule_base(), known(tracker)
    advice = advise(base, asked.question, values(memory), findings(tracker, "asked"), findings(tracker, "near"))
    other = base.questions[asked.other] if asked.other else None
    also = [advise(base, question, values(memory)) for question in also_asked(tracker) if question != asked.question]
    reply, noted = opened(answer(advice, base, texts(), other, also), told(tracker), tracker)
    say(reminded(reply, tracker), dispatcher)
    return [*remember(memory), *noted, SlotSet("answered", asked.question)]
