"""What to raise with a manager who describes a situation: the concerns that it calls for, the weightiest first."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from bot.reasoning.advise import Point, point, require_possible
from bot.reasoning.evaluate import Evaluation, Situation, evaluate, met
from bot.reasoning.truth import Truth
from bot.rulebase.model import PHASES, Concern, Finding, Is, RuleBase

MOST = 5
"""Things that a described situation is answered with at most."""


@dataclass(frozen=True)
class Raised:
    """A concern that the situation calls for (its condition is TRUE), or may call for (UNKNOWN).

    `met` are the facts that were stated as it wants them. `steps` are what to do about it here: none that is
    settled, those that depend on something unknown worded conditionally.
    """

    concern: Concern
    evaluation: Evaluation
    met: tuple[Is, ...]
    findings: tuple[Finding, ...]
    steps: tuple[Point, ...]


@dataclass(frozen=True)
class Assessment:
    """What a situation calls for. `question` is the unknown fact whose answer would change most, if there is one."""

    raised: tuple[Raised, ...]
    question: str | None

    def findings(self) -> tuple[Finding, ...]:
        """Every finding that what is raised rests on, once, in the order in which it is read."""
        every = (
            finding
            for each in self.raised
            for finding in (*each.findings, *(finding for step in each.steps for finding in step.findings))
        )
        return tuple(dict.fromkeys(every))


def assess(base: RuleBase, situation: Situation) -> Assessment:
    """The concerns that a situation calls for.

    Only concerns that compare a fact which was stated are looked at, so that the cost follows what matches, not the
    size of the rule base. Those that are called for come before those that may be; among these, the one that rests on
    more of what was said comes first, then the one that matters earlier in time. The order in which the facts were
    stated does not matter.

    Raises:
        ValueError: when the situation holds a fact or a value that the rule base does not have.
    """
    require_possible(base, situation)
    candidates = dict.fromkeys(key for fact in situation for key in base.concerns_by_fact.get(fact, ()))
    found = [_raised(base, base.concerns[key], situation) for key in candidates]
    called_for = sorted((each for each in found if each is not None), key=_weight)
    return Assessment(tuple(called_for[:MOST]), _question(called_for))


def _raised(base: RuleBase, concern: Concern, situation: Situation) -> Raised | None:
    evaluation, stated = evaluate(concern.when, situation), met(concern.when, situation)
    if evaluation.value is Truth.FALSE or not stated:
        return None
    steps = (point(base, concern.when, step, situation) for step in concern.steps)
    return Raised(
        concern,
        evaluation,
        stated,
        tuple(base.findings[key] for key in concern.because),
        tuple(step for step in steps if step is not None),
    )


def _weight(raised: Raised) -> tuple[bool, int, int, str]:
    """What is sorted by: called for at all, how much of what was said it rests on, how early it matters, its id."""
    open_ = raised.evaluation.value is not Truth.TRUE
    earliest = min(PHASES.index(phase) for phase in raised.concern.phase)
    return open_, -len(raised.met), earliest, raised.concern.id


def _question(called_for: list[Raised]) -> str | None:
    missing = Counter(fact for each in called_for for fact in each.evaluation.missing)
    missing.update(fact for each in called_for for step in each.steps for fact in step.evaluation.missing)
    return missing.most_common(1)[0][0] if missing else None
