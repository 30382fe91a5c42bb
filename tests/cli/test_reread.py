"""`waymark reread`."""

from __future__ import annotations

import datetime
import re
import shutil
from pathlib import Path

import pytest

from bot.cli.__main__ import main
from bot.paths import RULES
from bot.review.readings import load_readings

FINDING, OTHER = "johansen_mentor_with_standing", "johansen_mentor_open_to_former_patient"


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    """A copy of the rule base, two findings of which were changed after they had been read."""
    root = Path(shutil.copytree(RULES, tmp_path / "rules"))
    file = root / "mentor" / "findings.yml"
    text = file.read_text(encoding="utf-8")
    for finding in (FINDING, OTHER):
        text, count = re.subn(rf"(  {finding}:\n(?:    .*\n)*?    kind: )practice\n", r"\1wish\n", text)
        assert count == 1
    file.write_text(text, encoding="utf-8")
    return root


def reread(rules: Path, *arguments: str) -> int:
    return main(["reread", *arguments, "--folder", str(rules)])


def test_a_finding_that_was_read_again_today_is_recorded_and_the_others_stay_as_they_are(
    rules: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before, start = load_readings(rules), datetime.date.today()
    assert reread(rules, FINDING, "--reader", "person") == 0
    after, end = load_readings(rules), datetime.date.today()
    assert capsys.readouterr().out == "1 finding(s) recorded as read again by a person.\n"
    assert start.isoformat() <= after[FINDING].date <= end.isoformat()
    assert after[FINDING].reader == "person"
    assert {key for key in before if before[key] != after[key]} == {FINDING}
    assert before.keys() == after.keys()


def test_a_changed_rule_base_is_sound_when_all_that_changed_was_read_again(
    rules: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert reread(rules, FINDING, "--reader", "model") == 0
    assert main(["check", str(rules)]) == 1
    problem, _ = capsys.readouterr().err.splitlines()
    assert f"“{OTHER}” has changed since it was read" in problem
    assert reread(rules, FINDING, OTHER, "--reader", "model") == 0
    assert "2 finding(s) recorded as read again by a model." in capsys.readouterr().out
    assert main(["check", str(rules)]) == 0


def test_an_unknown_finding_is_an_error_and_nothing_is_recorded(
    rules: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (rules / "readings.yml").read_bytes()
    assert reread(rules, FINDING, "missing", "lost", "--reader", "person") == 1
    printed = capsys.readouterr()
    assert printed.err == "waymark: there is no finding “missing”, “lost”. Nothing was recorded.\n"
    assert printed.out == ""
    assert (rules / "readings.yml").read_bytes() == before


def test_nothing_is_recorded_of_a_rule_base_that_does_not_load(rules: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (rules / "facts.yml").write_text("facts: [\n", encoding="utf-8")
    before = (rules / "readings.yml").read_bytes()
    assert reread(rules, FINDING, "--reader", "person") == 1
    assert "rules/facts.yml:" in capsys.readouterr().err
    assert (rules / "readings.yml").read_bytes() == before


def test_the_first_reading_makes_the_file(rules: Path) -> None:
    (rules / "readings.yml").unlink()
    assert reread(rules, FINDING, "--reader", "person") == 0
    assert list(load_readings(rules)) == [FINDING]


@pytest.mark.parametrize("arguments", [[FINDING], ["--reader", "person"], [FINDING, "--reader", "robot"]])
def test_without_a_finding_or_a_kind_of_reader_the_command_line_is_wrong(
    rules: Path, arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as caught:
        reread(rules, *arguments)
    assert caught.value.code == 2
    assert "usage: waymark reread" in capsys.readouterr().err
