"""What is said before an answer: that answers are in English so far, and a word on what worries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from rasa_sdk import Tracker
from rasa_sdk.events import EventType, SlotSet

from bot.knowledge import rule_base, texts
from bot.presentation.language import language_of
from bot.presentation.reply import Reply
from bot.situation.memory import with_told

LANGUAGE_TOLD = "language_told"


def opened(reply: Reply, told: Iterable[tuple[str, str]], tracker: Tracker) -> tuple[Reply, list[EventType]]:
    """The reply after what the latest message and what it told call for first, and what to remember of that."""
    language = language_of(tracker.latest_message.get("text") or "")
    lines, events = list(_acknowledged(told)), []
    if language != texts().language and not tracker.get_slot(LANGUAGE_TOLD):
        lines.insert(0, texts().get(f"languages.{language}"))
        events.append(SlotSet(LANGUAGE_TOLD, True))
    return replace(reply, text="\n".join([*lines, reply.text])), events


def _acknowledged(told: Iterable[tuple[str, str]]) -> Iterator[str]:
    for fact, known in with_told({}, told, rule_base()).items():
        words = rule_base().facts[fact].acknowledge.get(known.value)
        if words:
            yield texts().say(words)
