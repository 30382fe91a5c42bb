"""Takes an answer to the readiness check, by a button or in words."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.answering import pressed, said
from actions.check import check_of, reminded
from actions.check_asking import go_on
from actions.knowledge import say
from actions.replying import answer_situation
from actions.situation import known, told
from bot.knowledge import rule_base, texts
from bot.presentation.check import nothing_running
from bot.presentation.reply import Reply
from bot.readiness.check import answered
from bot.rulebase.model import Component


class ActionCheckAnswer(Action):
    """What was asked for the situation is left open; where nothing was asked, it may tell facts alone, or that is said."""

    def name(self) -> str:
        return "action_check_answer"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[EventType]:
        given = pressed(tracker) or said(tracker)
        if given is not None:
            return take(*given, tracker, dispatcher)
        if tracker.get_slot("asked_fact"):
            say(reminded(Reply(texts().get("check.left_open")), tracker), dispatcher)
            return [SlotSet("asked_fact", None)]
        if told(tracker):
            return answer_situation(told(tracker), tracker, dispatcher)
        say(nothing_running(texts()), dispatcher)
        return []


def take(component: Component, answer: str, tracker: Tracker, dispatcher: CollectingDispatcher) -> list[EventType]:
    """Keeps an answer and the facts that the message tells beside it, and goes on with the check."""
    text = tracker.latest_message.get("text") or ""
    words = "" if text.startswith("/") else text
    check, memory = answered(check_of(tracker), known(tracker), component, answer, words, rule_base())
    return go_on(check, memory, tracker, dispatcher)
