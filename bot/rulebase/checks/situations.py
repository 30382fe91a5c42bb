"""All the situations that conditions can tell apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice, product

from bot.reasoning.evaluate import Situation
from bot.rulebase.model import Condition, RuleBase, leaves

MOST = 10_000
"""Situations that are looked at; conditions over more than a dozen facts are too long to be read anyway."""


def every_situation(conditions: Iterable[Condition], base: RuleBase) -> Iterator[Situation]:
    """Every complete situation over the facts that the conditions compare, as far as those exist."""
    named = dict.fromkeys(leaf.fact for condition in conditions for leaf in leaves(condition))
    facts = [base.facts[name] for name in named if name in base.facts]
    for values in islice(product(*(fact.values for fact in facts)), MOST):
        yield {fact.id: value for fact, value in zip(facts, values, strict=True)}
