"""Says that the studies do not answer a question, and what they say nearby."""

from __future__ import annotations

from rasa_sdk import Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from actions.asked import nearest_question
from actions.check import reminded
from actions.check_first import CheckFirst
from actions.earlier import answered_now
from actions.knowledge import advice_on, say
from actions.opening import opened
from actions.situation import known, remember, told
from bot.knowledge import rule_base, texts
from bot.presentation.beyond import not_answered
from bot.situation.memory import values


class ActionBeyond(CheckFirst):
    """Invents nothing; follow-ups refer to what was said on the nearest question, if there is one."""

    def name(self) -> str:
        return "action_beyond"

    def otherwise(self, dispatcher: CollectingDispatcher, tracker: Tracker) -> list[EventType]:
        memory, question = known(tracker), nearest_question(tracker)
        nearest = advice_on(question, values(memory)) if question else None
        reply, noted = opened(not_answered(nearest, rule_base(), texts()), told(tracker), tracker)
        say(reminded(reply, tracker), dispatcher)
        return [*remember(memory), *noted, *(answered_now(question, tracker) if question else [])]
