"""Commands that the benchmark runs to their end."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from bench import processes
from bench.processes import BenchError, seconds_of


def run(code: str, folder: Path, at_most: float) -> tuple[float, list[str]]:
    """How long a piece of Python took, and what was said meanwhile."""
    said: list[str] = []
    command = (sys.executable, "-u", "-c", code)
    return seconds_of(command, folder, dict(os.environ), folder / "log", at_most, said.append), said


def test_a_command_that_takes_too_long_is_ended_and_named_with_what_it_printed_last(tmp_path: Path) -> None:
    with pytest.raises(BenchError, match=r"was not done after 2 s:\nepoch 1 of 100"):
        run("import time; print('epoch 1 of 100'); time.sleep(60)", tmp_path, 2)


def test_a_command_that_fails_is_named_with_its_code(tmp_path: Path) -> None:
    with pytest.raises(BenchError, match="ended with code 3"):
        run("raise SystemExit(3)", tmp_path, 60)


def test_progress_is_said_while_a_command_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "SAY_EVERY", 0.5)
    took, said = run("import time; print('10 %\\r20 %'); time.sleep(2)", tmp_path, 60)
    assert took >= 2
    assert said
    assert said[-1].endswith("20 %")
