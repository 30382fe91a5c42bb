"""The readiness check in a conversation: kept in a slot, and the question of it that waits for an answer."""

from __future__ import annotations

from rasa_sdk import Tracker
from rasa_sdk.events import EventType, SlotSet

from bot.knowledge import rule_base, texts
from bot.presentation.check import with_reminder
from bot.presentation.reply import Reply
from bot.readiness.check import Check
from bot.readiness.memory import WAITS, as_slot, from_slot
from bot.rulebase.model import Component

CHECK = "check"
ON_CHECK = "readiness_check"
"""What the slot “answered” holds after a turn of the check, so that follow-ups are about it."""


def check_of(tracker: Tracker) -> Check:
    """The check as it was before the latest message."""
    return from_slot(tracker.get_slot(CHECK), rule_base())


def waiting(tracker: Tracker) -> Component | None:
    """The question of the check that was asked last; none where a question on the situation was asked after it."""
    return None if tracker.get_slot("asked_fact") else _pending(tracker)


def reminded(reply: Reply, tracker: Tracker, asks_itself: bool = False) -> Reply:
    """A reply to something else, with a word on the check where it waits; `asks_itself` where the reply ends in a question."""
    pending = _pending(tracker)
    if pending is None:
        return reply
    return with_reminder(reply, pending, asks_itself or waiting(tracker) is None, rule_base(), texts())


def keep(check: Check) -> list[EventType]:
    """What keeps a check; “yes”, “no” and follow-ups refer to it from now on."""
    kept = {CHECK: as_slot(check), WAITS: check.pending is not None, "asked_fact": None, "answered": ON_CHECK}
    return [SlotSet(slot, value) for slot, value in kept.items()]


def _pending(tracker: Tracker) -> Component | None:
    return rule_base().components.get(check_of(tracker).pending or "")
