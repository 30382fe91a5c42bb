"""What “yes” and “no” tell."""

from __future__ import annotations

from collections.abc import Iterable

from rasa_sdk import Tracker

from actions.knowledge import advice_on
from actions.situation import situation_before
from bot.knowledge import rule_base
from bot.rulebase.model import YES_NO

FEWEST = 3
"""Words of a “no” that tell something of what was answered last: a bare one may just as well mean the answer."""
VALUES = {"affirm": ("yes",), "deny": ("no", "undecided")}
"""The values of a fact that each intent may stand for."""


def told_by_yes_or_no(tracker: Tracker) -> str | None:
    """The `fact=value` that is told of the fact that was asked for last, or else of the one that the last answer left open."""
    asked = tracker.get_slot("asked_fact")
    if isinstance(asked, str) and asked in rule_base().facts:
        return _told([asked] if rule_base().facts[asked].values == YES_NO else [], tracker)
    answered, text = tracker.get_slot("answered"), tracker.latest_message.get("text") or ""
    if answered not in [*rule_base().questions] or text.startswith("/") or len(text.split()) < FEWEST:
        return None
    missing = advice_on(answered, situation_before(tracker)).missing
    return _told((fact for fact in missing if not rule_base().facts[fact].setting), tracker)


def _told(facts: Iterable[str], tracker: Tracker) -> str | None:
    """The value of the only one of these facts to which the latest message can be an answer."""
    meant = VALUES.get(str(tracker.get_intent_of_latest_message()), ())
    found = [f"{fact}={value}" for fact in facts for value in rule_base().facts[fact].values if value in meant]
    return found[0] if len(found) == 1 else None
