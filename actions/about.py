"""Which question a follow-up is about."""

from __future__ import annotations

from typing import TypeGuard

from rasa_sdk import Tracker

from actions.earlier import earlier
from bot.knowledge import rule_base
from bot.reasoning.topics import of_named_topic

NAMED = 0.05
"""How likely a follow-up must make a question to be about that one, not about the one answered last."""
CLOSE = 0.15
"""Which share of what is not the follow-up itself a question must have to be meant where none was answered: in “why?” no
question has more than 0.07."""


def question_meant(tracker: Tracker) -> str | None:
    """The question a follow-up is about: the one its button carries, one it goes back to, else the one answered last.

    A follow-up that names another topic (“and the traps with mentors?”) is about a question of that topic. Where nothing
    was answered yet, it is about the one that the message comes closest to. Anybody can type a button's message, so only
    ids of existing questions count.
    """
    carried = next(tracker.get_latest_entity_values("question"), None)
    if _exists(carried):
        return carried
    answered, before = tracker.get_slot("answered"), earlier(tracker)
    back = next((key for key in _named(tracker, NAMED) if key in before and key != answered), None)
    found = next(filter(_exists, (back, answered or _closest(tracker))), None)
    text = tracker.latest_message.get("text") or ""
    return of_named_topic(text, found, (*before, *_named(tracker, 0.0)), rule_base())


def _exists(key: object) -> TypeGuard[str]:
    return isinstance(key, str) and key in rule_base().questions


def _closest(tracker: Tracker) -> str | None:
    """The question that the latest message comes closest to beside being a follow-up, if it stands out."""
    ranking = tracker.latest_message.get("intent_ranking") or [{"confidence": 1.0}]
    return next(iter(_named(tracker, CLOSE * (1.0 - ranking[0]["confidence"]))), None)


def _named(tracker: Tracker, least: float) -> list[str]:
    """The questions that the latest message may name (“and how sure is that about the records?”), the likeliest first."""
    ranking = tracker.latest_message.get("intent_ranking", [])
    return [str(each["name"]) for each in ranking if each["confidence"] >= least and _exists(each["name"])]
