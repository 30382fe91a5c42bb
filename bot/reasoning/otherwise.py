"""What would change advice: the facts it depends on, and what would be said if they were otherwise."""

from __future__ import annotations

from dataclasses import dataclass

from bot.reasoning.advise import Advice, Point, advise
from bot.rulebase.model import Is, RuleBase, leaves


@dataclass(frozen=True)
class Otherwise:
    """What would be said, and is not said of every situation, if a fact had this value. `told` is the value it has."""

    case: Is
    told: str | None
    points: tuple[Point, ...]


def otherwise(advice: Advice, base: RuleBase) -> tuple[Otherwise, ...]:
    """Every value of a fact that would add something to advice: unknown facts first, those that decide most first.

    A fact that is known is looked at with its other values, each compared with what is said now.
    """
    rules = base.rules_by_question[advice.question.id]
    named = (
        leaf.fact for rule in rules for each in rule.statements() for leaf in (*leaves(rule.when), *leaves(each.when))
    )
    facts = dict.fromkeys([*advice.missing, *named])
    return tuple(found for fact in facts for found in _of(fact, advice, base))


def _of(fact: str, advice: Advice, base: RuleBase) -> list[Otherwise]:
    told = advice.situation.get(fact)
    by_value = {
        value: advise(base, advice.question.id, {**advice.situation, fact: value}).points()
        for value in base.facts[fact].values
    }
    always = _statements(by_value[told]) if told else set.intersection(*map(_statements, by_value.values()))
    found = []
    for value, points in by_value.items():
        new = tuple(point for point in points if id(point.statement) not in always)
        if new and value != told:
            found.append(Otherwise(Is(fact, value), told, new))
    return found


def _statements(points: tuple[Point, ...]) -> set[int]:
    """Statements by identity: two rules may say the same of different cases."""
    return {id(point.statement) for point in points}
