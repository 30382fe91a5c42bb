"""What the benchmark knows of a bot, whichever it is."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bench.client import Answer
from bench.kept import Kept

SEED = 20240913


@dataclass(frozen=True)
class Bot:
    """How to train, run and talk to a bot. The run command holds `{port}`, the file of examples is one of its folder."""

    name: str
    folder: Path
    examples: Path
    train_anew: tuple[str, ...]
    train: tuple[str, ...]
    train_within: float
    run: tuple[str, ...]
    question: str
    is_right: Callable[[Answer], bool]
    is_failure: Callable[[Answer], bool]
    messages: tuple[str, ...]
    model: Path | None = None
    """Where it understands Waymark's questions, so that its accuracy can be measured."""
    kept: Kept | None = None
    """Where its trainings take so long that they are not measured again in each run."""

    def varied(self, count: int, purpose: str) -> list[str]:
        """Messages drawn from the bot's own training data, the same ones in every run."""
        return random.Random(f"{SEED} {purpose}").choices(self.messages, k=count)  # noqa: S311 - no secret
