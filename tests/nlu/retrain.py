"""Writes what a model understands of the held-out questions: `retrain.py MODEL RESULT`; trains it if there is none."""

from __future__ import annotations

import asyncio
import json
import random
import shutil
import sys
from pathlib import Path

import numpy as np

from bot import paths
from bot.nlu.embedding_cache import encode_all
from bot.nlu.encoder import ENCODERS
from bot.server import training
from tests.data.examples import examples, held_out

SAMPLE = 500
"""Examples whose vectors are made anew, in this process, and compared with those kept; encoding all takes minutes."""

model, result = map(Path, sys.argv[1:])
if not model.exists():
    kept, anew = model.parent / "embeddings.sqlite", model.parent / "anew.sqlite"
    shutil.copy(paths.EMBEDDINGS, kept)
    some = random.Random(1).sample([example.text for example in examples()], SAMPLE)
    for encoder in ENCODERS:
        assert np.array_equal(encode_all(encoder, some, anew), encode_all(encoder, some, kept))
    paths.EMBEDDINGS = kept
    training.train(model, force=True)

from rasa.core.agent import Agent  # noqa: E402

agent = Agent.load(str(model))


async def understood() -> list[list[list[object]]]:
    rankings = [(await agent.parse_message(text))["intent_ranking"] for text, _ in held_out()]
    return [[[guess["name"], guess["confidence"]] for guess in ranking] for ranking in rankings]


result.write_text(json.dumps(asyncio.run(understood())), encoding="utf-8")
