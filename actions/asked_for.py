"""The fact that “yes” and “no” tell."""

from __future__ import annotations

from rasa_sdk import Tracker

from actions.knowledge import advice_on
from actions.situation import situation_before
from bot.knowledge import rule_base
from bot.rulebase.model import YES_NO

FEWEST = 3
"""Words of a “no” that tell something of what was answered last: a bare one may just as well mean the answer."""


def fact_asked_for(tracker: Tracker) -> str | None:
    """The yes-or-no fact that was asked for last, or else the one that the answer given last left open, if it is one."""
    facts, asked = rule_base().facts, tracker.get_slot("asked_fact")
    if isinstance(asked, str) and asked in facts:
        return asked if facts[asked].values == YES_NO else None
    answered, text = tracker.get_slot("answered"), tracker.latest_message.get("text") or ""
    if answered not in [*rule_base().questions] or text.startswith("/") or len(text.split()) < FEWEST:
        return None
    missing = advice_on(answered, situation_before(tracker)).missing
    open_ = [fact for fact in missing if facts[fact].values == YES_NO and not facts[fact].setting]
    return open_[0] if len(open_) == 1 else None
