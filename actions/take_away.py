"""Hands out documents to take away."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from actions.knowledge import say
from bot.documents.asked import documents_asked
from bot.documents.offered import PLAN, names, offer, talk_in
from bot.knowledge import rule_base, texts, wordings
from bot.presentation.take_away import take_away


class ActionTakeAway(Action):
    """Those that a button or the words name, else the plan."""

    def name(self) -> str:
        return "action_take_away"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[EventType]:
        base, talk = rule_base(), talk_in(tracker.slots, rule_base())
        offers = [offer(name, talk, base, texts()) for name in _asked(tracker)]
        say(take_away(offers, base, texts(), something_known=bool(talk)), dispatcher)
        return []


def _asked(tracker: Tracker) -> tuple[str, ...]:
    carried = next(tracker.get_latest_entity_values("document"), None)
    if carried in names(rule_base()):  # anybody can type a button's message
        return (carried,)
    return documents_asked(tracker.latest_message.get("text") or "", wordings()) or (PLAN,)
