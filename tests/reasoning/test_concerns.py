"""From a described situation to what it calls for: what is raised, in which order, and what is worth asking."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.reasoning.concerns import MOST, Assessment, Raised, assess
from bot.reasoning.evaluate import Evaluation, Situation, evaluate, met
from bot.reasoning.truth import Truth
from bot.rulebase.model import ALWAYS, PHASES, All, Any, Concern, Condition, Is, Not, RuleBase, Statement, leaves

from .small import base, concern, fact, statement
from .strategies import FACTS, conditions, situations

F, U, T = Truth.FALSE, Truth.UNKNOWN, Truth.TRUE
MENTOR, STARTED, PROJECT = Is("mentor", "yes"), Is("started", "yes"), Is("money", "project")
NAME = statement("Name a mentor.", "second", when=Not(MENTOR))

quick = settings(max_examples=150, deadline=None, derandomize=True)


def of(*concerns: Concern) -> RuleBase:
    return base(concerns=concerns)


def ids(assessment: Assessment) -> list[str]:
    return [each.concern.id for each in assessment.raised]


def only(assessment: Assessment) -> Raised:
    (raised,) = assessment.raised
    return raised


def said(raised: Raised) -> list[str]:
    return [step.statement.says["en"] for step in raised.steps]


# What is raised


def test_a_concern_is_called_for_where_its_condition_holds() -> None:
    found = assess(of(concern("late", STARTED, because=("second", "first"))), {"started": "yes"})
    assert only(found).evaluation == Evaluation(T, (STARTED,))
    assert only(found).met == (STARTED,)
    assert [finding.id for finding in only(found).findings] == ["second", "first"]
    assert found.question is None


@pytest.mark.parametrize(
    ("when", "situation"),
    [
        (STARTED, {}),
        (STARTED, {"mentor": "yes"}),
        (STARTED, {"started": "no"}),
        (Not(STARTED), {"started": "yes"}),
        (All((STARTED, MENTOR)), {"started": "yes", "mentor": "no"}),
        (All((STARTED, MENTOR)), {"mentor": "no"}),
        (Any((STARTED, MENTOR)), {"mentor": "no"}),
    ],
    ids=["nothing said", "another fact", "false", "its opposite", "half false", "false alone", "nothing for it"],
)
def test_a_concern_that_is_ruled_out_or_that_nothing_speaks_for_is_not_raised(
    when: Condition, situation: Situation
) -> None:
    assert assess(of(concern("late", when, NAME)), situation) == Assessment((), None)


def test_a_concern_that_part_of_what_was_said_speaks_for_may_be_called_for() -> None:
    found = assess(of(concern("late", All((STARTED, MENTOR)))), {"started": "yes"})
    assert only(found).evaluation == Evaluation(U, (), ("mentor",))
    assert only(found).met == (STARTED,)
    assert found.question == "mentor"


def test_nothing_is_raised_and_nothing_asked_for_an_empty_situation() -> None:
    found = assess(of(concern("late", STARTED, NAME), concern("not_yet", Not(STARTED))), {})
    assert found == Assessment((), None)
    assert found.findings() == ()


def test_a_rule_base_without_concerns_raises_nothing() -> None:
    assert assess(base(), {"mentor": "yes"}) == Assessment((), None)


@pytest.mark.parametrize(
    ("situation", "message"),
    [
        ({"weather": "fine"}, "there is no fact “weather”. Known are: mentor, started, money."),
        ({"started": "yes", "mentor": "maybe"}, "the fact “mentor” cannot be “maybe”. It is one of: yes, no."),
        ({"": "yes"}, "there is no fact “”. Known are: mentor, started, money."),
    ],
)
def test_a_fact_or_value_that_does_not_exist_is_an_error(situation: Situation, message: str) -> None:
    with pytest.raises(ValueError) as caught:
        assess(of(concern("late", STARTED)), situation)
    assert str(caught.value) == message


# Steps


@pytest.mark.parametrize(
    ("situation", "value"),
    [
        ({"started": "yes"}, U),
        ({"started": "yes", "mentor": "no"}, T),
        ({"started": "yes", "mentor": "yes"}, None),
    ],
)
def test_a_step_that_is_solved_is_left_out(situation: Situation, value: Truth | None) -> None:
    always = statement("Talk.", "third")
    raised = only(assess(of(concern("late", STARTED, NAME, always)), situation))
    assert said(raised) == (["Talk."] if value is None else ["Name a mentor.", "Talk."])
    assert [step.evaluation.value for step in raised.steps] == ([T] if value is None else [value, T])


def test_a_step_depends_on_what_is_unknown_of_its_concern_too() -> None:
    raised = only(assess(of(concern("late", All((STARTED, PROJECT)), NAME)), {"started": "yes"}))
    assert raised.steps[0].open == All((PROJECT, Not(MENTOR)))
    assert raised.steps[0].evaluation.missing == ("money", "mentor")


def test_a_concern_without_steps_left_is_raised_all_the_same() -> None:
    raised = only(assess(of(concern("late", STARTED, NAME)), {"started": "yes", "mentor": "yes"}))
    assert raised.steps == ()


# Order


def test_what_is_called_for_comes_before_what_may_be() -> None:
    knowledge = of(
        concern("may_be", All((STARTED, MENTOR, PROJECT)), phase=("considering",)),
        concern("is", STARTED, phase=("psw_leaves",)),
    )
    assert ids(assess(knowledge, {"started": "yes", "mentor": "yes"})) == ["is", "may_be"]


def test_what_rests_on_more_of_what_was_said_comes_first() -> None:
    knowledge = of(
        concern("one", STARTED, phase=("considering",)), concern("two", All((STARTED, MENTOR)), phase=("psw_leaves",))
    )
    assert ids(assess(knowledge, {"started": "yes", "mentor": "yes"})) == ["two", "one"]


def test_what_matters_earlier_in_time_comes_first() -> None:
    knowledge = of(
        concern("a", STARTED, phase=("psw_leaves",)),
        concern("b", STARTED, phase=("later", "first_weeks")),
        concern("c", STARTED, phase=("considering",)),
    )
    assert ids(assess(knowledge, {"started": "yes"})) == ["c", "b", "a"]


def test_the_order_in_which_the_facts_were_stated_does_not_matter() -> None:
    knowledge = of(concern("b", All((STARTED, PROJECT))), concern("a", All((MENTOR, PROJECT))), concern("c", MENTOR))
    found = assess(knowledge, {"started": "yes", "mentor": "yes"})
    assert ids(found) == ["c", "a", "b"]
    assert assess(knowledge, {"mentor": "yes", "started": "yes"}) == found


def test_a_situation_is_answered_with_a_few_things_and_those_that_may_be_called_for_give_way() -> None:
    called_for = [concern(f"is_{number}", STARTED) for number in range(MOST - 1)]
    open_ = [concern(f"may_be_{number}", All((STARTED, PROJECT))) for number in range(3)]
    found = assess(of(*open_, *called_for), {"started": "yes"})
    assert ids(found) == [*(each.id for each in called_for), "may_be_0"]


# What is worth asking


def test_the_fact_that_most_depends_on_is_asked_for() -> None:
    knowledge = of(
        concern("a", All((STARTED, PROJECT))),
        concern("b", All((STARTED, Is("money", "permanent")))),
        concern("c", STARTED, NAME),
    )
    assert assess(knowledge, {"started": "yes"}).question == "money"


def test_a_step_counts_as_much_as_a_concern() -> None:
    knowledge = of(concern("a", All((STARTED, PROJECT))), concern("b", STARTED, NAME, NAME))
    assert assess(knowledge, {"started": "yes"}).question == "mentor"


def test_of_facts_that_equally_much_depends_on_the_one_that_is_read_first_is_asked_for() -> None:
    knowledge = of(concern("a", All((STARTED, PROJECT))), concern("b", All((STARTED, MENTOR))))
    assert assess(knowledge, {"started": "yes"}).question == "money"


# Findings


def test_each_finding_is_named_once_in_the_order_in_which_it_is_read() -> None:
    knowledge = of(
        concern("a", STARTED, statement("Do.", "third", "second"), because=("second",)),
        concern("b", STARTED, NAME, because=("first", "third")),
    )
    assert [finding.id for finding in assess(knowledge, {"started": "yes"}).findings()] == ["second", "third", "first"]


def test_findings_of_a_step_that_is_solved_are_not_named() -> None:
    found = assess(of(concern("late", STARTED, NAME)), {"started": "yes", "mentor": "yes"})
    assert [finding.id for finding in found.findings()] == ["first"]


# Any concerns in any situation

steps = st.lists(st.one_of(st.just(ALWAYS), conditions), max_size=3)
phases = st.lists(st.sampled_from(PHASES), min_size=1, max_size=2, unique=True).map(tuple)


def bases(most: int) -> st.SearchStrategy[RuleBase]:
    """Rule bases with up to so many concerns, each with a few steps."""

    def built(drawn: list[tuple[Condition, tuple[str, ...], list[Condition]]]) -> RuleBase:
        concerns = [
            concern(f"concern_{number}", when, *(statement("Do.", "third", when=each) for each in own), phase=phase)
            for number, (when, phase, own) in enumerate(drawn)
        ]
        facts = {key: fact(key, *values) for key, values in FACTS.items()}
        return replace(base(concerns=concerns), facts=facts)

    return st.lists(st.tuples(conditions, phases, steps), max_size=most).map(built)


few, many = bases(MOST), bases(3 * MOST)


def by_id(assessment: Assessment) -> dict[str, Raised]:
    return {each.concern.id: each for each in assessment.raised}


@quick
@given(few, situations)
def test_of_a_few_concerns_those_are_raised_that_are_not_ruled_out_and_that_something_speaks_for(
    knowledge: RuleBase, situation: Situation
) -> None:
    expected = {
        key
        for key, each in knowledge.concerns.items()
        if evaluate(each.when, situation).value is not F and met(each.when, situation)
    }
    found = by_id(assess(knowledge, situation))
    assert set(found) == expected
    for raised in found.values():
        assert raised.evaluation == evaluate(raised.concern.when, situation)
        assert raised.met == met(raised.concern.when, situation)


@quick
@given(few, situations, situations)
def test_more_facts_keep_what_is_called_for_and_never_bring_back_what_is_ruled_out(
    knowledge: RuleBase, situation: Situation, more: Situation
) -> None:
    before, after = by_id(assess(knowledge, situation)), by_id(assess(knowledge, {**more, **situation}))
    for key, each in knowledge.concerns.items():
        value = evaluate(each.when, situation).value
        if key in before and value is T:
            assert after[key].evaluation.value is T
            assert set(before[key].met) <= set(after[key].met)
        if value is F:
            assert key not in before and key not in after


@quick
@given(few, situations, situations)
def test_more_facts_never_bring_back_a_step_nor_drop_one_that_holds(
    knowledge: RuleBase, situation: Situation, more: Situation
) -> None:
    before, after = by_id(assess(knowledge, situation)), by_id(assess(knowledge, {**more, **situation}))
    for key in before.keys() & after.keys():
        old = {id(step.statement): step.evaluation.value for step in before[key].steps}
        new = {id(step.statement): step.evaluation.value for step in after[key].steps}
        assert new.keys() <= old.keys()
        assert all(new[step] is T for step, value in old.items() if value is T)


@quick
@given(many, situations)
def test_steps_are_those_that_are_not_solved_in_their_order(knowledge: RuleBase, situation: Situation) -> None:
    def solved(owner: Concern, step: Statement) -> bool:
        return F in (evaluate(owner.when, situation).value, evaluate(step.when, situation).value)

    for raised in assess(knowledge, situation).raised:
        expected = [step for step in raised.concern.steps if not solved(raised.concern, step)]
        assert [id(step.statement) for step in raised.steps] == list(map(id, expected))
        assert not {leaf.fact for step in raised.steps for leaf in leaves(step.open)} & set(situation)


@quick
@given(many, situations, st.randoms(use_true_random=False))
def test_neither_the_order_of_the_facts_nor_that_of_the_concerns_matters(
    knowledge: RuleBase, situation: Situation, random: Random
) -> None:
    stated, concerns = list(situation.items()), list(knowledge.concerns.values())
    random.shuffle(stated)
    random.shuffle(concerns)
    shuffled = replace(base(concerns=concerns), facts=knowledge.facts)
    assert assess(shuffled, dict(stated)) == assess(knowledge, situation)


@quick
@given(many, situations)
def test_nothing_that_is_left_out_weighs_more_than_what_is_raised(knowledge: RuleBase, situation: Situation) -> None:
    def weight(each: Concern) -> tuple[bool, int, int]:
        called_for = evaluate(each.when, situation).value is T
        return called_for, len(met(each.when, situation)), -min(map(PHASES.index, each.phase))

    found = [each.concern for each in assess(knowledge, situation).raised]
    weights = [weight(each) for each in found]
    assert weights == sorted(weights, reverse=True)
    assert len(found) <= MOST
    for key, each in knowledge.concerns.items():
        if len(found) == MOST and key not in {one.id for one in found} and met(each.when, situation):
            assert evaluate(each.when, situation).value is F or weight(each) <= min(weights)


@quick
@given(few, situations)
def test_the_fact_that_is_asked_for_is_unknown_and_could_settle_something_that_is_raised(
    knowledge: RuleBase, situation: Situation
) -> None:
    found = assess(knowledge, situation)
    open_ = [each.evaluation for each in found.raised] + [
        step.evaluation for each in found.raised for step in each.steps
    ]
    missing = [fact_ for each in open_ for fact_ in each.missing]
    assert (found.question is None) == (not missing)
    if found.question is not None:
        assert found.question not in situation
        assert missing.count(found.question) == max(map(missing.count, missing))
