"""From a question and a situation to advice: what is said, what is left out, what is worth asking."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.paths import RULES
from bot.reasoning.advise import Advice, Point, advise, require_possible
from bot.reasoning.evaluate import Situation, evaluate
from bot.reasoning.truth import Truth
from bot.rulebase.loader import load
from bot.rulebase.model import ALWAYS, All, Any, Condition, Is, Not, RuleBase, leaves

from .small import base, rule, statement

MENTOR, STARTED, PROJECT = Is("mentor", "yes"), Is("started", "yes"), Is("money", "project")
NAME = statement("Name a mentor.", "second", when=Not(MENTOR))


def said(points: tuple[Point, ...]) -> list[str]:
    return [point.statement.says["en"] for point in points]


def values(points: tuple[Point, ...]) -> list[Truth]:
    return [point.evaluation.value for point in points]


# Made-up rules


def test_a_statement_without_a_condition_is_always_said() -> None:
    advice = advise(base(rule("only")), "question", {})
    assert said(advice.bottom_lines) == ["Bottom line of only."]
    assert values(advice.bottom_lines) == [Truth.TRUE]
    assert advice.missing == ()


def test_a_step_that_is_solved_is_left_out() -> None:
    assert advise(base(rule("only", steps=[NAME])), "question", {"mentor": "yes"}).steps == ()


def test_a_step_that_applies_is_said() -> None:
    advice = advise(base(rule("only", steps=[NAME])), "question", {"mentor": "no"})
    assert values(advice.steps) == [Truth.TRUE]
    assert advice.steps[0].evaluation.reasons == (MENTOR,)
    assert advice.missing == ()


def test_a_step_that_may_apply_is_kept_as_unknown() -> None:
    advice = advise(base(rule("only", steps=[NAME])), "question", {})
    assert values(advice.steps) == [Truth.UNKNOWN]
    assert advice.steps[0].open == Not(MENTOR)
    assert advice.missing == ("mentor",)


@pytest.mark.parametrize("part", ["steps", "watch_out", "differ", "silent"])
def test_every_part_keeps_what_may_apply_and_leaves_out_what_does_not(part: str) -> None:
    knowledge = base(rule("only", **{part: [NAME, statement("Always.", "third")]}))
    assert said(getattr(advise(knowledge, "question", {}), part)) == ["Name a mentor.", "Always."]
    assert said(getattr(advise(knowledge, "question", {"mentor": "yes"}), part)) == ["Always."]


EXCLUSIVE = (
    rule("project", PROJECT, steps=[statement("Ask for how long.", "second")]),
    rule("permanent", Is("money", "permanent"), steps=[statement("Nothing.", "third")]),
    rule("undecided", Is("money", "undecided")),
)


@pytest.mark.parametrize("number", [0, 1, 2])
def test_of_several_exclusive_rules_the_one_that_holds_is_said(number: int) -> None:
    value = ("project", "permanent", "undecided")[number]
    advice = advise(base(*EXCLUSIVE), "question", {"money": value})
    assert said(advice.bottom_lines) == [f"Bottom line of {value}."]
    assert values(advice.bottom_lines) == [Truth.TRUE]
    assert said(advice.steps) == [["Ask for how long."], ["Nothing."], []][number]


def test_of_several_exclusive_rules_all_are_kept_as_unknown_while_nothing_is_known() -> None:
    advice = advise(base(*EXCLUSIVE), "question", {})
    assert said(advice.bottom_lines) == [f"Bottom line of {key}." for key in ("project", "permanent", "undecided")]
    assert set(values(advice.points())) == {Truth.UNKNOWN}
    assert advice.missing == ("money",)


def test_where_all_rules_are_false_there_is_no_bottom_line() -> None:
    advice = advise(base(*EXCLUSIVE[:2]), "question", {"money": "undecided"})
    assert advice.points() == ()
    assert advice.findings() == ()
    assert advice.missing == ()


def test_a_bottom_line_with_a_condition_of_its_own_may_be_left_out() -> None:
    knowledge = base(rule("only", bottom_line=NAME, steps=[statement("Always.", "first")]))
    advice = advise(knowledge, "question", {"mentor": "yes"})
    assert advice.bottom_lines == ()
    assert said(advice.steps) == ["Always."]


@pytest.mark.parametrize(
    ("situation", "value"),
    [
        ({}, Truth.UNKNOWN),
        ({"money": "project"}, Truth.UNKNOWN),
        ({"mentor": "no"}, Truth.UNKNOWN),
        ({"money": "project", "mentor": "no"}, Truth.TRUE),
        ({"money": "permanent"}, None),
        ({"mentor": "yes"}, None),
    ],
)
def test_a_step_needs_the_condition_of_its_rule_and_its_own(situation: Situation, value: Truth | None) -> None:
    advice = advise(base(rule("only", PROJECT, steps=[NAME])), "question", situation)
    assert values(advice.steps) == ([] if value is None else [value])


def test_missing_facts_come_by_the_number_of_points_they_decide() -> None:
    steps = [
        statement("One.", "first", when=STARTED),
        statement("Two.", "first", when=Not(MENTOR)),
        statement("Three.", "first", when=All((MENTOR, PROJECT))),
        statement("Four.", "first", when=Any((MENTOR, PROJECT))),
    ]
    advice = advise(base(rule("only", steps=steps)), "question", {})
    assert advice.missing == ("mentor", "money", "started")


def test_missing_facts_that_decide_equally_many_points_come_in_the_order_in_which_they_are_read() -> None:
    steps = [statement("One.", "first", when=STARTED), statement("Two.", "first", when=MENTOR)]
    assert advise(base(rule("only", steps=steps)), "question", {}).missing == ("started", "mentor")


def test_a_fact_that_decides_nothing_any_more_is_not_missing() -> None:
    steps = [statement("One.", "first", when=All((STARTED, MENTOR)))]
    assert advise(base(rule("only", steps=steps)), "question", {"started": "no"}).missing == ()


def test_points_come_in_the_order_in_which_they_are_read() -> None:
    parts = {part: [statement(part, "first")] for part in ("silent", "differ", "watch_out", "steps")}
    advice = advise(base(rule("only", bottom_line=statement("bottom", "first"), **parts)), "question", {})
    assert said(advice.points()) == ["bottom", "steps", "watch_out", "differ", "silent"]


def test_each_finding_is_named_once_in_the_order_of_the_points() -> None:
    steps = [statement("One.", "third", "first"), statement("Two.", "second", "third")]
    advice = advise(base(rule("only", steps=steps)), "question", {})
    assert [finding.id for finding in advice.findings()] == ["first", "third", "second"]


def test_findings_of_what_is_left_out_are_not_named() -> None:
    advice = advise(base(rule("only", steps=[NAME])), "question", {"mentor": "yes"})
    assert [finding.id for finding in advice.findings()] == ["first"]


def test_a_question_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(KeyError):
        advise(base(rule("only")), "no such question", {})


def test_facts_that_no_rule_compares_change_nothing() -> None:
    knowledge = base(rule("only", steps=[NAME]))
    assert advise(knowledge, "question", {"money": "project"}) == advise(knowledge, "question", {})


IMPOSSIBLE = [
    ({"weather": "fine"}, "there is no fact “weather”. Known are: mentor, started, money."),
    ({"mentor": "maybe"}, "the fact “mentor” cannot be “maybe”. It is one of: yes, no."),
    ({"started": "yes", "money": ""}, "the fact “money” cannot be “”. It is one of: project, permanent, undecided."),
    ({"mentor": "yes", "": "yes"}, "there is no fact “”. Known are: mentor, started, money."),
]


@pytest.mark.parametrize(("situation", "message"), IMPOSSIBLE)
def test_a_fact_or_value_that_does_not_exist_is_an_error_and_not_taken_for_the_opposite(
    situation: Situation, message: str
) -> None:
    knowledge = base(rule("only", steps=[NAME]))
    for ask in (lambda: advise(knowledge, "question", situation), lambda: require_possible(knowledge, situation)):
        with pytest.raises(ValueError) as caught:
            ask()
        assert str(caught.value) == message


@pytest.mark.parametrize("situation", [{}, {"mentor": "no"}, {"money": "undecided", "started": "yes"}])
def test_what_can_be_is_no_error(situation: Situation) -> None:
    require_possible(base(rule("only")), situation)


@pytest.mark.parametrize(
    ("situation", "left"),
    [
        ({}, All((PROJECT, Not(MENTOR)))),
        ({"money": "project"}, Not(MENTOR)),
        ({"mentor": "no"}, PROJECT),
        ({"mentor": "no", "money": "project"}, All(())),
    ],
)
def test_what_is_known_to_hold_is_not_open_any_more(situation: Situation, left: Condition) -> None:
    advice = advise(base(rule("only", PROJECT, steps=[NAME])), "question", situation)
    assert advice.steps[0].open == left


# Findings that were, or may have been, asked for


def test_unless_findings_are_asked_for_there_are_none() -> None:
    advice = advise(base(rule("only")), "question", {})
    assert (advice.asked, advice.near) == ((), ())


def test_findings_asked_for_and_near_ones_are_kept_apart_in_their_order() -> None:
    advice = advise(base(rule("only")), "question", {}, asked=["third", "first"], near=["second"])
    assert [finding.id for finding in advice.asked] == ["third", "first"]
    assert [finding.id for finding in advice.near] == ["second"]


def test_findings_asked_for_change_nothing_else_in_the_advice() -> None:
    knowledge = base(rule("only", PROJECT, steps=[NAME]))
    plain = advise(knowledge, "question", {})
    advice = advise(knowledge, "question", {}, asked=["third"], near=["first"])
    assert (advice.points(), advice.missing) == (plain.points(), plain.missing)


def test_what_was_asked_for_is_named_before_what_the_advice_rests_on_and_near_findings_after_it() -> None:
    advice = advise(base(rule("only")), "question", {}, asked=["third"], near=["second"])
    assert [finding.id for finding in advice.findings()] == ["third", "first", "second"]


def test_a_finding_that_the_advice_rests_on_is_named_once_though_it_is_asked_for_or_near() -> None:
    knowledge = base(rule("only", steps=[statement("One.", "second")]))
    advice = advise(knowledge, "question", {}, asked=["second"], near=["first", "second"])
    assert [finding.id for finding in advice.findings()] == ["second", "first"]


def test_findings_asked_for_are_told_though_no_rule_applies() -> None:
    advice = advise(base(*EXCLUSIVE[:2]), "question", {"money": "undecided"}, asked=["third"])
    assert advice.points() == ()
    assert [finding.id for finding in advice.findings()] == ["third"]


@pytest.mark.parametrize("key", ["missing", "", "First"])
def test_a_finding_that_does_not_exist_is_an_error(key: str) -> None:
    for found in ({"asked": [key]}, {"near": ["first", key]}):
        with pytest.raises(KeyError):
            advise(base(rule("only")), "question", {}, **found)


# The rules of the real rule base


@lru_cache(maxsize=1)
def real() -> RuleBase:
    return load(RULES)


QUESTIONS = sorted(real().questions)


def facts_of(question: str) -> dict[str, tuple[str, ...]]:
    """The facts that a question's rules compare, with their values."""
    named = {
        leaf.fact
        for rule_ in real().rules_by_question[question]
        for condition in (rule_.when, *(each.when for each in rule_.statements()))
        for leaf in leaves(condition)
    }
    return {fact: real().facts[fact].values for fact in sorted(named)}


def situations(question: str) -> Iterator[dict[str, str]]:
    """Every situation over the facts that matter to a question; no other can, as the first property shows."""
    facts = facts_of(question)
    for chosen in product(*((None, *values_) for values_ in facts.values())):
        yield {fact: value for fact, value in zip(facts, chosen, strict=True) if value is not None}


full_situations = st.fixed_dictionaries(
    {}, optional={fact.id: st.sampled_from(fact.values) for fact in real().facts.values()}
)


@settings(max_examples=50, deadline=None, derandomize=True)
@given(full_situations)
def test_facts_that_a_question_does_not_compare_change_nothing_in_its_advice(situation: dict[str, str]) -> None:
    for question in QUESTIONS:
        matters = {fact: value for fact, value in situation.items() if fact in facts_of(question)}
        assert advise(real(), question, situation) == advise(real(), question, matters)


@pytest.mark.parametrize("question", QUESTIONS)
def test_adding_a_fact_never_brings_a_left_out_point_back_nor_drops_one_that_holds(question: str) -> None:
    facts = facts_of(question)
    for before in situations(question):
        old = by_statement(advise(real(), question, before))
        for fact in facts.keys() - before.keys():
            for value in facts[fact]:
                new = by_statement(advise(real(), question, {**before, fact: value}))
                assert new.keys() <= old.keys()
                for key, point in old.items():
                    if point.evaluation.value is Truth.TRUE:
                        assert new[key].evaluation.value is Truth.TRUE


def by_statement(advice: Advice) -> dict[int, Point]:
    return {id(point.statement): point for point in advice.points()}


@pytest.mark.parametrize("question", QUESTIONS)
def test_what_is_open_is_what_the_missing_facts_decide(question: str) -> None:
    for situation in situations(question):
        for point in advise(real(), question, situation).points():
            if point.evaluation.value is Truth.TRUE:
                assert point.open == ALWAYS
            assert tuple(dict.fromkeys(leaf.fact for leaf in leaves(point.open))) == point.evaluation.missing
            assert evaluate(point.open, {}).value is point.evaluation.value


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_question_has_a_bottom_line_and_findings_in_every_situation(question: str) -> None:
    for situation in situations(question):
        advice = advise(real(), question, situation)
        assert advice.bottom_lines, situation
        assert advice.findings(), situation
        assert all(point.findings for point in advice.bottom_lines), situation


@pytest.mark.parametrize("question", QUESTIONS)
def test_once_every_fact_is_known_every_point_holds_and_there_is_one_bottom_line(question: str) -> None:
    for complete in product(*facts_of(question).values()):
        advice = advise(real(), question, dict(zip(facts_of(question), complete, strict=True)))
        assert set(values(advice.points())) == {Truth.TRUE}
        assert len(advice.bottom_lines) == 1
        assert advice.missing == ()


@pytest.mark.parametrize("question", QUESTIONS)
def test_missing_facts_are_those_that_can_change_the_advice(question: str) -> None:
    for situation in situations(question):
        advice = advise(real(), question, situation)
        missing = {fact for point in advice.points() for fact in point.evaluation.missing}
        assert set(advice.missing) == missing
        for fact in advice.missing:
            changed = [advise(real(), question, {**situation, fact: value}) for value in real().facts[fact].values]
            assert any(each.points() != advice.points() for each in changed), (situation, fact)
