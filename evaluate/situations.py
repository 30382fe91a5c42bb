"""Which facts the trained model says that texts state."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Any

from bot.nlu.situation_reader import FACT
from bot.paths import MODEL
from bot.server.discretion import be_discreet


def facts_stated(texts: Sequence[str]) -> list[list[tuple[str, str]]]:
    """For each text, the facts with their values that it states, by the trained model of this project."""
    be_discreet()
    from rasa.core.agent import Agent

    agent = Agent.load(str(MODEL))

    async def each() -> list[dict[str, Any]]:
        return [await agent.parse_message(text) for text in texts]

    return [
        [_parted(str(entity["value"])) for entity in parsed["entities"] if entity["entity"] == FACT]
        for parsed in asyncio.run(each())
    ]


def _parted(stated: str) -> tuple[str, str]:
    fact, _, value = stated.partition("=")
    return fact, value
