"""`waymark run`: what is checked before anything starts. That it serves is for tests/e2e/."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from bot.cli import run
from bot.cli.__main__ import main


@pytest.mark.parametrize(
    ("setting", "value", "remedy"),
    [
        ("PORT", "five", "PORT=5005"),
        ("PORT", "70000", "from 1 to 65535"),
        ("HOST", "no such host", "HOST=127.0.0.1"),
        ("ALLOWED_ORIGINS", "intranet.example", "https://intranet.example"),
        ("FORGET_AFTER_HOURS", "a week", "from 1 to 720"),
    ],
)
def test_a_setting_that_cannot_work_is_one_line_with_its_remedy(
    setting: str, value: str, remedy: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(setting, value)
    assert main(["run"]) == 1
    [line] = capsys.readouterr().err.splitlines()
    assert line.startswith(f"waymark: {setting} ")
    assert value in line and remedy in line


def test_a_taken_port_is_noticed_before_the_servers_start(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        monkeypatch.setenv("PORT", str(taken.getsockname()[1]))
        assert main(["run"]) == 1
    printed = capsys.readouterr()
    assert "is taken by another program" in printed.err
    assert printed.out == ""


def test_an_unsound_rule_base_is_noticed_before_the_servers_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PORT", "65000")
    monkeypatch.setattr(run, "RULES", tmp_path / "rules")
    assert main(["run"]) == 1
    assert "problem(s) in the rule base." in capsys.readouterr().err
