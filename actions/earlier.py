"""Which questions were answered in a conversation."""

from __future__ import annotations

from rasa_sdk import Tracker
from rasa_sdk.events import EventType, SlotSet

from bot.knowledge import rule_base

MOST = 12
"""Questions answered in a conversation that a follow-up can go back to."""


def answered_now(question: str, tracker: Tracker) -> list[EventType]:
    """The events that remember a question as the one answered last."""
    before = [key for key in earlier(tracker) if key != question]
    return [SlotSet("answered", question), SlotSet("earlier", [question, *before][:MOST])]


def earlier(tracker: Tracker) -> list[str]:
    """The questions answered so far, the last one first."""
    found = tracker.get_slot("earlier")
    return [key for key in found if key in rule_base().questions] if isinstance(found, list) else []
