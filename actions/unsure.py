"""Asks back when no question is likely enough."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from actions.answer import answer_to
from actions.answering import answered_in_passing
from actions.asked import question_asked
from actions.check import reminded
from actions.check_answer import take
from actions.knowledge import say
from bot.knowledge import rule_base, texts
from bot.presentation.follow_ups import question_buttons
from bot.presentation.reply import Reply

CHOICES = 3
LIKELY_ENOUGH = 0.08
"""How likely a question must have become, in the light of the one before, to be answered after all: as likely as one
that config.yml lets through."""


class ActionUnsure(Action):
    """Offers the likeliest questions as choices, or answers what what was said before makes likely; else says what is covered."""

    def name(self) -> str:
        return "action_unsure"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[EventType]:
        given = answered_in_passing(tracker)
        if given is not None:
            return take(*given, tracker, dispatcher)
        asked = question_asked(tracker)
        if asked and asked.chance >= LIKELY_ENOUGH:
            return answer_to(asked, tracker, dispatcher)
        ranking = [guess["name"] for guess in tracker.latest_message.get("intent_ranking", [])]
        choices = [name for name in ranking if name in rule_base().questions][:CHOICES]
        text = texts().get("unsure.ask" if choices else "unsure.nothing")
        reply = Reply(text, question_buttons(choices, rule_base(), texts()))
        say(reminded(reply, tracker), dispatcher)
        return []
