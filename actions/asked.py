"""The question and the findings that a message asks for, as the intent classifier recognised them."""

from __future__ import annotations

from rasa_sdk import Tracker

from actions.situation import DESCRIBED, remembered
from bot.knowledge import rule_base
from bot.reasoning.concerns import assess, closest_question
from bot.reasoning.meant import Meant, meant
from bot.situation.memory import values


def question_asked(tracker: Tracker) -> Meant | None:
    """The question that the latest message asks, in the light of the one answered before; none if it asks no question."""
    message = tracker.latest_message
    ranking = [(str(guess["name"]), float(guess["confidence"])) for guess in message.get("intent_ranking", [])]
    return meant(ranking, message.get("text") or "", _before(tracker), rule_base())


def _before(tracker: Tracker) -> str | None:
    """The question answered last, or the one closest to the situation answered last."""
    answered = tracker.get_slot("answered")
    if answered == DESCRIBED:
        return closest_question(assess(rule_base(), values(remembered(tracker))), rule_base())
    return answered if isinstance(answered, str) else None


def also_asked(tracker: Tracker) -> list[str]:
    """Further questions that the latest message asks; one is told beside the first, more would be too long."""
    found = tracker.get_latest_entity_values("also_asked")
    return [key for key in found if isinstance(key, str) and key in rule_base().questions][:1]


def findings(tracker: Tracker, role: str) -> list[str]:
    """The findings that the latest message asks for, in the role “asked” or “near”; only those that exist count."""
    found = tracker.get_latest_entity_values("finding", entity_role=role)
    return [key for key in found if isinstance(key, str) and key in rule_base().findings]
