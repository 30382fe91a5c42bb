"""What the documents tell a reader to type exists, and what they link to is there."""

from __future__ import annotations

import re
import shlex
import subprocess
from pathlib import Path

import pytest

from bot.cli.__main__ import _parser
from bot.paths import PROJECT

DOCUMENTS = [PROJECT / "README.md", PROJECT / "CONTRIBUTING.md", *sorted((PROJECT / "docs").glob("*.md"))]
TYPED = re.compile(r"^ {4,}(?:[A-Z_]+=\S+ )*(\./waymark|make) ([^#\n]+)", re.M)
LINK = re.compile(r"\]\((?!https?:)([^)#]+)\)")


def typed(program: str) -> list[str]:
    found = {words for file in DOCUMENTS for name, words in TYPED.findall(file.read_text("utf-8")) if name == program}
    return sorted(words.strip() for words in found)


def test_the_search_finds_the_commands() -> None:
    assert {"run", "test"} <= set(typed("make")) and "check" in typed("./waymark")


@pytest.mark.parametrize("target", typed("make"))
def test_every_make_target_that_is_named_exists(target: str) -> None:
    assert re.search(rf"^{target}:", (PROJECT / "Makefile").read_text("utf-8"), re.M)


@pytest.mark.parametrize("command", typed("./waymark"))
def test_every_command_that_is_named_is_understood(command: str) -> None:
    assert _parser().parse_args(shlex.split(command)).command


@pytest.mark.parametrize("command", [each for each in typed("./waymark") if each.split()[0] in ("check", "explain")])
def test_every_quick_command_that_is_named_succeeds(command: str) -> None:
    done = subprocess.run(
        [str(PROJECT / "waymark"), *shlex.split(command)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("file", DOCUMENTS, ids=lambda file: file.name)
def test_every_link_leads_to_a_file(file: Path) -> None:
    assert [link for link in LINK.findall(file.read_text("utf-8")) if not (file.parent / link).exists()] == []
