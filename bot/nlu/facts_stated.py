"""The facts that an example states, as the metadata of a message keep them, and how likely a message states each."""

from __future__ import annotations

from typing import Any

from rasa.shared.nlu.constants import METADATA
from rasa.shared.nlu.training_data.message import Message

DESCRIPTION = "describe_situation"
"""The intent of messages that state facts and ask nothing in particular. Rasa wants one of every example."""
OFF_TOPIC = "out_of_scope"
"""The intent of messages about something else altogether: they state no facts."""
FACTS = "facts"
LIKELY = "likely_facts"
"""The property of a message that holds a `Likely` for each value of a fact that it may state."""


def facts_of(example: Message) -> dict[str, str] | None:
    """The facts that an example states, or nothing where it is no example of that."""
    found: dict[str, str] | None = (example.get(METADATA) or {}).get(FACTS)
    return found


def facts_as_metadata(facts: dict[str, str]) -> dict[str, Any]:
    """The metadata of an example that states these facts, and no others."""
    return {FACTS: facts}
