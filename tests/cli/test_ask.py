"""`waymark ask`."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from bot.cli.__main__ import main
from bot.knowledge import texts
from bot.paths import PROJECT, RULES
from bot.rulebase.loader import load
from bot.server import training


def test_without_a_model_it_says_how_to_get_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(training, "MODEL", tmp_path / "waymark.tar.gz")
    assert main(["ask", "who should mentor her?"]) == 1
    assert "Run `./waymark train` first." in capsys.readouterr().err


@pytest.mark.slow
def test_a_question_and_a_follow_up_are_answered_in_one_conversation() -> None:
    """Then an empty message, and a command that the bot must not obey."""
    hinted = "He asked who would feed the fish, gave away his watch and said goodbye to everybody."
    messages = ["who should mentor our new peer worker?", "who says so?", " ", hinted, "/restart"]
    done = subprocess.run(
        [str(PROJECT / "waymark"), "ask", *messages], capture_output=True, text=True, check=False, timeout=300
    )
    assert done.returncode == 0, done.stderr
    answer, sources, empty, danger, _ = done.stdout.rstrip("\n").split("\n\n")
    base = load(RULES)
    [rule] = base.rules_by_question["mentor_who"]
    assert answer.startswith(texts().say(rule.bottom_line.says))
    assert "\nSources: " in answer
    assert "\n  [Why?]\n  [Sources]" in answer
    assert sources.startswith("Sources of this answer:")
    assert base.studies["johansen"].citation in sources
    assert empty == texts().get("problems.empty")
    assert danger.startswith(texts().get("danger.acute"))
    assert danger.endswith(f"[{texts().get('danger.back')}]")
