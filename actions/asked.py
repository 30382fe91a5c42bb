"""The question and the findings that a message asks for, as the intent classifier recognised them."""

from __future__ import annotations

from rasa_sdk import Tracker

from bot.knowledge import rule_base
from bot.reasoning.meant import Meant, meant


def question_asked(tracker: Tracker) -> Meant | None:
    """The question that the latest message asks; none if it asks no question."""
    ranking = tracker.latest_message.get("intent_ranking", [])
    return meant([(str(guess["name"]), float(guess["confidence"])) for guess in ranking], rule_base())


def also_asked(tracker: Tracker) -> list[str]:
    """Further questions that the latest message asks; one is told beside the first, more would be too long."""
    found = tracker.get_latest_entity_values("also_asked")
    return [key for key in found if isinstance(key, str) and key in rule_base().questions][:1]


def findings(tracker: Tracker, role: str) -> list[str]:
    """The findings that the latest message asks for, in the role “asked” or “near”; only those that exist count."""
    found = tracker.get_latest_entity_values("finding", entity_role=role)
    return [key for key in found if isinstance(key, str) and key in rule_base().findings]


def nearest_question(tracker: Tracker) -> str | None:
    """The question of the rule base that lies nearest to a message that the studies do not answer, if one is near."""
    found = next(tracker.get_latest_entity_values("nearest"), None)
    return found if isinstance(found, str) and found in rule_base().questions else None
