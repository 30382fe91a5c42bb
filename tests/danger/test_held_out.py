"""How much danger is found in messages by somebody who saw neither phrases nor examples. Prints what is missed."""

from __future__ import annotations

import asyncio
from functools import cache
from pathlib import Path

import pytest
import yaml

from bot.danger.detect import detect
from bot.danger.examples import DANGERS, NO_DANGER, load_examples
from bot.danger.patterns import load_patterns
from bot.paths import DANGERS as FOLDER
from bot.paths import MODEL, RULES
from tests.data.examples import words

HELD_OUT = Path(__file__).parent / "held_out.yml"
FOUND, WRONGLY_FOUND = 0.96, 0.092
"""What was measured (0.982 and 0.073), with two messages to spare."""
TOO_LIKE = 0.6
"""The share of common words from which two messages count as nearly the same."""


@cache
def messages() -> list[tuple[str, str]]:
    found = yaml.safe_load(HELD_OUT.read_text(encoding="utf-8"))["messages"]
    return [(each["text"], each["danger"]) for each in found]


def test_there_are_enough_of_each_kind() -> None:
    dangerous = [text for text, danger in messages() if danger != NO_DANGER]
    assert {danger for _, danger in messages()} == {*DANGERS}
    assert len(dangerous) >= 100 and len(messages()) - len(dangerous) >= 100


def test_no_message_to_learn_from_is_nearly_one_of_these() -> None:
    held = [set(words(text)) for text, _ in messages()]
    learnt = [(each.text, set(words(each.text))) for each in load_examples(FOLDER)]
    like = (text for text, bag in learnt for other in held if len(bag & other) >= TOO_LIKE * len(bag | other))
    assert list(like) == []


@pytest.mark.slow
def test_danger_is_found_by_phrases_or_by_what_was_learnt_and_seldom_wrongly() -> None:
    from rasa.core.agent import Agent

    agent, patterns = Agent.load(str(MODEL)), load_patterns(RULES)

    async def intents() -> list[str]:
        return [(await agent.parse_message(text))["intent"]["name"] for text, _ in messages()]

    found = wrongly = 0
    for (text, danger), intent in zip(messages(), asyncio.run(intents()), strict=True):
        alarmed = detect(text, patterns) is not None or intent.startswith("danger_")
        found += alarmed and danger != NO_DANGER
        wrongly += alarmed and danger == NO_DANGER
        if alarmed == (danger == NO_DANGER):
            print(f"{'wrongly found' if alarmed else 'missed'}: “{text}”")
    dangerous = sum(danger != NO_DANGER for _, danger in messages())
    print(f"{found} of {dangerous} found, {wrongly} of {len(messages()) - dangerous} wrongly")
    assert found / dangerous >= FOUND
    assert wrongly / (len(messages()) - dangerous) <= WRONGLY_FOUND
