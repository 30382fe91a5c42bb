"""The held-out messages, what each of them means, and the examples that every peer learns from."""

from __future__ import annotations

from dataclasses import dataclass

import yaml

from bot.paths import NLU, PROJECT

HELD_OUT = PROJECT / "tests" / "nlu" / "held_out.yml"
NOT_COVERED = frozenset({"beyond_coverage", "out_of_scope"})


@dataclass(frozen=True)
class Asked:
    """A message nobody trained on, the intent it means, and the style it is written in."""

    text: str
    meant: str
    style: str

    @property
    def covered(self) -> bool:
        return self.meant not in NOT_COVERED


def held_out() -> list[Asked]:
    """Every held-out message."""
    content = yaml.safe_load(HELD_OUT.read_text(encoding="utf-8"))["questions"]
    return [Asked(item["text"], intent, item["style"]) for intent, items in content.items() for item in items]


def examples() -> list[tuple[str, str]]:
    """Every example that models are trained on, as text and intent."""
    return [
        (line.removeprefix("- ").strip(), block["intent"])
        for file in sorted(NLU.glob("*.yml"))
        for block in yaml.safe_load(file.read_text(encoding="utf-8"))["nlu"]
        for line in block["examples"].splitlines()
        if line.strip()
    ]
