"""The small rule base with all that must be there before it is published."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from bot.paths import RULES
from bot.review import review
from bot.review.examples import FEWEST
from bot.review.readings import record
from bot.rulebase.loader import load
from bot.rulebase.problems import Problem, RuleBaseError

from ..rulebase.small import Small

READ_ON = "2026-01-31"


class Published(Small):
    """The small rule base with texts, second readings and, in the folder `nlu` beside it, enough examples."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.nlu = folder / "nlu"
        self.nlu.mkdir()
        shutil.copytree(RULES / "texts", self.root / "texts")
        self.write_examples("mentor.yml", mentor_who=FEWEST)
        self.write_examples("money.yml", money_who=FEWEST)
        self.reread()

    def write_examples(self, file: str, **counts: int) -> None:
        """Writes a file with so many examples of each intent."""
        blocks = (
            f"- intent: {intent}\n  examples: |\n" + "".join(f"    - {intent} {number}\n" for number in range(count))
            for intent, count in counts.items()
        )
        (self.nlu / file).write_text("nlu:\n" + "".join(blocks), encoding="utf-8")

    def reread(self) -> None:
        """Records that a person read every finding as it stands now."""
        base = load(self.root)
        record(base, self.root, base.findings, "person", READ_ON)

    def is_sound(self) -> bool:
        return review(self.root, self.nlu) == load(self.root)

    def problems(self) -> list[Problem]:
        """Every problem that reviewing reports; at least one is expected."""
        with pytest.raises(RuleBaseError) as caught:
            review(self.root, self.nlu)
        assert caught.value.problems
        return caught.value.problems
