"""Training again gives the same bot: in another process, with another cache and hash seed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from bot.paths import EMBEDDINGS, PROJECT

SINGLE = 5e-3
"""What probabilities may differ by. The classifier is fitted in single precision, by two threads that share the work
differently each time, and sharpens scores fifty times: the largest differences measured were 2.5e-4 and 7.1e-4."""
SCRIPT = Path(__file__).parent / "retrain.py"


def ranking(folder: Path, hash_seed: int) -> subprocess.Popen[str]:
    """A process that trains a model and ranks the intents of held-out questions by it."""
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


def ranked(process: subprocess.Popen[str], folder: Path) -> list[list[tuple[str, float]]]:
    _, complaints = process.communicate()
    assert process.returncode == 0, complaints
    return [
        [(name, chance) for name, chance in guesses] for guesses in json.loads((folder / "result.json").read_text())
    ]


def differing(one: list[tuple[str, float]], other: list[tuple[str, float]]) -> list[float]:
    """How far the probabilities of two rankings lie apart, place by place, and name by name where both have it.

    Two intents whose probabilities lie closer than that may have changed places.
    """
    known = dict(other)
    places = [abs(chance - also) for (_, chance), (_, also) in zip(one, other, strict=True)]
    return [*places, *(abs(chance - known[name]) for name, chance in one if name in known)]


@pytest.mark.slow
def test_two_trainings_give_the_same_intents_and_probabilities(tmp_path: Path) -> None:
    if not EMBEDDINGS.exists():
        pytest.fail("There are no embeddings: run ./waymark train")
    folders = [tmp_path / "first", tmp_path / "second"]
    processes = [ranking(folder, seed) for seed, folder in enumerate(folders)]
    first, second = (ranked(process, folder) for process, folder in zip(processes, folders, strict=True))
    assert len(first) == len(second) > 100
    differences = [each for one, other in zip(first, second, strict=True) for each in differing(one, other)]
    print(f"largest difference of a probability: {max(differences):.1e}")
    for one, other in zip(first, second, strict=True):
        assert one[0][0] == other[0][0] or one[0][1] - one[1][1] <= SINGLE
        assert max(differing(one, other)) <= SINGLE
