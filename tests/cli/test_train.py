"""`waymark train`. Trainings themselves stand in tests/nlu/test_determinism.py and tests/server/test_training.py."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.cli import train
from bot.cli.__main__ import main
from bot.server import training


@pytest.fixture
def current(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A model that was trained on today's inputs."""
    monkeypatch.setattr(training, "MODEL", tmp_path / "waymark.tar.gz")
    monkeypatch.setattr(training, "STAMP", tmp_path / "waymark.tar.inputs")
    training.MODEL.write_bytes(b"model")
    training.STAMP.write_text(training.inputs_digest(), encoding="utf-8")
    return training.MODEL


def test_a_current_model_is_left_alone(current: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["train"]) == 0
    assert capsys.readouterr().out == "The model is up to date.\n"
    assert current.read_bytes() == b"model"


def test_an_unsound_rule_base_is_reported_before_anything_is_trained(
    current: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(train, "RULES", tmp_path / "rules")
    assert main(["train", "--force"]) == 1
    printed = capsys.readouterr()
    assert "problem(s) in the rule base." in printed.err
    assert "Training" not in printed.out
    assert current.read_bytes() == b"model"
