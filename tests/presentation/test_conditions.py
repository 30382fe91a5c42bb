"""Conditions and facts in words that complete “if …”."""

from __future__ import annotations

import pytest

from bot.presentation.conditions import in_words, whether
from bot.rulebase.model import All, Any, Condition, Is, Not, leaves

from .small import MENTOR, NO_MENTOR, PROJECT, base, english, fact, real, rule

BASE = base(rule())
STARTED = Is("started", "yes")


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        (MENTOR, "a mentor has been named"),
        (NO_MENTOR, "no mentor has been named yet"),
        (Not(MENTOR), "no mentor has been named yet"),
        (Not(NO_MENTOR), "a mentor has been named"),
        (Not(Not(MENTOR)), "a mentor has been named"),
        (PROJECT, "a project pays"),
        (Not(PROJECT), "it is not so that a project pays"),
        (Not(Not(PROJECT)), "a project pays"),
        (All((MENTOR, STARTED)), "a mentor has been named and the PSW has started"),
        (Any((MENTOR, STARTED)), "a mentor has been named or the PSW has started"),
        (Not(All((MENTOR, STARTED))), "no mentor has been named yet or the PSW has not started yet"),
        (Not(Any((MENTOR, STARTED))), "no mentor has been named yet and the PSW has not started yet"),
        (Not(Any((MENTOR, PROJECT))), "no mentor has been named yet and it is not so that a project pays"),
        (Not(All((Not(MENTOR), Not(STARTED)))), "a mentor has been named or the PSW has started"),
        (All((MENTOR,)), "a mentor has been named"),
        (All((MENTOR, Not(NO_MENTOR))), "a mentor has been named"),
    ],
)
def test_a_condition_is_said_in_the_words_of_its_facts(condition: Condition, words: str) -> None:
    assert in_words(condition, BASE, english()) == words


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        (All((Any((MENTOR, PROJECT)), STARTED)),
         "either a mentor has been named or a project pays and the PSW has started"),
        (Any((MENTOR, All((PROJECT, STARTED)))),
         "a mentor has been named or both a project pays and the PSW has started"),
        (Any((All((MENTOR, PROJECT)), STARTED)),
         "both a mentor has been named and a project pays or the PSW has started"),
        (All((STARTED, Any((MENTOR,)))), "the PSW has started and a mentor has been named"),
        (All((PROJECT, Not(All((MENTOR, STARTED))))),
         "a project pays and either no mentor has been named yet or the PSW has not started yet"),
        (Any((PROJECT, Not(Any((MENTOR, STARTED))))),
         "a project pays or both no mentor has been named yet and the PSW has not started yet"),
        (Not(All((PROJECT, Any((MENTOR, STARTED))))),
         "it is not so that a project pays or both no mentor has been named yet and the PSW has not started yet"),
    ],
)  # fmt: skip
def test_parts_that_belong_together_are_marked(condition: Condition, words: str) -> None:
    assert in_words(condition, BASE, english()) == words


def test_conditions_that_mean_different_things_read_differently() -> None:
    parts = (MENTOR, PROJECT, STARTED)
    groupings = [
        outer((inner(parts[:2]), parts[2])) for outer in (All, Any) for inner in (All, Any) if outer is not inner
    ]
    groupings += [
        outer((parts[0], inner(parts[1:]))) for outer in (All, Any) for inner in (All, Any) if outer is not inner
    ]
    groupings += [All(parts), Any(parts)]
    said = {in_words(each, BASE, english()): each for each in groupings}
    assert len(said) == len(groupings)


def test_an_unknown_fact_is_said_with_whether() -> None:
    assert whether(BASE.facts["mentor"], english()) == "whether a mentor has been named"


def test_an_unknown_fact_of_several_values_is_said_with_all_of_them() -> None:
    assert whether(BASE.facts["money"], english()) == (
        "whether a project pays or the money is permanent or nobody has decided"
    )


def test_an_unknown_fact_of_two_values_that_are_not_yes_and_no_is_said_with_both() -> None:
    shift = fact("shift", day="it is day", night="it is night")
    assert whether(shift, english()) == "whether it is day or it is night"


def test_every_real_condition_completes_if() -> None:
    """No condition is said as nothing, twice over or as a sentence of its own."""
    for each in real().rules.values():
        for condition in (each.when, *(statement.when for statement in each.statements())):
            if not list(leaves(condition)):
                continue
            words = in_words(condition, real(), english())
            assert words.strip() == words and words
            assert not words.endswith(".") and "{" not in words and "  " not in words


@pytest.mark.parametrize("fact", sorted(real().facts))
def test_every_real_fact_reads_as_a_clause_without_full_stop(fact: str) -> None:
    for words in real().facts[fact].said.values():
        assert words["en"][0].islower() and words["en"][-1] not in ".?!"
