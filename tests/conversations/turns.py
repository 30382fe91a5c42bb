"""Turns of talk as Rasa's events."""

from __future__ import annotations

from typing import Any

from rasa.shared.core.domain import Domain
from rasa.shared.core.events import (
    ActionExecuted,
    AllSlotsReset,
    BotUttered,
    Event,
    SessionStarted,
    SlotSet,
    UserUttered,
)
from rasa.shared.core.trackers import DialogueStateTracker

DOMAIN = Domain.from_yaml(
    """
intents: [ask, other]
actions: [action_answer]
slots:
  answered: {type: text, influence_conversation: false, mappings: [{type: custom}]}
  situation: {type: any, mappings: [{type: custom}]}
  language_told: {type: bool, influence_conversation: true, mappings: [{type: custom}]}
forms: {form_a: {required_slots: []}}
"""
)


def begun() -> list[Event]:
    """How Rasa begins a conversation."""
    return [ActionExecuted("action_session_start"), SessionStarted(), ActionExecuted("action_listen")]


def turn(text: str, *between: Event, intent: str = "ask", said: str = "…", **slots: Any) -> list[Event]:
    """A message, an answer, what it remembers, and whatever else happens before the bot listens again."""
    return [
        UserUttered(text, {"name": intent, "confidence": 1.0}),
        ActionExecuted("action_answer"),
        *(SlotSet(name, value) for name, value in slots.items()),
        BotUttered(said),
        *between,
        ActionExecuted("action_listen"),
    ]


def start_over() -> list[Event]:
    return turn("start over", AllSlotsReset())


def tracker_of(*events: Event) -> DialogueStateTracker:
    """A conversation in which all this happened."""
    return DialogueStateTracker.from_events("anybody", list(events), DOMAIN.slots)
