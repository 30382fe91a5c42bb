"""Trains the model when its inputs have changed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from bot.paths import DIALOGUE, MODEL, NLU, PROJECT
from bot.server.discretion import be_discreet

INPUTS = (
    "config.yml",
    "domain",
    "data",
    "rules",
    "bot/nlu",
    "bot/rulebase",
    "bot/presentation",
    "bot/situation/sentences.py",
    "requirements/run.txt",
)
NO_INPUTS = (
    "rules/answers.yml",
    "rules/danger.yml",
    "rules/dates.yml",
    "rules/local_words.yml",
    "rules/readiness.yml",
    "rules/readings.yml",
    "rules/situation.yml",
    "rules/values.yml",
)
"""Files among them that the model does not depend on."""
STAMP = MODEL.with_suffix(".inputs")


class TrainingError(Exception):
    """The training gave no model, with what to do about it."""


def is_current() -> bool:
    """Whether the model exists and was trained on what the inputs hold now."""
    return MODEL.exists() and STAMP.exists() and STAMP.read_text(encoding="utf-8") == inputs_digest()


def inputs_digest() -> str:
    """A digest of every file that the model depends on."""
    digest = hashlib.sha256()
    for file in _input_files():
        digest.update(str(file.relative_to(PROJECT)).encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()


def train(model: Path = MODEL) -> None:
    """Trains a model and writes it to `model`, whole or not at all.

    Raises:
        TrainingError: when Rasa gave no model.
    """
    be_discreet()
    digest = inputs_digest()
    import rasa.api

    result = rasa.api.train(
        domain=str(PROJECT / "domain"),
        config=str(PROJECT / "config.yml"),
        training_files=[str(NLU), str(DIALOGUE)],
        output=str(model.parent),
        fixed_model_name=model.name.removesuffix(".tar.gz"),
        force_training=True,  # Rasa would keep what it learnt with other code of ours, or other facts
    )
    if result.code != 0 or not model.exists():
        raise TrainingError(
            "The training ended without a model. What Rasa printed above says why; `waymark check` checks the rule base."
        )
    if model == MODEL:
        STAMP.write_text(digest, encoding="utf-8")


def _input_files() -> Iterator[Path]:
    for name in INPUTS:
        path = PROJECT / name
        files = [path] if path.is_file() else sorted(path.rglob("*"))
        read = (file for file in files if file.is_file() and file.suffix != ".pyc")
        yield from (file for file in read if file.relative_to(PROJECT).as_posix() not in NO_INPUTS)
