"""The danger that an example reveals, as the metadata of a message keep it, and how likely a message reveals each."""

from __future__ import annotations

from typing import Any

from rasa.shared.nlu.constants import METADATA
from rasa.shared.nlu.training_data.message import Message

DANGER = "danger"
REVEALED = "revealed_danger"
"""The property of a message that holds how likely it reveals each danger, by its kind."""
NO_EMERGENCY = "no_emergency"
"""Stands in the metadata of a message whose sender said that it is no emergency."""


def danger_of(example: Message) -> str | None:
    """The danger that an example reveals, or nothing where it is no example of that."""
    found: str | None = (example.get(METADATA) or {}).get(DANGER)
    return found


def danger_as_metadata(danger: str) -> dict[str, Any]:
    """The metadata of an example that reveals this danger, or none."""
    return {DANGER: danger}


def is_no_emergency(message: Message) -> bool:
    """Whether the sender of a message said that it is none."""
    return bool((message.get(METADATA) or {}).get(NO_EMERGENCY))
