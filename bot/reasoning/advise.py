"""From a question and a situation to advice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from bot.reasoning.evaluate import Evaluation, Situation, evaluate, residue
from bot.reasoning.truth import Truth
from bot.rulebase.model import All, Condition, Finding, Question, Rule, RuleBase, Statement


@dataclass(frozen=True)
class Point:
    """A statement that applies, or may apply, in this situation.

    `evaluation` is what the rule's and the statement's own condition together amount to here: TRUE (say it) or
    UNKNOWN (say it conditionally). A FALSE one never becomes a point. `open` is what is left to be found out.
    """

    statement: Statement
    open: Condition
    evaluation: Evaluation
    findings: tuple[Finding, ...]


@dataclass(frozen=True)
class Advice:
    """The answer to one question in one situation, as one value for every channel, the command line and the tests.

    `bottom_lines` has one point where a rule applies, and several where it depends on
    unknown facts which of them holds. `missing` are the unknown facts that could change
    the advice, the one that decides most points first. `asked` is what the manager
    asked for in particular, to be told first; `near` are findings that may have been meant.
    `situation` is what it was given in.
    """

    question: Question
    bottom_lines: tuple[Point, ...]
    steps: tuple[Point, ...]
    watch_out: tuple[Point, ...]
    differ: tuple[Point, ...]
    silent: tuple[Point, ...]
    missing: tuple[str, ...]
    asked: tuple[Finding, ...] = ()
    near: tuple[Finding, ...] = ()
    situation: Situation = field(default_factory=dict, compare=False)

    def points(self) -> tuple[Point, ...]:
        """Every point in the order in which it is read."""
        return (*self.bottom_lines, *self.steps, *self.watch_out, *self.differ, *self.silent)

    def findings(self) -> tuple[Finding, ...]:
        """Every finding the advice tells or rests on, once, in the order in which they are read."""
        behind = (finding for point in self.points() for finding in point.findings)
        return tuple(dict.fromkeys([*self.asked, *behind, *self.near]))


def advise(
    base: RuleBase, question_id: str, situation: Situation, asked: Iterable[str] = (), near: Iterable[str] = ()
) -> Advice:
    """The advice of the rule base on a question in a situation, with findings that were, or may have been, asked for.

    Raises:
        KeyError: when the rule base has no such question or finding.
        ValueError: when the situation holds a fact or a value that the rule base does not have.
    """
    require_possible(base, situation)
    question = base.questions[question_id]
    rules = base.rules_by_question[question_id]
    collected: dict[str, tuple[Point, ...]] = {
        part: tuple(point for rule in rules for point in _points(base, rule, part, situation))
        for part in ("bottom_line", "steps", "watch_out", "differ", "silent")
    }
    every = [point for points in collected.values() for point in points]
    return Advice(
        question=question,
        bottom_lines=collected["bottom_line"],
        steps=collected["steps"],
        watch_out=collected["watch_out"],
        differ=collected["differ"],
        silent=collected["silent"],
        missing=_missing(every),
        asked=tuple(base.findings[key] for key in asked),
        near=tuple(base.findings[key] for key in near),
        situation=situation,
    )


def _points(base: RuleBase, rule: Rule, part: str, situation: Situation) -> Iterator[Point]:
    found = getattr(rule, part)
    for statement in found if isinstance(found, tuple) else (found,):
        applies = point(base, rule.when, statement, situation)
        if applies is not None:
            yield applies


def point(base: RuleBase, within: Condition, statement: Statement, situation: Situation) -> Point | None:
    """A statement as a point, or nothing where it does not apply; `within` is the condition of what it belongs to."""
    condition = All(tuple(each for each in (within, statement.when) if each != All(())))
    evaluation = evaluate(condition, situation)
    if evaluation.value is Truth.FALSE:
        return None
    findings = tuple(base.findings[key] for key in statement.because)
    return Point(statement, residue(condition, situation), evaluation, findings)


def require_possible(base: RuleBase, situation: Situation) -> None:
    """Makes sure that a situation holds only facts and values that the rule base has.

    Raises:
        ValueError: naming the fact and what it can be.
    """
    for fact, value in situation.items():
        if fact not in base.facts:
            raise ValueError(f"there is no fact “{fact}”. Known are: {', '.join(base.facts)}.")
        if value not in base.facts[fact].values:
            raise ValueError(
                f"the fact “{fact}” cannot be “{value}”. It is one of: {', '.join(base.facts[fact].values)}."
            )


def _missing(points: list[Point]) -> tuple[str, ...]:
    counts: dict[str, int] = {}
    for point in points:
        for fact in point.evaluation.missing:
            counts[fact] = counts.get(fact, 0) + 1
    return tuple(sorted(counts, key=lambda fact: -counts[fact]))
