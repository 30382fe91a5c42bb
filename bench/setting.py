"""How much is measured, with which bots, and what comes out."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from bench.bot import Bot
from bench.figures import Figure, Lengthening
from bench.growth import Growth
from bench.workshop import Workshop


@dataclass(frozen=True)
class Size:
    """How much is measured."""

    trainings: int
    starts: int
    warm_up: int
    senders: int
    conversations: int
    turns: int
    blocks: int
    block: int
    repeats: int
    """How many times as many turns a long conversation has as one of the others."""
    clients: int = 2


FULL = Size(trainings=2, starts=3, warm_up=20, senders=200, conversations=5, turns=20, blocks=5, block=20, repeats=15)
QUICK = Size(trainings=1, starts=1, warm_up=20, senders=20, conversations=1, turns=5, blocks=2, block=20, repeats=4)


@dataclass
class Findings:
    """What came out. Failures are Waymark's answers that were none; silences are how often each peer said nothing."""

    figures: list[Figure] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)
    silences: Counter[str] = field(default_factory=Counter)
    cores_used_by_others: dict[str, float] = field(default_factory=dict)
    growth: list[Growth] = field(default_factory=list)
    lengthenings: list[Lengthening] = field(default_factory=list)


@dataclass(frozen=True)
class Setting:
    """What every measure needs."""

    workshop: Workshop
    bots: tuple[Bot, ...]
    """Waymark first."""
    size: Size
    findings: Findings

    def in_turn(self, round_: int) -> tuple[Bot, ...]:
        """All bots; who goes first changes from round to round."""
        first = round_ % len(self.bots)
        return self.bots[first:] + self.bots[:first]

    def samples(self) -> dict[str, list[float]]:
        """Room for the samples of each bot."""
        return {bot.name: [] for bot in self.bots}
