"""What the readiness check says next: the question that is pending, or the result."""

from __future__ import annotations

from dataclasses import replace

from rasa_sdk import Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from actions.check import keep
from actions.knowledge import say
from actions.opening import opened
from actions.situation import remember, told
from bot.knowledge import rule_base, texts
from bot.presentation.check import question
from bot.presentation.check_result import shown
from bot.readiness.check import Check
from bot.readiness.result import result
from bot.situation.memory import Memory, values


def go_on(
    check: Check, memory: Memory, tracker: Tracker, dispatcher: CollectingDispatcher, before: str = ""
) -> list[EventType]:
    """Asks what is pending, or shows the result where nothing is, after a word before it; keeps all that is known."""
    pending = rule_base().components.get(check.pending or "")
    if pending is not None:
        reply = question(pending, check, rule_base(), texts())
    else:
        reply = shown(result(check, values(memory), rule_base()), rule_base(), texts())
    if before:
        reply = replace(reply, text=f"{before}\n{reply.text}")
    reply, noted = opened(reply, told(tracker), tracker)
    say(reply, dispatcher)
    return [*keep(check), *remember(memory), *noted]
