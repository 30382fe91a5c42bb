"""When the model is trained anew, and what happens without one."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from bot.paths import PROJECT
from bot.server import training

SMALL = {
    "config.yml": "recipe: default.v1",
    "domain/domain.yml": "version: '3.1'",
    "data/nlu/mentor.yml": "nlu: []",
    "data/nlu/readiness.yml": "nlu: []",
    "rules/mentor/advice.yml": "topic: mentor",
    "rules/texts/en.yml": "language: en",
    "bot/nlu/encoder.py": "LONGEST = 1",
    "bot/rulebase/loader.py": "",
    "bot/presentation/reply.py": "",
    "requirements/run.txt": "rasa==3.6.21",
}


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small project in a folder of its own, with its model's place beside."""
    for name, content in SMALL.items():
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, encoding="utf-8")
    monkeypatch.setattr(training, "PROJECT", tmp_path)
    monkeypatch.setattr(training, "MODEL", tmp_path / "waymark.tar.gz")
    monkeypatch.setattr(training, "STAMP", tmp_path / "waymark.tar.inputs")
    return tmp_path


@pytest.mark.parametrize("name", SMALL)
def test_the_digest_changes_with_every_file_the_model_depends_on(project: Path, name: str) -> None:
    before = training.inputs_digest()
    assert training.inputs_digest() == before
    (project / name).write_text(SMALL[name] + "\n# changed", encoding="utf-8")
    assert training.inputs_digest() != before


def test_the_digest_changes_when_a_file_is_added_renamed_or_deleted(project: Path) -> None:
    digests = [training.inputs_digest()]
    added = project / "rules" / "mentor" / "findings.yml"
    added.write_text("topic: mentor", encoding="utf-8")
    digests.append(training.inputs_digest())
    renamed = added.rename(added.with_name("found.yml"))
    digests.append(training.inputs_digest())
    assert len(set(digests)) == 3
    renamed.unlink()
    assert training.inputs_digest() == digests[0]


def test_the_digest_does_not_depend_on_files_the_model_does_not_read(project: Path) -> None:
    before = training.inputs_digest()
    for name in ("README.md", "tests/test_x.py", "bot/nlu/__pycache__/encoder.cpython-310.pyc", *training.NO_INPUTS):
        file = project / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("anything", encoding="utf-8")
    assert training.inputs_digest() == before


def test_the_digest_is_the_same_wherever_the_project_was_cloned_to(
    project: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = training.inputs_digest()
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "clone"
    shutil.copytree(project, elsewhere)
    monkeypatch.setattr(training, "PROJECT", elsewhere)
    assert training.inputs_digest() == before


def test_every_input_of_the_real_project_exists() -> None:
    assert [name for name in training.INPUTS if not (PROJECT / name).exists()] == []


def test_a_model_is_current_only_with_the_stamp_of_today_s_inputs(project: Path) -> None:
    assert not training.is_current(), "no model"
    training.MODEL.write_bytes(b"model")
    assert not training.is_current(), "no stamp"
    training.STAMP.write_text(training.inputs_digest(), encoding="utf-8")
    assert training.is_current()
    (project / "rules" / "mentor" / "advice.yml").write_text("topic: other", encoding="utf-8")
    assert not training.is_current(), "another rule"
    training.STAMP.write_text(training.inputs_digest(), encoding="utf-8")
    training.MODEL.unlink()
    assert not training.is_current(), "a stamp without a model"


@pytest.mark.slow
def test_a_training_without_a_model_is_an_error_with_a_remedy_and_leaves_no_stamp(tmp_path: Path) -> None:
    """A project without any example: Rasa prints that there is nothing to train on, and returns."""
    (tmp_path / "domain").mkdir()
    for name in ("nlu", "dialogue"):
        (tmp_path / "data" / name).mkdir(parents=True)
    (tmp_path / "domain" / "domain.yml").write_text("version: '3.1'\nintents: [greet]\n", encoding="utf-8")
    (tmp_path / "config.yml").write_text(
        "recipe: default.v1\nlanguage: en\nassistant_id: x\npipeline: []\npolicies: []\n"
    )
    script = f"""
from pathlib import Path
from bot.server import training
training.PROJECT = Path({str(tmp_path)!r})
training.MODEL = training.PROJECT / "models" / "waymark.tar.gz"
training.STAMP = training.PROJECT / "models" / "waymark.tar.inputs"
training.NLU, training.DIALOGUE = training.PROJECT / "data" / "nlu", training.PROJECT / "data" / "dialogue"
training.INPUTS = ("config.yml", "domain", "data")
try:
    training.train(training.MODEL)
except training.TrainingError as error:
    print("TrainingError:", error)
assert not training.STAMP.exists()
"""
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(PROJECT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "TrainingError: The training ended without a model." in done.stdout
    assert "waymark check" in done.stdout
