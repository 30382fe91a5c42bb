"""The question and the findings that a message asks for, as the intent classifier recognised them."""

from __future__ import annotations

from rasa_sdk import Tracker

from bot.knowledge import rule_base
from bot.reasoning.meant import Meant, meant


def question_asked(tracker: Tracker) -> Meant | None:
    """The question that the latest message asks, in the light of the one answered before; none if it asks no question."""
    message = tracker.latest_message
    ranking = [(str(guess["name"]), float(guess["confidence"])) for guess in message.get("intent_ranking", [])]
    before = tracker.get_slot("answered")
    return meant(ranking, message.get("text") or "", before if isinstance(before, str) else None, rule_base())


def findings(tracker: Tracker, role: str) -> list[str]:
    """The findings that the latest message asks for, in the role “asked” or “near”; only those that exist count."""
    found = tracker.get_latest_entity_values("finding", entity_role=role)
    return [key for key in found if isinstance(key, str) and key in rule_base().findings]
