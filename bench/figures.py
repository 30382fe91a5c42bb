"""The arithmetic: what is measured becomes figures of all bots and their ratios."""

from __future__ import annotations

import math
import statistics
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

WAYMARK = "Waymark"
Samples = Mapping[str, Sequence[float]]
"""What was measured, by the name of the bot."""


@dataclass(frozen=True)
class Figure:
    """One line of the table: of so many samples of Waymark, its figure and those of its peers by their names."""

    what: str
    unit: str
    count: int
    waymark: float
    peers: Mapping[str, float] = field(default_factory=dict)
    better: str = "less"

    def ratio(self, peer: str) -> float | None:
        """How many times the peer's figure Waymark's is; nothing where the peer has none."""
        return self.waymark / self.peers[peer] if self.peers.get(peer) else None


def figure(
    what: str, unit: str, samples: Samples, of: Callable[[Sequence[float]], float], better: str = "less"
) -> Figure:
    """The figure that `of` makes of the samples of each bot; a bot without samples has none."""
    found = {name: of(values) for name, values in samples.items() if values}
    return Figure(what, unit, len(samples[WAYMARK]), found.pop(WAYMARK), found, better)


def medians(what: str, unit: str, samples: Samples) -> Figure:
    return figure(f"{what}, median", unit, samples, statistics.median)


def p95s(what: str, unit: str, samples: Samples) -> Figure:
    return figure(f"{what}, p95", unit, samples, lambda values: percentile(values, 95))


@dataclass(frozen=True)
class Lengthening:
    """Median milliseconds of a message among the first and among the last of so many turns of one conversation."""

    store: str
    turns: int
    first: float
    last: float

    @property
    def ratio(self) -> float:
        """How many times as long the last messages take as the first."""
        return self.last / self.first


def lengthening(store: str, turns: int, first: Sequence[float], last: Sequence[float]) -> Lengthening:
    """From the milliseconds of the first and of the last turns."""
    return Lengthening(store, turns, statistics.median(first), statistics.median(last))


def percentile(samples: Sequence[float], percent: float) -> float:
    """The smallest sample that at least so many percent of the samples do not exceed (the nearest rank).

    Raises:
        ValueError: when there are no samples, or percent is not above 0 and at most 100.
    """
    if not samples or not 0 < percent <= 100:
        raise ValueError(f"there is no percentile {percent} of {len(samples)} samples")
    return sorted(samples)[math.ceil(len(samples) * percent / 100) - 1]
