"""Every situation that conditions can tell apart is looked at once."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.rulebase.checks.situations import MOST, every_situation
from bot.rulebase.model import ALWAYS, All, Any, Condition, Fact, Is, Not, RuleBase, leaves

from ...reasoning.strategies import FACTS, completions, conditions, holds

A, B, MONEY = Is("a", "yes"), Is("b", "no"), Is("money", "project")


def base(facts: Mapping[str, tuple[str, ...]]) -> RuleBase:
    """A rule base with nothing but these facts."""
    made = {key: Fact(key, values, {"en": key}, {}) for key, values in facts.items()}
    return RuleBase({}, {}, made, {}, {}, {}, {})


KNOWN = base({"a": ("yes", "no"), "b": ("yes", "no"), "money": ("project", "permanent", "undecided")})


@pytest.mark.parametrize(
    ("named", "situations"),
    [
        ([], [{}]),
        ([ALWAYS, Any(())], [{}]),
        ([A], [{"a": "yes"}, {"a": "no"}]),
        ([Not(MONEY)], [{"money": "project"}, {"money": "permanent"}, {"money": "undecided"}]),
        (
            [All((B, Not(A)))],
            [{"b": "yes", "a": "yes"}, {"b": "yes", "a": "no"}, {"b": "no", "a": "yes"}, {"b": "no", "a": "no"}],
        ),
        ([A, Any((A, Is("a", "no")))], [{"a": "yes"}, {"a": "no"}]),
        ([Is("missing", "yes")], [{}]),
        ([Is("missing", "yes"), A], [{"a": "yes"}, {"a": "no"}]),
        ([Is("a", "maybe")], [{"a": "yes"}, {"a": "no"}]),
    ],
)
def test_situations_are_complete_over_the_facts_that_are_compared(
    named: list[Condition], situations: list[dict[str, str]]
) -> None:
    assert list(every_situation(named, KNOWN)) == situations


def test_situations_are_not_without_bound() -> None:
    facts = {f"fact_{number}": ("yes", "no") for number in range(40)}
    condition = All(tuple(Is(fact, "yes") for fact in facts))
    assert sum(1 for _ in every_situation([condition], base(facts))) == MOST


@settings(max_examples=100, deadline=None, derandomize=True)
@given(st.lists(conditions, max_size=3))
def test_no_other_situation_gives_the_conditions_another_combination_of_values(several: list[Condition]) -> None:
    found = list(every_situation(several, base(FACTS)))
    named = {leaf.fact for condition in several for leaf in leaves(condition)}
    assert all(each.keys() == named for each in found)
    assert len({tuple(sorted(each.items())) for each in found}) == len(found)
    possible = {tuple(holds(condition, each) for condition in several) for each in completions({}, FACTS)}
    assert {tuple(holds(condition, each) for condition in several) for each in found} == possible
