"""Which answer to the readiness check a message gives, if any."""

from __future__ import annotations

from rasa_sdk import Tracker

from actions.check import waiting
from actions.situation import told
from bot.knowledge import beginnings, rule_base, tellings
from bot.readiness.check import ANSWERS
from bot.rulebase.model import Component
from bot.situation.described import asks_in_particular
from bot.situation.memory import values, with_told

SAID_BY = {"affirm": "yes", "deny": "no", "partly": "partly", "dont_know": "unknown", "skip": "skipped"}
"""The answer that each intent stands for."""


def pressed(tracker: Tracker) -> tuple[Component, str] | None:
    """The question and the answer that a button carries; anybody can type its message, so only what exists counts."""
    carried = next(tracker.get_latest_entity_values("answer"), None)
    key, _, answer = carried.partition("=") if isinstance(carried, str) else ("", "", "")
    component = rule_base().components.get(key)
    return (component, answer) if component is not None and answer in ANSWERS else None


def answered_in_passing(tracker: Tracker) -> tuple[Component, str] | None:
    """The answer that a message gives which was taken for something else: by how it begins, or by the fact it tells.

    A message that asks something is answered instead, and leaves the check waiting.
    """
    component, text = waiting(tracker), tracker.latest_message.get("text") or ""
    if component is None or text.startswith("/") or asks_in_particular(text, tellings()):
        return None
    stated = values(with_told({}, told(tracker), rule_base()))
    answer = beginnings().answer(text) or stated.get(component.fact)
    return (component, answer) if answer else None


def said(tracker: Tracker) -> tuple[Component, str] | None:
    """The answer that a message gives by how it begins, by a fact, or else by its intent."""
    component, by_intent = waiting(tracker), SAID_BY.get(str(tracker.get_intent_of_latest_message()))
    return answered_in_passing(tracker) or ((component, by_intent) if component and by_intent else None)
