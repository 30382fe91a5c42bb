"""The command line as a whole: `python -m bot.cli`, which `./waymark` runs."""

from __future__ import annotations

import subprocess

import pytest

from bot.cli import __main__ as cli
from bot.paths import PROJECT

HELP = {
    "run": ("HOST", "PORT", "ALLOWED_ORIGINS", "FORGET_AFTER_HOURS", "Ctrl-C"),
    "ask": ("message", "several make a conversation"),
    "explain": ("id", "--know", "FACT=VALUE", "mentor_who"),
    "check": ("folder", "another rule base", "Exit code 1"),
    "reread": ("FINDING", "--reader", "person,model", "--folder"),
    "train": ("--force", "models/"),
}


@pytest.mark.parametrize("command", HELP)
def test_every_command_has_a_help_that_names_its_options(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        cli.main([command, "--help"])
    printed = " ".join(capsys.readouterr().out.split())
    assert caught.value.code == 0
    assert f"usage: waymark {command}" in printed
    for word in HELP[command]:
        assert word in printed


def test_the_general_help_names_every_command_and_an_example(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        cli.main(["--help"])
    printed = capsys.readouterr().out
    assert caught.value.code == 0
    assert all(f"\n    {command} " in printed for command in HELP)
    assert "waymark ask" in printed


def test_every_command_there_is_stands_in_these_tests() -> None:
    assert {module.__name__.removeprefix("bot.cli.") for module in cli.COMMANDS} == set(HELP)


@pytest.mark.parametrize(
    "arguments", [[], ["fly"], ["ask"], ["explain"], ["check", "a", "b"], ["reread", "a"], ["train", "--hard"]]
)
def test_a_wrong_command_line_ends_with_code_2_and_the_usage(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as caught:
        cli.main(arguments)
    assert caught.value.code == 2
    assert "usage: waymark" in capsys.readouterr().err


def test_waymark_runs_from_any_folder() -> None:
    done = subprocess.run(
        [str(PROJECT / "waymark"), "explain", "mentor_who"], cwd="/", capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Rule mentor_who answers")
