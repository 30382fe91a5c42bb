"""What the benchmark keeps of a bot that takes long to train."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.kept import Kept


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder in which a bot with the digest “same” and the time of its training are kept."""
    model = tmp_path / "trained.tar.gz"
    model.write_bytes(b"a model")
    kept = Kept(tmp_path / "kept", "same")
    kept.keep_model(model)
    kept.keep_seconds("train", 4000.5)
    return tmp_path / "kept"


def test_a_later_run_finds_the_model_and_how_long_it_took(folder: Path) -> None:
    kept = Kept(folder, "same")
    assert kept.model is not None
    assert kept.model.read_bytes() == b"a model"
    assert kept.seconds("train") == 4000.5
    assert kept.when("train").startswith("20")


def test_what_was_not_measured_has_no_time(folder: Path) -> None:
    assert Kept(folder, "same").seconds("again") is None


def test_a_bot_with_other_inputs_finds_nothing(folder: Path) -> None:
    kept = Kept(folder, "other")
    assert kept.model is None
    assert kept.seconds("train") is None


def test_a_model_whose_training_was_not_timed_is_not_found(tmp_path: Path) -> None:
    model = tmp_path / "trained.tar.gz"
    model.write_bytes(b"a model")
    Kept(tmp_path / "kept", "same").keep_model(model)
    assert Kept(tmp_path / "kept", "same").model is None


def test_what_is_forgotten_is_gone_for_later_runs(folder: Path) -> None:
    Kept(folder, "same").forget()
    assert Kept(folder, "same").model is None
