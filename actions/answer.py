"""Answers a question."""

from __future__ import annotations

from rasa_sdk import Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from actions.asked import question_asked
from actions.check_first import CheckFirst
from actions.replying import answer_situation, answer_to
from actions.situation import DESCRIBED, told
from bot.knowledge import tellings
from bot.reasoning.meant import Meant
from bot.situation.described import asks_in_particular


class ActionAnswer(CheckFirst):
    """Intents are the ids of questions, entities the findings asked for; follow-ups refer to this answer."""

    def name(self) -> str:
        return "action_answer"

    def otherwise(self, dispatcher: CollectingDispatcher, tracker: Tracker) -> list[EventType]:
        if _goes_on_telling(tracker):
            return answer_situation(told(tracker), tracker, dispatcher)
        asked = question_asked(tracker) or Meant(str(tracker.get_intent_of_latest_message(False)), 1.0, None)
        return answer_to(asked, tracker, dispatcher)


def _goes_on_telling(tracker: Tracker) -> bool:
    """Whether a message tells more of the situation that was answered last, and asks nothing in particular."""
    answered, text = tracker.get_slot("answered"), tracker.latest_message.get("text") or ""
    return bool(answered == DESCRIBED and told(tracker) and not asks_in_particular(text, tellings()))
