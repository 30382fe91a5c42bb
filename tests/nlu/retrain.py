"""Trains on a share of the examples and writes what the model understands of held-out questions: `retrain.py MODEL RESULT`."""

from __future__ import annotations

import asyncio
import json
import random
import shutil
import sys
from pathlib import Path
from typing import Any

import numpy as np
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot import paths
from bot.nlu.embedding_cache import encode_all
from bot.nlu.encoder import ENCODERS
from bot.nlu.importer import RuleBaseImporter
from bot.server import training
from tests.data.examples import examples, held_out

SHARE = 5
"""One in so many examples is learnt, and one in so many questions understood: all of them take minutes."""
SAMPLE = 500
"""Examples whose vectors are made anew, in this process, and compared with those kept."""

model, result = map(Path, sys.argv[1:])
kept, anew = model.parent / "embeddings.sqlite", model.parent / "anew.sqlite"
shutil.copy(paths.EMBEDDINGS, kept)
some = random.Random(1).sample([example.text for example in examples()], SAMPLE)
for encoder in ENCODERS:
    assert np.array_equal(encode_all(encoder, some, anew), encode_all(encoder, some, kept))
paths.EMBEDDINGS = kept
everything = RuleBaseImporter.get_nlu_data


def a_share(self: RuleBaseImporter, *arguments: Any, **options: Any) -> TrainingData:
    return TrainingData(everything(self, *arguments, **options).training_examples[::SHARE])


RuleBaseImporter.get_nlu_data = a_share  # type: ignore[method-assign]
training.train(model)

from rasa.core.agent import Agent  # noqa: E402

agent = Agent.load(str(model))


async def understood() -> list[list[list[object]]]:
    rankings = [(await agent.parse_message(text))["intent_ranking"] for text, _ in held_out()[::SHARE]]
    return [[[guess["name"], guess["confidence"]] for guess in ranking] for ranking in rankings]


result.write_text(json.dumps(asyncio.run(understood())), encoding="utf-8")
