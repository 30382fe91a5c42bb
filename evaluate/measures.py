"""What is measured on rankings of intents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from evaluate.peers import Ranking
from evaluate.questions import NOT_COVERED, Asked

OFFERED = 3
BINS = 10


@dataclass(frozen=True)
class Outcome:
    """A message with the ranking that a peer gave it."""

    asked: Asked
    ranking: Ranking

    @property
    def confidence(self) -> float:
        return self.ranking[0][1] if self.ranking else 0.0

    def declined(self, threshold: float) -> bool:
        return not self.ranking or self.ranking[0][0] in NOT_COVERED or self.confidence < threshold

    def right(self, threshold: float = 0.0) -> bool:
        """Whether a covered message is answered, and rightly."""
        return not self.declined(threshold) and self.ranking[0][0] == self.asked.meant

    def offered(self) -> bool:
        """Whether the question meant is among the likeliest few."""
        return self.asked.meant in [name for name, _ in self.ranking[:OFFERED]]


@dataclass(frozen=True)
class Band:
    """What a threshold makes of all messages, as shares."""

    threshold: float
    right: float
    asked_back: float
    declined: float


def share(found: Sequence[bool]) -> float:
    return sum(found) / len(found) if found else 0.0


def sweep(outcomes: Sequence[Outcome], thresholds: Sequence[float]) -> list[Band]:
    """For each threshold: covered messages answered rightly, covered ones asked back, and others not answered."""
    covered = [each for each in outcomes if each.asked.covered]
    others = [each for each in outcomes if not each.asked.covered]
    return [
        Band(
            threshold,
            share([each.right(threshold) for each in covered]),
            share([each.confidence < threshold for each in covered]),
            share([each.declined(threshold) for each in others]),
        )
        for threshold in thresholds
    ]


def calibration(outcomes: Sequence[Outcome]) -> list[tuple[float, float, int]]:
    """For each tenth of confidence that occurs: the mean confidence, the share that is right, and how many they are."""
    bins: dict[int, list[Outcome]] = {}
    for each in outcomes:
        bins.setdefault(min(int(each.confidence * BINS), BINS - 1), []).append(each)
    return [
        (
            sum(each.confidence for each in found) / len(found),
            share([bool(each.ranking) and each.ranking[0][0] == each.asked.meant for each in found]),
            len(found),
        )
        for _, found in sorted(bins.items())
    ]


def calibration_error(outcomes: Sequence[Outcome]) -> float:
    """The expected calibration error: how far confidence and share lie apart, on average over the messages."""
    return sum(abs(mean - right) * count for mean, right, count in calibration(outcomes)) / len(outcomes)


def confusions(outcomes: Sequence[Outcome]) -> list[tuple[str, str, int]]:
    """What was meant, what it was taken for, and how often, the most frequent first."""
    wrong = Counter(
        (each.asked.meant, each.ranking[0][0])
        for each in outcomes
        if each.ranking and each.ranking[0][0] != each.asked.meant
    )
    return [(meant, taken, count) for (meant, taken), count in wrong.most_common()]
