"""From a described situation to what it calls for: what is raised, in which order, and what is worth asking."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.paths import RULES
from bot.reasoning.concerns import FEW, MOST, Assessment, Raised, assess, closest_question
from bot.reasoning.evaluate import Evaluation, Situation, evaluate, met
from bot.reasoning.truth import Truth
from bot.rulebase.loader import load
from bot.rulebase.model import (
    ALWAYS,
    PHASES,
    All,
    Any,
    Concern,
    Condition,
    Is,
    Not,
    Question,
    Rule,
    RuleBase,
    Statement,
    leaves,
)

from .small import base, concern, fact, rule, statement, words
from .strategies import FACTS, conditions, situations

F, U, T = Truth.FALSE, Truth.UNKNOWN, Truth.TRUE
MENTOR, STARTED, PROJECT = Is("mentor", "yes"), Is("started", "yes"), Is("money", "project")
NAME = statement("Name a mentor.", "second", when=Not(MENTOR))

quick = settings(max_examples=150, deadline=None, derandomize=True)


def of(*concerns: Concern, setting: Collection[str] = ()) -> RuleBase:
    """The small rule base with these concerns, where these facts set the scene."""
    knowledge = base(concerns=concerns)
    facts = {key: replace(each, setting=key in setting) for key, each in knowledge.facts.items()}
    return replace(knowledge, facts=facts)


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


def test_a_step_is_what_to_do_given_that_its_concern_is_called_for() -> None:
    raised = only(assess(of(concern("late", All((STARTED, PROJECT)), NAME)), {"started": "yes"}))
    assert raised.evaluation.missing == ("money",)
    assert raised.steps[0].open == Not(MENTOR)
    assert raised.steps[0].evaluation.missing == ("mentor",)


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


def test_what_rests_on_more_beside_the_setting_comes_first_then_what_rests_on_more_at_all() -> None:
    knowledge = of(
        concern("a_setting_and_one", All((STARTED, MENTOR))),
        concern("b_one", PROJECT),
        concern("c_two", All((MENTOR, PROJECT)), phase=("psw_leaves",)),
        setting=["started"],
    )
    situation = {"started": "yes", "mentor": "yes", "money": "project"}
    assert ids(assess(knowledge, situation)) == ["c_two", "a_setting_and_one", "b_one"]


def test_what_rests_on_nothing_but_the_setting_comes_last_though_it_is_called_for() -> None:
    knowledge = of(
        concern("only_setting", STARTED, phase=("considering",)),
        concern("may_be", All((MENTOR, PROJECT)), phase=("psw_leaves",)),
        setting=["started"],
    )
    assert ids(assess(knowledge, {"started": "yes", "mentor": "yes"})) == ["may_be", "only_setting"]


@pytest.mark.parametrize(("others", "left"), [(0, FEW), (1, FEW - 1), (FEW, 0), (MOST, 0)])
def test_what_rests_on_nothing_but_the_setting_is_raised_only_where_there_is_little_else(
    others: int, left: int
) -> None:
    knowledge = of(
        *(concern(f"setting_{number}", STARTED) for number in range(MOST)),
        *(concern(f"other_{number}", MENTOR) for number in range(others)),
        setting=["started"],
    )
    found = ids(assess(knowledge, {"started": "yes", "mentor": "yes"}))
    assert [key.split("_")[0] for key in found] == [*["other"] * others, *["setting"] * left]


def test_what_matters_earlier_in_time_comes_first() -> None:
    knowledge = of(
        concern("a", STARTED, phase=("psw_leaves",)),
        concern("b", STARTED, phase=("later", "first_weeks")),
        concern("c", STARTED, phase=("considering",)),
    )
    assert ids(assess(knowledge, {"started": "yes"})) == ["c", "b", "a"]


def test_a_second_one_on_the_same_facts_waits_until_each_fact_has_had_one() -> None:
    knowledge = of(
        concern("a_money", PROJECT, phase=("considering",)),
        concern("b_money_too", PROJECT, phase=("considering",)),
        concern("c_mentor", MENTOR, phase=("psw_leaves",)),
    )
    assert ids(assess(knowledge, {"mentor": "yes", "money": "project"})) == ["a_money", "c_mentor", "b_money_too"]


def test_the_order_in_which_the_facts_were_stated_does_not_matter() -> None:
    knowledge = of(concern("b", All((STARTED, PROJECT))), concern("a", All((MENTOR, PROJECT))), concern("c", MENTOR))
    found = assess(knowledge, {"started": "yes", "mentor": "yes"})
    assert ids(found) == ["c", "b", "a"]
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


# The question closest to it


def asking(raised: Concern, **answers: Rule | None) -> str | None:
    """The question closest to a concern that is raised, where each of these questions is answered by a rule."""
    knowledge = replace(
        of(raised),
        questions={key: Question(key, "topic" if key == "own" else "other", words(f"{key}?"), ()) for key in answers},
        rules_by_question={key: () if each is None else (each,) for key, each in answers.items()},
    )
    return closest_question(assess(knowledge, {"started": "yes"}), knowledge)


LATE = concern("late", STARTED, statement("Do.", "third"), because=("first", "second"))


def test_the_closest_question_is_answered_from_most_of_the_findings() -> None:
    one, both = rule("one", bottom_line=statement("One.", "first")), rule("both", steps=[statement("Two.", "second")])
    assert asking(LATE, own=one, other=both) == "other"
    assert asking(LATE, other=both, own=one) == "other"


def test_of_questions_that_are_equally_close_the_one_of_its_own_topic_is_taken() -> None:
    one = rule("one", bottom_line=statement("One.", "first", "third"))
    assert asking(LATE, other=one, own=one) == "own"
    assert asking(LATE, other=None, own=None) == "own"


def test_a_finding_counts_once_and_those_of_steps_and_other_concerns_do_not() -> None:
    often = rule("often", bottom_line=statement("Often.", "second"), steps=[statement("Again.", "second", "third")])
    assert asking(LATE, other=rule("x", steps=[statement("Both.", "second")]), own=often) == "other"


def test_of_several_things_that_are_raised_the_first_decides() -> None:
    first, then = concern("a", STARTED, because=("second",)), concern("b", STARTED, because=("first", "third"))
    knowledge = replace(
        of(then, first),
        questions={key: Question(key, "topic", words("?"), ()) for key in ("for_then", "for_first")},
        rules_by_question={
            "for_then": (rule("x", bottom_line=statement("X.", "first", "third")),),
            "for_first": (rule("y", bottom_line=statement("Y.", "second")),),
        },
    )
    assert closest_question(assess(knowledge, {"started": "yes"}), knowledge) == "for_first"


def test_where_nothing_is_raised_no_question_is_close() -> None:
    assert asking(LATE, own=rule("one")) == "own"
    assert closest_question(Assessment((), None), of(LATE)) is None


# Any concerns in any situation

steps = st.lists(st.one_of(st.just(ALWAYS), conditions), max_size=3)
phases = st.lists(st.sampled_from(PHASES), min_size=1, max_size=2, unique=True).map(tuple)


def bases(most: int, settings_: st.SearchStrategy[set[str]]) -> st.SearchStrategy[RuleBase]:
    """Rule bases with up to so many concerns, each with a few steps, where these facts set the scene."""

    def built(drawn: list[tuple[Condition, tuple[str, ...], list[Condition]]], setting: set[str]) -> RuleBase:
        concerns = [
            concern(f"concern_{number}", when, *(statement("Do.", "third", when=each) for each in own), phase=phase)
            for number, (when, phase, own) in enumerate(drawn)
        ]
        facts = {key: replace(fact(key, *values), setting=key in setting) for key, values in FACTS.items()}
        return replace(base(concerns=concerns), facts=facts)

    return st.builds(built, st.lists(st.tuples(conditions, phases, steps), max_size=most), settings_)


few, many = bases(MOST, st.just(set())), bases(3 * MOST, st.sets(st.sampled_from(sorted(FACTS))))


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
    def beside_setting(each: Concern) -> int:
        return sum(not knowledge.facts[fact_].setting for fact_ in {leaf.fact for leaf in met(each.when, situation)})

    def weight(each: Concern) -> tuple[bool, bool, int, int, int]:
        called_for, count = evaluate(each.when, situation).value is T, beside_setting(each)
        earliest = min(map(PHASES.index, each.phase))
        return count > 0, called_for, count, len(met(each.when, situation)), -earliest

    found = [each.concern for each in assess(knowledge, situation).raised]
    weights = [weight(each) for each in found]
    assert weights == sorted(weights, reverse=True)
    assert len(found) <= MOST
    assert not any(beside_setting(each) == 0 for each in found[FEW:])
    left_out = [each for key, each in knowledge.concerns.items() if key not in {one.id for one in found}]
    for each in left_out:
        if met(each.when, situation) and evaluate(each.when, situation).value is not F:
            assert weight(each) <= min(weights)
            assert len(found) >= (MOST if beside_setting(each) else FEW)


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


# The shipped concerns in any situation

REAL = load(RULES)
told = st.sampled_from([(key, value) for key, each in REAL.facts.items() for value in each.values])
real_situations = st.lists(told, max_size=8, unique_by=lambda pair: pair[0]).map(dict)

thorough = settings(max_examples=400, deadline=None, derandomize=True)


@thorough
@given(real_situations, told)
def test_one_more_fact_never_turns_round_what_a_situation_calls_for(
    situation: dict[str, str], more: tuple[str, str]
) -> None:
    told_more = {**dict([more]), **situation}
    before, after = by_id(assess(REAL, situation)), by_id(assess(REAL, told_more))
    for key, each in REAL.concerns.items():
        value = evaluate(each.when, situation).value
        if key in before and value is Truth.TRUE:
            assert evaluate(each.when, told_more).value is Truth.TRUE
            assert key not in after or after[key].evaluation.value is Truth.TRUE
        if value is Truth.FALSE:
            assert key not in before and key not in after


@thorough
@given(real_situations)
def test_nothing_that_is_raised_has_a_step_that_the_situation_rules_out(situation: dict[str, str]) -> None:
    for raised in assess(REAL, situation).raised:
        assert evaluate(raised.concern.when, situation).value is not Truth.FALSE
        for step in raised.steps:
            assert evaluate(step.statement.when, situation).value is not Truth.FALSE
            assert not {leaf.fact for leaf in leaves(step.open)} & {*situation}
