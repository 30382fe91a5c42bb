"""Hands out documents to take away."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from actions.knowledge import say
from bot.documents.asked import documents_asked
from bot.documents.offered import can_be_made, fitting, names, offer, talk_in
from bot.knowledge import rule_base, texts, wordings
from bot.presentation.take_away import take_away


class ActionTakeAway(Action):
    """Those that a button or the words name, else what fits the conversation."""

    def name(self) -> str:
        return "action_take_away"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[EventType]:
        base, talk = rule_base(), talk_in(tracker.slots, rule_base())
        asked = _named(tracker) or fitting(talk)
        offers = [offer(name, talk, base, texts()) for name in asked if can_be_made(name, talk)]
        lacking = [name for name in asked if not can_be_made(name, talk)]
        say(take_away(offers, lacking, base, texts()), dispatcher)
        return []


def _named(tracker: Tracker) -> tuple[str, ...]:
    carried = next(tracker.get_latest_entity_values("document"), None)
    if carried in names(rule_base()):  # anybody can type a button's message
        return (carried,)
    return documents_asked(tracker.latest_message.get("text") or "", wordings())
