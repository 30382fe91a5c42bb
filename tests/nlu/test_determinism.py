"""Training twice gives the same bot. Each training has a process, a cache and a hash seed of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from bot.paths import PROJECT
from tests.data.examples import held_out

SCRIPT = Path(__file__).parent / "retrain.py"


def retraining(folder: Path, hash_seed: int) -> subprocess.Popen[str]:
    """A training in a process of its own, which then ranks intents for each held-out question."""
    folder.mkdir()
    environment = {
        "PYTHONPATH": str(PROJECT),
        "PYTHONHASHSEED": str(hash_seed),
        "RASA_CACHE_DIRECTORY": str(folder / "cache"),
    }
    return subprocess.Popen(
        [sys.executable, str(SCRIPT), str(folder / "waymark.tar.gz"), str(folder / "result.json")],
        cwd=PROJECT,
        env={**os.environ, **environment},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )


def ranked(training: subprocess.Popen[str], folder: Path) -> list[list[tuple[str, float]]]:
    _, complaints = training.communicate()
    assert training.returncode == 0, complaints
    return [
        [(name, chance) for name, chance in ranking] for ranking in json.loads((folder / "result.json").read_text())
    ]


@pytest.mark.slow
def test_two_trainings_give_the_same_intents_and_probabilities(tmp_path: Path) -> None:
    folders = [tmp_path / "first", tmp_path / "second"]
    trainings = [retraining(folder, hash_seed) for hash_seed, folder in enumerate(folders, 1)]
    first, second = (ranked(training, folder) for training, folder in zip(trainings, folders, strict=True))
    assert len(first) == len(second) == len(held_out())
    for (text, _), one, other in zip(held_out(), first, second, strict=True):
        assert [name for name, _ in one] == [name for name, _ in other], text
        assert [chance for _, chance in one] == pytest.approx([chance for _, chance in other], abs=1e-6), text
