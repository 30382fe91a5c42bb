"""Training again gives the same bot as the model that is there: in another process, with another cache and hash seed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from bot.paths import MODEL, PROJECT
from tests.data.examples import held_out

SINGLE = 1e-3
"""What probabilities may differ by. The classifier is fitted in single precision, by two threads that share the work
differently each time, and sharpens scores fifty times: the largest difference measured was 2.5e-4."""
SCRIPT = Path(__file__).parent / "retrain.py"


def ranking(folder: Path, model: Path, hash_seed: int) -> subprocess.Popen[str]:
    """A process that ranks intents for each held-out question, by a model that it trains first if there is none."""
    folder.mkdir()
    environment = {
        "PYTHONPATH": str(PROJECT),
        "PYTHONHASHSEED": str(hash_seed),
        "RASA_CACHE_DIRECTORY": str(folder / "cache"),
    }
    return subprocess.Popen(
        [sys.executable, str(SCRIPT), str(model), str(folder / "result.json")],
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


@pytest.mark.slow
def test_two_trainings_give_the_same_intents_and_probabilities(tmp_path: Path) -> None:
    if not MODEL.exists():
        pytest.fail("There is no model: run ./waymark train")
    folders = [tmp_path / "first", tmp_path / "second"]
    models = [MODEL, folders[1] / "waymark.tar.gz"]
    processes = [ranking(folder, model, seed) for seed, (folder, model) in enumerate(zip(folders, models, strict=True))]
    first, second = (ranked(process, folder) for process, folder in zip(processes, folders, strict=True))
    assert len(first) == len(second) == len(held_out())
    pairs = [pair for one, other in zip(first, second, strict=True) for pair in zip(one, other, strict=True)]
    print(f"largest difference of a probability: {max(abs(one - other) for (_, one), (_, other) in pairs):.1e}")
    for (text, _), one, other in zip(held_out(), first, second, strict=True):
        assert [name for name, _ in one] == [name for name, _ in other], text
        assert [chance for _, chance in one] == pytest.approx([chance for _, chance in other], abs=SINGLE), text
