"""The NLU examples of data/nlu/ and the held-out questions of tests/nlu/, as plain texts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from bot.paths import PROJECT

NLU = PROJECT / "data" / "nlu"
HELD_OUT = PROJECT / "tests" / "nlu" / "held_out.yml"
HELD_OUT_FINDINGS = PROJECT / "tests" / "nlu" / "held_out_findings.yml"


@dataclass(frozen=True)
class Example:
    """One example: what it says, for which intent and perhaps finding, in which file."""

    text: str
    intent: str
    file: Path
    finding: str | None


@cache
def examples() -> tuple[Example, ...]:
    """Every example in the order of the files."""
    return tuple(
        Example(line.removeprefix("- ").strip(), block["intent"], file, block.get("metadata", {}).get("finding"))
        for file in sorted(NLU.glob("*.yml"))
        for block in yaml.safe_load(file.read_text(encoding="utf-8"))["nlu"]
        for line in block["examples"].splitlines()
        if line.strip()
    )


@cache
def held_out() -> tuple[tuple[str, str], ...]:
    """Every held-out question with the intent it should be recognised as."""
    content = yaml.safe_load(HELD_OUT.read_text(encoding="utf-8"))["questions"]
    return tuple((item["text"], intent) for intent, items in content.items() for item in items)


@cache
def held_out_findings() -> tuple[tuple[str, str, str], ...]:
    """Every held-out message that asks for one finding, with that finding and the style it is written in."""
    content = yaml.safe_load(HELD_OUT_FINDINGS.read_text(encoding="utf-8"))["findings"]
    return tuple((item["text"], finding, item["style"]) for finding, items in content.items() for item in items)


def words(text: str) -> tuple[str, ...]:
    """The words of a text without case and punctuation; what holds no word stays as it is."""
    return tuple(re.findall(r"\w+", text.casefold())) or (text.strip(),)
