"""Every question has exactly one answer in every situation, and related links lead somewhere."""

from __future__ import annotations

import pytest

from bot.rulebase.loader import load

from ..small import Small

MENTOR = "mentor/advice.yml"
MONEY = "money/advice.yml"
OTHER_WHEN = "when: {not: {fact: money, is: project}}"


def test_a_question_without_a_rule(small: Small) -> None:
    small.replace(
        MONEY,
        '  money_who:\n    asks: {en: "Who pays?"}\n',
        "  money_who: {asks: {en: Who}}\n  money_when: {asks: {en: When}}\n",
    )
    small.has_only_problem(
        MONEY, "money_when", "no rule answers the question “money_when”", "Add a rule with `answers:` it"
    )


def test_a_rule_without_a_question(small: Small) -> None:
    small.replace(MENTOR, "answers: mentor_who", "answers: mentor_whoo")
    small.has_problem(
        MENTOR, "answers:", "the rule answers “mentor_whoo”, which is no question", "Correct the id behind `answers:`"
    )


@pytest.mark.parametrize("other", ["money_whoo", "alpha_literature"])
def test_a_related_question_that_leads_nowhere(small: Small, other: str) -> None:
    small.replace(MENTOR, "related: [money_who]", f"related: [{other}] # here")
    small.has_only_problem(
        MENTOR, "# here", f"the related question “{other}” does not exist", "Correct its id or delete it"
    )


def test_a_question_that_is_related_to_itself(small: Small) -> None:
    small.replace(MENTOR, "related: [money_who]", "related: [money_who, mentor_who] # here")
    small.has_only_problem(
        MENTOR, "# here", "the question “mentor_who” is related to itself", "Name another one or delete it"
    )


def test_a_related_question_that_is_named_twice(small: Small) -> None:
    small.replace(MENTOR, "    related: [money_who]", "    related:\n      - money_who\n      - money_who # again")
    small.has_only_problem(MENTOR, "# again", "“money_who” stands twice in this list", "Delete one of them")


def test_one_rule_that_always_applies_is_enough(small: Small) -> None:
    assert len(load(small.root).rules_by_question["mentor_who"]) == 1


def has_only_cover_problem(small: Small, where: str, holding: int, situation: str) -> None:
    small.has_only_problem(
        MONEY,
        where,
        f"the question “money_who” has {holding} rules that hold where {situation}",
        "Change their `when:` so that exactly one holds",
    )


def test_one_of_several_rules_that_always_applies(small: Small) -> None:
    small.replace(MONEY, f"    {OTHER_WHEN}\n    bottom_line:", "    bottom_line:")
    where = small.line(MONEY, "money_permanent:") + 1
    small.has_problem(MONEY, where, "has 2 rules that hold where money is project", "Change their `when:`")
    assert len(small.problems()) == 1


def test_two_rules_that_always_apply(small: Small) -> None:
    small.replace(
        MENTOR,
        "pitfalls:\n",
        "  mentor_again: # twin\n    answers: mentor_who\n    phase: [later]\n"
        "    bottom_line: {says: {en: Again.}, because: [alpha_open_mentor]}\npitfalls:\n",
    )
    small.has_only_problem(
        MENTOR,
        small.line(MENTOR, "# twin") + 1,
        "the question “mentor_who” has 2 rules that hold where always",
        "Change their `when:`",
    )


@pytest.mark.parametrize(
    ("when", "holding", "situation"),
    [
        ("when: {fact: money, is: project}", 2, "money is project"),
        ("when: {any: [{not: {fact: money, is: project}}, {fact: mentor_named, is: no}]}", 2,
         "money is project, mentor_named is no"),
        ("when: {fact: mentor_named, is: yes}", 2, "money is project, mentor_named is yes"),
    ],
)  # fmt: skip
def test_rules_of_one_question_that_do_not_exclude_each_other(
    small: Small, when: str, holding: int, situation: str
) -> None:
    small.replace(MONEY, OTHER_WHEN, f"{when} # here")
    has_only_cover_problem(small, "# here", holding, situation)


@pytest.mark.parametrize(
    ("when", "situation"),
    [
        ("when: {all: [{fact: money, is: permanent}, {fact: mentor_named, is: yes}]}",
         "money is permanent, mentor_named is no"),
        ("when: {all: [{not: {fact: money, is: project}}, {not: {fact: mentor_named, is: yes}}]}",
         "money is permanent, mentor_named is yes"),
    ],
)  # fmt: skip
def test_rules_of_one_question_that_leave_a_situation_out(small: Small, when: str, situation: str) -> None:
    small.replace(MONEY, OTHER_WHEN, f"{when} # here")
    has_only_cover_problem(small, "# here", 0, situation)


def test_a_third_value_that_no_rule_is_about(small: Small) -> None:
    small.replace("facts.yml", "values: [project, permanent]", "values: [project, permanent, undecided]")
    small.replace("facts.yml", "    said:\n      project:", "    said:\n      undecided: {en: none}\n      project:")
    small.replace(MONEY, OTHER_WHEN, "when: {fact: money, is: permanent} # here")
    has_only_cover_problem(small, "# here", 0, "money is undecided")


def test_one_rule_that_does_not_always_apply(small: Small) -> None:
    small.replace(MENTOR, "    bottom_line:\n", "    when: {fact: mentor_named, is: no}\n    bottom_line:\n")
    small.has_problem(
        MENTOR,
        small.line(MENTOR, "    when: {fact: mentor_named, is: no}"),
        "the question “mentor_who” has 0 rules that hold where mentor_named is yes",
        "Change their `when:` so that exactly one holds",
    )


def test_a_bottom_line_with_a_condition_of_its_own_leaves_situations_without_an_answer(small: Small) -> None:
    small.replace(MENTOR, "colleague.}\n", "colleague.}\n      when: {fact: money, is: project}\n")
    (found,) = small.problems()
    assert found.what == "the question “mentor_who” has 0 rules that hold where money is permanent"


def test_rules_that_share_out_every_situation_of_two_facts_are_taken(small: Small) -> None:
    named = "{fact: mentor_named, is: yes}"
    small.replace(MONEY, OTHER_WHEN, f"when: {{all: [{{fact: money, is: permanent}}, {named}]}}")
    small.append(
        MONEY,
        "  money_rest:\n    answers: money_who\n    phase: [later]\n"
        f"    when: {{all: [{{not: {{fact: money, is: project}}}}, {{not: {named}}}]}}\n"
        "    bottom_line: {says: {en: Rest.}, because: [beta_project_ends]}\n",
    )
    assert len(load(small.root).rules_by_question["money_who"]) == 3
