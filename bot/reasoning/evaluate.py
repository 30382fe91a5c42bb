"""Evaluates a condition over a situation: its value, the reasons, and the missing facts that matter."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bot.reasoning.truth import Truth, conjunction, disjunction, negation
from bot.rulebase.model import All, Condition, Is, Not

Situation = Mapping[str, str]
"""What the manager has told us: fact id to value. A fact that is absent is unknown."""


@dataclass(frozen=True)
class Evaluation:
    """What a condition amounts to.

    `reasons` are the comparisons with known facts that brought the value about. `missing` are the unknown facts that
    could still settle it, in the order in which the condition names them; empty once the value is not UNKNOWN.
    """

    value: Truth
    reasons: tuple[Is, ...] = ()
    missing: tuple[str, ...] = ()


def evaluate(condition: Condition, situation: Situation) -> Evaluation:
    """Evaluates a condition over what is known. Pure: the same arguments give the same evaluation."""
    if isinstance(condition, Is):
        return _compare(condition, situation)
    if isinstance(condition, Not):
        inner = evaluate(condition.part, situation)
        return Evaluation(negation(inner.value), inner.reasons, inner.missing)
    parts = [evaluate(part, situation) for part in condition.parts]
    combine = conjunction if isinstance(condition, All) else disjunction
    return _of_parts(combine(part.value for part in parts), parts)


def residue(condition: Condition, situation: Situation) -> Condition:
    """What is left of a condition to be found out: the parts that are known to be as it wants them are dropped."""
    if isinstance(condition, Is):
        return condition
    if isinstance(condition, Not):
        return Not(residue(condition.part, situation))
    settled = Truth.TRUE if isinstance(condition, All) else Truth.FALSE
    left = tuple(residue(part, situation) for part in condition.parts if evaluate(part, situation).value is not settled)
    return left[0] if len(left) == 1 else type(condition)(left)


def met(condition: Condition, situation: Situation) -> tuple[Is, ...]:
    """The comparisons with known facts that speak for the condition, whatever it amounts to as a whole."""
    return tuple(dict.fromkeys(_speaking(condition, situation, Truth.TRUE)))


def _speaking(condition: Condition, situation: Situation, wanted: Truth) -> Iterator[Is]:
    if isinstance(condition, Is):
        if _compare(condition, situation).value is wanted:
            yield condition
    elif isinstance(condition, Not):
        yield from _speaking(condition.part, situation, negation(wanted))
    else:
        for part in condition.parts:
            yield from _speaking(part, situation, wanted)


def _compare(leaf: Is, situation: Situation) -> Evaluation:
    if leaf.fact not in situation:
        return Evaluation(Truth.UNKNOWN, (), (leaf.fact,))
    value = Truth.TRUE if situation[leaf.fact] == leaf.value else Truth.FALSE
    return Evaluation(value, (leaf,), ())


def _of_parts(value: Truth, parts: list[Evaluation]) -> Evaluation:
    deciding = [part for part in parts if part.value is value]
    reasons = tuple(dict.fromkeys(reason for part in deciding for reason in part.reasons))
    missing = tuple(dict.fromkeys(fact for part in deciding for fact in part.missing))
    return Evaluation(value, reasons, missing)
