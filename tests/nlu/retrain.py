"""Writes what a model understands of the held-out questions: `retrain.py MODEL RESULT`; trains it if there is none."""

from __future__ import annotations

import asyncio
import json
import sys
from pathlib import Path

from bot import paths
from bot.server import training
from tests.data.examples import held_out

model, result = map(Path, sys.argv[1:])
if not model.exists():
    paths.EMBEDDINGS = model.parent / "embeddings.sqlite"  # so that every example is encoded anew
    training.train(model, force=True)
    assert paths.EMBEDDINGS.exists()

from rasa.core.agent import Agent  # noqa: E402

agent = Agent.load(str(model))


async def understood() -> list[list[list[object]]]:
    rankings = [(await agent.parse_message(text))["intent_ranking"] for text, _ in held_out()]
    return [[[guess["name"], guess["confidence"]] for guess in ranking] for ranking in rankings]


result.write_text(json.dumps(asyncio.run(understood())), encoding="utf-8")
