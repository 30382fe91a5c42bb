"""What to raise with a manager who describes a situation: the concerns that it calls for, the weightiest first."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from bot.reasoning.advise import Point, point, require_possible
from bot.reasoning.evaluate import Evaluation, Situation, evaluate, met
from bot.reasoning.truth import Truth
from bot.rulebase.model import ALWAYS, PHASES, Concern, Finding, Is, Question, RuleBase

MOST, FEW = 5, 3
"""Things that a described situation is answered with at most, and as far as nothing but its setting calls for them."""


@dataclass(frozen=True)
class Raised:
    """A concern that the situation calls for (its condition is TRUE), or may call for (UNKNOWN).

    `met` are the facts that were stated as it wants them. `steps` are what to do about it, given that it is called
    for: none that is settled, those that depend on something else unknown worded conditionally.
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
    size of the rule base. Those that rest on nothing but what sets the scene come last, and only as far as there is
    little else. Among the others, those that are called for come before those that may be, then the one that rests on
    more of what was said, then the one that matters earlier in time; a second one on the same facts waits until each
    fact has had one. The order in which the facts were
    stated does not matter.

    Raises:
        ValueError: when the situation holds a fact or a value that the rule base does not have.
    """
    require_possible(base, situation)
    candidates = dict.fromkeys(key for fact in situation for key in base.concerns_by_fact.get(fact, ()))
    found = [_raised(base, base.concerns[key], situation) for key in candidates]
    called_for = sorted((each for each in found if each is not None), key=lambda raised: _weight(raised, base))
    varied = _varied(called_for, base)
    kept = [each for number, each in enumerate(varied) if number < FEW or _telling(each, base)]
    return Assessment(tuple(kept[:MOST]), _question(called_for))


def closest_question(assessment: Assessment, base: RuleBase) -> str | None:
    """The question whose answer rests on most findings of what weighs most; none where nothing is raised."""
    if not assessment.raised:
        return None
    first = assessment.raised[0]
    sought = {finding.id for finding in first.findings}

    def shared(question: Question) -> tuple[int, bool]:
        cited = {
            key for rule in base.rules_by_question[question.id] for each in rule.statements() for key in each.because
        }
        return len(sought & cited), question.topic == first.concern.topic

    return max(base.questions.values(), key=shared).id


def _raised(base: RuleBase, concern: Concern, situation: Situation) -> Raised | None:
    evaluation, stated = evaluate(concern.when, situation), met(concern.when, situation)
    if evaluation.value is Truth.FALSE or not stated:
        return None
    steps = (point(base, ALWAYS, step, situation) for step in concern.steps)
    return Raised(
        concern,
        evaluation,
        stated,
        tuple(base.findings[key] for key in concern.because),
        tuple(step for step in steps if step is not None),
    )


def _weight(raised: Raised, base: RuleBase) -> tuple[bool, bool, int, int, int, str]:
    """What is sorted by: on what it rests, whether it is called for at all, how early it matters, its id."""
    open_ = raised.evaluation.value is not Truth.TRUE
    telling = _telling(raised, base)
    earliest = min(PHASES.index(phase) for phase in raised.concern.phase)
    return not telling, open_, -len(telling), -len(raised.met), earliest, raised.concern.id


def _telling(raised: Raised, base: RuleBase) -> set[str]:
    """The facts it rests on that do more than set the scene."""
    return {leaf.fact for leaf in raised.met if not base.facts[leaf.fact].setting}


def _varied(raised: list[Raised], base: RuleBase) -> list[Raised]:
    """Puts behind what rests only on facts that something before it rests on already, so that each fact gets a word."""
    new: list[Raised] = []
    again: list[Raised] = []
    covered: set[str] = set()
    for each in raised:
        telling = _telling(each, base)
        (new if telling - covered else again).append(each)
        covered |= telling
    return new + again


def _question(called_for: list[Raised]) -> str | None:
    missing = Counter(fact for each in called_for for fact in each.evaluation.missing)
    missing.update(fact for each in called_for for step in each.steps for fact in step.evaluation.missing)
    return missing.most_common(1)[0][0] if missing else None
