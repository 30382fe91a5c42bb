"""What is known of the manager's situation: remembered in a slot, and told by the latest message."""

from __future__ import annotations

from rasa_sdk import Tracker
from rasa_sdk.events import EventType, SlotSet

from bot.knowledge import rule_base
from bot.reasoning.evaluate import Situation
from bot.situation.memory import Memory, as_slot, from_slot, values, with_told

SITUATION = "situation"
DESCRIBED = "describe_situation"
"""What the slot “answered” holds after a situation, so that follow-ups are about it."""


def remembered(tracker: Tracker) -> Memory:
    """What was known before the latest message."""
    return from_slot(tracker.get_slot(SITUATION), rule_base())


def situation_before(tracker: Tracker) -> Situation:
    """The same, for the reasoning."""
    return values(remembered(tracker))


def told(tracker: Tracker) -> list[tuple[str, str]]:
    """What the latest message tells, as pairs of `fact=value` and words; a button has no words."""
    message = tracker.latest_message
    text = message.get("text") or ""
    return [
        (each["value"], text[each["start"] : each["end"]] if not text.startswith("/") else "")
        for each in message.get("entities", [])
        if each.get("entity") == "fact" and isinstance(each.get("value"), str)
    ]


def known(tracker: Tracker) -> Memory:
    """What is known, the latest message included."""
    return with_told(remembered(tracker), told(tracker), rule_base())


def remember(memory: Memory) -> list[EventType]:
    """The event that keeps a memory."""
    return [SlotSet(SITUATION, as_slot(memory))]
