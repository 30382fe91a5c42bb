"""Answers a described situation."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.answering import answered_in_passing
from actions.check import reminded
from actions.check_answer import take
from actions.knowledge import say
from actions.opening import opened
from actions.situation import DESCRIBED, remember, remembered, told
from bot.knowledge import rule_base, texts
from bot.presentation.reply import Reply
from bot.presentation.situation import assessed
from bot.reasoning.concerns import assess
from bot.situation.memory import values, with_told


class ActionDescribe(Action):
    """What the situation calls for, by all that is known of it; remembers what was told."""

    def name(self) -> str:
        return "action_describe"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[EventType]:
        given = answered_in_passing(tracker)
        if given is not None:
            return take(*given, tracker, dispatcher)
        return answer_situation(told(tracker), tracker, dispatcher)


def answer_situation(
    news: list[tuple[str, str]], tracker: Tracker, dispatcher: CollectingDispatcher
) -> list[EventType]:
    """Says what the situation with these news calls for, and remembers it, that it was answered, and what was asked."""
    memory = with_told(remembered(tracker), news, rule_base())
    if not memory:
        say(reminded(Reply(texts().get("situation.nothing_known")), tracker), dispatcher)
        return []
    assessment = assess(rule_base(), values(memory))
    reply, noted = opened(assessed(assessment, values(memory), rule_base(), texts()), news, tracker)
    say(reminded(reply, tracker, assessment.question is not None), dispatcher)
    return [*remember(memory), *noted, SlotSet("answered", DESCRIBED), SlotSet("asked_fact", assessment.question)]
