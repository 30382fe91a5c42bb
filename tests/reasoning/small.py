"""A small rule base made of objects, for tests of advice."""

from __future__ import annotations

from collections.abc import Iterable
from types import MappingProxyType

from bot.rulebase.model import (
    ALWAYS,
    Concern,
    Condition,
    Fact,
    Finding,
    Question,
    Rule,
    RuleBase,
    Statement,
    Topic,
    leaves,
)


def words(text: str) -> dict[str, str]:
    return {"en": text}


def finding(key: str) -> Finding:
    return Finding(key, "topic", "study", "place", (), "some", "manager", (), "finding", words(f"Says {key}."))


def fact(key: str, *values: str) -> Fact:
    return Fact(key, values, words(f"{key}?"), {value: words(f"{key} is {value}") for value in values})


def statement(text: str, *because: str, when: Condition = ALWAYS) -> Statement:
    return Statement(words(text), because, (), "own_inference", when)


def rule(
    key: str,
    when: Condition = ALWAYS,
    bottom_line: Statement | None = None,
    steps: Iterable[Statement] = (),
    watch_out: Iterable[Statement] = (),
    differ: Iterable[Statement] = (),
    silent: Iterable[Statement] = (),
) -> Rule:
    bottom = bottom_line or statement(f"Bottom line of {key}.", "first")
    return Rule(key, "question", ("later",), when, bottom, tuple(steps), tuple(watch_out), tuple(differ), tuple(silent))


def concern(
    key: str,
    when: Condition,
    *steps: Statement,
    phase: tuple[str, ...] = ("later",),
    because: tuple[str, ...] = ("first",),
) -> Concern:
    return Concern(key, "topic", phase, when, words(f"Says {key}."), because, steps)


def base(*rules: Rule, concerns: Iterable[Concern] = ()) -> RuleBase:
    """One question with these rules, three findings and a few facts."""
    concerns = tuple(concerns)
    compared = {each.id: {leaf.fact for leaf in leaves(each.when)} for each in concerns}
    return RuleBase(
        studies={},
        findings={key: finding(key) for key in ("first", "second", "third")},
        facts={
            "mentor": fact("mentor", "yes", "no"),
            "started": fact("started", "yes", "no"),
            "money": fact("money", "project", "permanent", "undecided"),
        },
        topics={"topic": Topic("topic", words("Topic"), MappingProxyType({}), MappingProxyType({}))},
        questions={"question": Question("question", "topic", words("Question?"), ())},
        rules={each.id: each for each in rules},
        rules_by_question={"question": rules},
        concerns={each.id: each for each in concerns},
        concerns_by_fact={
            fact: tuple(key for key, facts in compared.items() if fact in facts)
            for fact in set().union(*compared.values())
        },
    )
