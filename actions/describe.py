"""Answers a described situation."""

from __future__ import annotations

from rasa_sdk import Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from actions.asked import question_asked
from actions.check_first import CheckFirst
from actions.replying import answer_situation, answer_to
from actions.situation import known, told
from bot.knowledge import rule_base
from bot.reasoning.concerns import assess
from bot.situation.described import CLEAR
from bot.situation.memory import values


class ActionDescribe(CheckFirst):
    """What the situation calls for, by all that is known of it; remembers what was told.

    Where it calls for nothing, a question that the message clearly comes close to is answered instead.
    """

    def name(self) -> str:
        return "action_describe"

    def otherwise(self, dispatcher: CollectingDispatcher, tracker: Tracker) -> list[EventType]:
        asked = question_asked(tracker)
        if asked and asked.chance >= CLEAR and not assess(rule_base(), values(known(tracker))).raised:
            return answer_to(asked, tracker, dispatcher)
        return answer_situation(told(tracker), tracker, dispatcher)
