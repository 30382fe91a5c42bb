"""What the situation that was answered last calls for."""

from __future__ import annotations

from rasa_sdk import Tracker

from actions.situation import DESCRIBED, situation_before
from bot.knowledge import rule_base
from bot.reasoning.concerns import Assessment, assess


def described(tracker: Tracker) -> Assessment | None:
    """What it calls for, by all that was known before the latest message; nothing where a question was answered last."""
    if tracker.get_slot("answered") != DESCRIBED:
        return None
    return assess(rule_base(), situation_before(tracker))
