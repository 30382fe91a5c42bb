"""The arithmetic: what is measured becomes figures of both bots and their ratio."""

from __future__ import annotations

import math
import statistics
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """One line of the table. Without a figure of the starter bot there is no ratio."""

    what: str
    unit: str
    count: int
    waymark: float
    starter: float | None = None
    better: str = "less"

    @property
    def ratio(self) -> float | None:
        """How many times the starter bot's figure Waymark's is."""
        return self.waymark / self.starter if self.starter else None


def medians(what: str, unit: str, waymark: Sequence[float], starter: Sequence[float]) -> Figure:
    return Figure(f"{what}, median", unit, len(waymark), statistics.median(waymark), statistics.median(starter))


def p95s(what: str, unit: str, waymark: Sequence[float], starter: Sequence[float]) -> Figure:
    return Figure(f"{what}, p95", unit, len(waymark), percentile(waymark, 95), percentile(starter, 95))


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
