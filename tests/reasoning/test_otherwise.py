"""What would change advice."""

from __future__ import annotations

from bot.reasoning.advise import advise
from bot.reasoning.evaluate import Situation
from bot.reasoning.otherwise import otherwise
from bot.rulebase.model import Is, Not, RuleBase, Statement

from .small import base, rule, statement

NAME = statement("Name a mentor.", "second", when=Not(Is("mentor", "yes")))
PRAISE = statement("Praise the mentor.", "second", when=Is("mentor", "yes"))
APPLY = statement("Apply anew.", "third", when=Is("money", "project"))
ALWAYS_SAID = statement("Tell the staff.", "first")


def cases(situation: Situation, *steps: Statement) -> list[tuple[str, str, str | None, list[str]]]:
    """Fact, value, the value it has, and what would be said."""
    knowledge: RuleBase = base(rule("only", steps=steps))
    return [
        (each.case.fact, each.case.value, each.told, [point.statement.says["en"] for point in each.points])
        for each in otherwise(advise(knowledge, "question", situation), knowledge)
    ]


def test_advice_without_conditions_is_changed_by_nothing() -> None:
    assert cases({}, ALWAYS_SAID) == []
    assert cases({"mentor": "no"}, ALWAYS_SAID) == []


def test_an_unknown_fact_is_told_with_each_value_that_adds_something() -> None:
    assert cases({}, ALWAYS_SAID, NAME) == [("mentor", "no", None, ["Name a mentor."])]
    assert cases({}, NAME, PRAISE) == [
        ("mentor", "yes", None, ["Praise the mentor."]),
        ("mentor", "no", None, ["Name a mentor."]),
    ]


def test_a_known_fact_is_told_with_the_values_it_does_not_have() -> None:
    assert cases({"mentor": "yes"}, NAME, PRAISE) == [("mentor", "no", "yes", ["Name a mentor."])]
    assert cases({"mentor": "yes"}, PRAISE) == []


def test_unknown_facts_come_before_known_ones() -> None:
    assert [fact for fact, *_ in cases({"mentor": "yes"}, NAME, APPLY)] == ["money", "mentor"]


def test_of_a_fact_with_many_values_only_those_that_matter_are_told() -> None:
    assert cases({}, APPLY) == [("money", "project", None, ["Apply anew."])]
