"""A condition's value, its reasons and the facts that could still settle it."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from bot.reasoning.evaluate import Evaluation, Situation, evaluate, met, residue
from bot.reasoning.truth import Truth, negation
from bot.rulebase.model import ALWAYS, All, Any, Condition, Is, Not, leaves

from .strategies import FACTS, SINGLE, completions, conditions, holds, read_once, single_situations, situations

F, U, T = Truth.FALSE, Truth.UNKNOWN, Truth.TRUE
MENTOR, NO_MENTOR = Is("mentor", "yes"), Is("mentor", "no")
STARTED, PROJECT = Is("started", "yes"), Is("money", "project")

quick = settings(max_examples=150, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.filter_too_much])


@pytest.mark.parametrize(
    ("condition", "situation", "expected"),
    [
        (MENTOR, {}, Evaluation(U, (), ("mentor",))),
        (MENTOR, {"mentor": "yes"}, Evaluation(T, (MENTOR,))),
        (MENTOR, {"mentor": "no"}, Evaluation(F, (MENTOR,))),
        (MENTOR, {"started": "yes"}, Evaluation(U, (), ("mentor",))),
        (Not(MENTOR), {}, Evaluation(U, (), ("mentor",))),
        (Not(MENTOR), {"mentor": "no"}, Evaluation(T, (MENTOR,))),
        (Not(MENTOR), {"mentor": "yes"}, Evaluation(F, (MENTOR,))),
        (ALWAYS, {}, Evaluation(T)),
        (Any(()), {}, Evaluation(F)),
        (Not(ALWAYS), {}, Evaluation(F)),
    ],
)
def test_simple_conditions(condition: Condition, situation: Situation, expected: Evaluation) -> None:
    assert evaluate(condition, situation) == expected


@pytest.mark.parametrize(
    ("condition", "situation", "reasons"),
    [
        (All((MENTOR, STARTED)), {"mentor": "yes", "started": "yes"}, (MENTOR, STARTED)),
        (All((MENTOR, STARTED)), {"mentor": "yes", "started": "no"}, (STARTED,)),
        (All((MENTOR, STARTED)), {"started": "no"}, (STARTED,)),
        (Any((MENTOR, STARTED)), {"mentor": "yes", "started": "no"}, (MENTOR,)),
        (Any((MENTOR, STARTED)), {"started": "yes"}, (STARTED,)),
        (Any((MENTOR, STARTED)), {"mentor": "no", "started": "no"}, (MENTOR, STARTED)),
        (Not(Any((MENTOR, STARTED))), {"started": "yes"}, (STARTED,)),
        (
            All((MENTOR, Any((PROJECT, STARTED)))),
            {"mentor": "yes", "money": "project", "started": "no"},
            (MENTOR, PROJECT),
        ),
        (All((MENTOR, STARTED, MENTOR)), {"mentor": "yes", "started": "yes"}, (MENTOR, STARTED)),
        (All((MENTOR, STARTED)), {"mentor": "yes"}, ()),
    ],
)
def test_reasons_are_the_comparisons_that_brought_the_value_about(
    condition: Condition, situation: Situation, reasons: tuple[Is, ...]
) -> None:
    assert evaluate(condition, situation).reasons == reasons


@pytest.mark.parametrize(
    ("condition", "situation", "missing"),
    [
        (All((MENTOR, STARTED)), {}, ("mentor", "started")),
        (All((STARTED, MENTOR)), {}, ("started", "mentor")),
        (All((MENTOR, STARTED)), {"mentor": "yes"}, ("started",)),
        (All((MENTOR, STARTED)), {"mentor": "no"}, ()),
        (Any((MENTOR, STARTED)), {"mentor": "yes"}, ()),
        (Any((MENTOR, STARTED)), {"mentor": "no"}, ("started",)),
        (All((Any((MENTOR, PROJECT)), STARTED)), {"mentor": "yes"}, ("started",)),
        (Any((All((MENTOR, PROJECT)), STARTED)), {"mentor": "no"}, ("started",)),
        (All((MENTOR, Not(MENTOR))), {}, ("mentor",)),
        (Any((PROJECT, Is("money", "permanent"))), {}, ("money",)),
    ],
)
def test_missing_are_only_the_facts_that_could_still_settle_it(
    condition: Condition, situation: Situation, missing: tuple[str, ...]
) -> None:
    assert evaluate(condition, situation).missing == missing


def test_a_fact_nobody_mentioned_is_never_taken_for_false() -> None:
    assert evaluate(Not(MENTOR), {}).value is U
    assert evaluate(Not(All((MENTOR, STARTED))), {"mentor": "yes"}).value is U


def test_the_situation_is_not_changed() -> None:
    situation = {"mentor": "yes"}
    evaluate(All((MENTOR, STARTED)), situation)
    assert situation == {"mentor": "yes"}


@quick
@given(conditions, situations, situations)
@example(Not(MENTOR), {}, {"mentor": "yes"})
def test_adding_facts_never_changes_a_known_value(condition: Condition, known: Situation, more: Situation) -> None:
    before, after = evaluate(condition, known), evaluate(condition, {**more, **known})
    if before.value is not U:
        assert after.value is before.value
    assert len(after.missing) <= len(before.missing)
    assert set(after.missing) <= set(before.missing)


@quick
@given(conditions, situations)
def test_facts_are_missing_exactly_when_the_value_is_unknown(condition: Condition, situation: Situation) -> None:
    found = evaluate(condition, situation)
    assert (found.value is U) == bool(found.missing)
    assert not set(found.missing) & set(situation)
    assert len(set(found.missing)) == len(found.missing)


@quick
@given(conditions, situations, situations)
def test_facts_that_are_not_missing_leave_an_unknown_value_as_it_is(
    condition: Condition, situation: Situation, more: Situation
) -> None:
    found = evaluate(condition, situation)
    assume(found.value is U)
    others = {fact: value for fact, value in more.items() if fact not in found.missing}
    assert evaluate(condition, {**others, **situation}) == found


@quick
@given(conditions, situations, st.data())
def test_once_every_missing_fact_is_known_so_is_the_value(
    condition: Condition, situation: Situation, data: st.DataObject
) -> None:
    found = evaluate(condition, situation)
    answers = {fact: data.draw(st.sampled_from(FACTS[fact]), label=fact) for fact in found.missing}
    assert evaluate(condition, {**situation, **answers}).value is not U


@quick
@given(read_once(), single_situations)
def test_where_no_fact_stands_twice_each_missing_fact_alone_can_decide(
    condition: Condition, situation: Situation
) -> None:
    found = evaluate(condition, situation)
    every = list(completions(situation, SINGLE))
    for fact in found.missing:
        assert any(holds(condition, each) != holds(condition, {**each, fact: _other(each[fact])}) for each in every), (
            fact
        )


@quick
@given(read_once(), single_situations)
def test_where_no_fact_stands_twice_unknown_means_that_it_may_turn_out_either_way(
    condition: Condition, situation: Situation
) -> None:
    outcomes = {holds(condition, each) for each in completions(situation, SINGLE)}
    expected = {frozenset({True}): T, frozenset({False}): F, frozenset({True, False}): U}
    assert evaluate(condition, situation).value is expected[frozenset(outcomes)]


@quick
@given(conditions, situations)
def test_a_known_value_holds_classically_however_the_unknown_facts_turn_out(
    condition: Condition, situation: Situation
) -> None:
    value = evaluate(condition, situation).value
    for complete in completions(situation, FACTS):
        outcome = holds(condition, complete)
        assert evaluate(condition, complete).value is (T if outcome else F)
        assert value is U or outcome is (value is T)


@quick
@given(conditions, situations)
def test_the_reasons_alone_bring_about_the_same_value(condition: Condition, situation: Situation) -> None:
    found = evaluate(condition, situation)
    told = {reason.fact: situation[reason.fact] for reason in found.reasons}
    assert found.value is U or evaluate(condition, told).value is found.value
    assert found.value is not U or found.reasons == ()


@quick
@given(st.lists(conditions, max_size=4).map(tuple), situations)
def test_de_morgans_laws_hold_with_the_same_reasons_and_missing_facts(
    parts: tuple[Condition, ...], situation: Situation
) -> None:
    negated = tuple(Not(part) for part in parts)
    assert evaluate(Not(All(parts)), situation) == evaluate(Any(negated), situation)
    assert evaluate(Not(Any(parts)), situation) == evaluate(All(negated), situation)


@quick
@given(conditions, situations)
def test_a_negation_changes_the_value_and_nothing_else(condition: Condition, situation: Situation) -> None:
    found = evaluate(condition, situation)
    assert evaluate(Not(condition), situation) == Evaluation(negation(found.value), found.reasons, found.missing)
    assert evaluate(Not(Not(condition)), situation) == found


@quick
@given(st.lists(conditions, max_size=4), situations, st.randoms(use_true_random=False))
def test_the_order_of_the_parts_does_not_matter_to_the_value(
    parts: list[Condition], situation: Situation, random
) -> None:  # type: ignore[no-untyped-def]
    shuffled = random.sample(parts, len(parts))
    for operator in (All, Any):
        before, after = evaluate(operator(tuple(parts)), situation), evaluate(operator(tuple(shuffled)), situation)
        assert (before.value, set(before.missing), set(before.reasons)) == (
            after.value,
            set(after.missing),
            set(after.reasons),
        )


# What is left to be found out


@pytest.mark.parametrize(
    ("condition", "situation", "left"),
    [
        (MENTOR, {}, MENTOR),
        (Not(MENTOR), {}, Not(MENTOR)),
        (All((MENTOR, STARTED)), {}, All((MENTOR, STARTED))),
        (All((MENTOR, STARTED)), {"mentor": "yes"}, STARTED),
        (Any((MENTOR, STARTED)), {"mentor": "no"}, STARTED),
        (All((MENTOR, STARTED, PROJECT)), {"mentor": "yes"}, All((STARTED, PROJECT))),
        (All((MENTOR, Any((STARTED, PROJECT)))), {"mentor": "yes", "started": "no"}, PROJECT),
        (Any((MENTOR, All((STARTED, PROJECT)))), {"started": "yes"}, Any((MENTOR, PROJECT))),
        (Not(All((MENTOR, STARTED))), {"mentor": "yes"}, Not(STARTED)),
        (Not(Any((MENTOR, STARTED))), {"mentor": "no"}, Not(STARTED)),
        (All((MENTOR,)), {}, MENTOR),
        (All((MENTOR, STARTED)), {"mentor": "yes", "started": "yes"}, ALWAYS),
        (Any((MENTOR, STARTED)), {"mentor": "no", "started": "no"}, Any(())),
        (ALWAYS, {}, ALWAYS),
    ],
)
def test_the_residue_is_what_is_left_of_a_condition(
    condition: Condition, situation: Situation, left: Condition
) -> None:
    assert residue(condition, situation) == left


@quick
@given(conditions, situations)
def test_the_residue_has_the_value_of_the_condition_however_the_unknown_facts_turn_out(
    condition: Condition, situation: Situation
) -> None:
    left = residue(condition, situation)
    for complete in completions(situation, FACTS):
        assert holds(left, complete) is holds(condition, complete)
        assert evaluate(left, complete).value is evaluate(condition, complete).value


@quick
@given(conditions, situations, situations)
def test_the_residue_has_the_value_of_the_condition_whatever_else_becomes_known(
    condition: Condition, situation: Situation, more: Situation
) -> None:
    further = {**more, **situation}
    assert evaluate(residue(condition, situation), further).value is evaluate(condition, further).value


@quick
@given(conditions, situations)
def test_the_residue_of_what_is_unknown_compares_the_missing_facts_and_no_other(
    condition: Condition, situation: Situation
) -> None:
    found = evaluate(condition, situation)
    assume(found.value is U)
    left = residue(condition, situation)
    assert tuple(dict.fromkeys(leaf.fact for leaf in leaves(left))) == found.missing
    assert evaluate(left, {}) == Evaluation(U, (), found.missing)


@quick
@given(conditions, situations)
def test_nothing_more_is_left_of_a_residue(condition: Condition, situation: Situation) -> None:
    left = residue(condition, situation)
    assert residue(left, situation) == left


# What speaks for a condition


@pytest.mark.parametrize(
    ("condition", "situation", "speaking"),
    [
        (MENTOR, {}, ()),
        (MENTOR, {"mentor": "yes"}, (MENTOR,)),
        (MENTOR, {"mentor": "no"}, ()),
        (Not(MENTOR), {"mentor": "no"}, (MENTOR,)),
        (Not(MENTOR), {"mentor": "yes"}, ()),
        (Not(Not(MENTOR)), {"mentor": "yes"}, (MENTOR,)),
        (All((STARTED, MENTOR)), {"mentor": "yes", "started": "yes"}, (STARTED, MENTOR)),
        (All((STARTED, MENTOR)), {"mentor": "yes"}, (MENTOR,)),
        (All((STARTED, MENTOR)), {"mentor": "yes", "started": "no"}, (MENTOR,)),
        (Any((STARTED, MENTOR)), {"mentor": "yes", "started": "no"}, (MENTOR,)),
        (Not(All((STARTED, MENTOR))), {"mentor": "no"}, (MENTOR,)),
        (Not(Any((STARTED, Not(MENTOR)))), {"mentor": "yes", "started": "yes"}, (MENTOR,)),
        (Any((All((MENTOR, STARTED)), All((MENTOR, PROJECT)))), {"mentor": "yes"}, (MENTOR,)),
        (Any((MENTOR, Not(MENTOR))), {"mentor": "no"}, (MENTOR,)),
        (ALWAYS, {"mentor": "yes"}, ()),
    ],
)
def test_what_speaks_for_a_condition_counts_whatever_it_amounts_to(
    condition: Condition, situation: Situation, speaking: tuple[Is, ...]
) -> None:
    assert met(condition, situation) == speaking


@quick
@given(conditions, situations)
def test_each_comparison_with_a_known_fact_speaks_for_a_condition_or_for_its_opposite(
    condition: Condition, situation: Situation
) -> None:
    known = {leaf for leaf in leaves(condition) if leaf.fact in situation}
    assert {*met(condition, situation), *met(Not(condition), situation)} == known


@quick
@given(read_once(), single_situations)
def test_where_no_fact_stands_twice_no_comparison_speaks_for_both(condition: Condition, situation: Situation) -> None:
    assert not set(met(condition, situation)) & set(met(Not(condition), situation))


@quick
@given(conditions, situations)
def test_what_brought_a_condition_about_speaks_for_it(condition: Condition, situation: Situation) -> None:
    found = evaluate(condition, situation)
    side = Not(condition) if found.value is F else condition
    assert set(found.reasons) <= set(met(side, situation))


@quick
@given(conditions, situations, situations)
def test_more_facts_never_silence_what_speaks_for_a_condition(
    condition: Condition, situation: Situation, more: Situation
) -> None:
    assert set(met(condition, situation)) <= set(met(condition, {**more, **situation}))


def _other(value: str) -> str:
    return "no" if value == "yes" else "yes"
