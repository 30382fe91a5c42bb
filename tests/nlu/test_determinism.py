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


def retrained(folder: Path, hash_seed: int) -> list[list[tuple[str, float]]]:
    """What a freshly trained model ranks for each held-out question."""
    folder.mkdir()
    environment = {
        "PYTHONPATH": str(PROJECT),
        "PYTHONHASHSEED": str(hash_seed),
        "RASA_CACHE_DIRECTORY": str(folder / "cache"),
    }
    done = subprocess.run(
        [sys.executable, str(SCRIPT), str(folder / "waymark.tar.gz"), str(folder / "result.json")],
        cwd=PROJECT,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return [
        [(name, chance) for name, chance in ranking] for ranking in json.loads((folder / "result.json").read_text())
    ]


@pytest.mark.slow
def test_two_trainings_give_the_same_intents_and_probabilities(tmp_path: Path) -> None:
    """One after the other: two at once would fight for the two threads that each encoder wants."""
    first, second = (retrained(tmp_path / str(seed), seed) for seed in (1, 2))
    assert len(first) == len(second) == len(held_out())
    for (text, _), one, other in zip(held_out(), first, second, strict=True):
        assert [name for name, _ in one] == [name for name, _ in other], text
        assert [chance for _, chance in one] == pytest.approx([chance for _, chance in other], abs=1e-6), text
