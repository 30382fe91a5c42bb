"""The findings that a message asks for, as the intent classifier recognised them."""

from __future__ import annotations

from rasa_sdk import Tracker

from actions.knowledge import rule_base


def findings(tracker: Tracker, role: str) -> list[str]:
    """The findings that the latest message asks for, in the role “asked” or “near”; only those that exist count."""
    found = tracker.get_latest_entity_values("finding", entity_role=role)
    return [key for key in found if isinstance(key, str) and key in rule_base().findings]
