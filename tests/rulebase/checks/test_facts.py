"""Conditions compare facts that exist with values that they can have, and decide something."""

from __future__ import annotations

import pytest

from bot.rulebase.loader import load

from ..small import CONCERNS, Small

MENTOR = "mentor/advice.yml"
MONEY = "money/advice.yml"
WHEN = "when: {not: {fact: mentor_named, is: yes}}"
SPARE = '  spare: {type: yes_no, asks: {en: "Spare?"}, said: {yes: {en: it is}, no: {en: it is not}}}\n'


@pytest.mark.parametrize(
    "when",
    [
        "when: {fact: missing, is: yes}",
        "when: {not: {fact: missing, is: yes}}",
        "when: {all: [{fact: mentor_named, is: yes}, {fact: missing, is: yes}]}",
        "when: {any: [{not: {all: [{fact: missing, is: yes}]}}]}",
    ],
)
def test_a_fact_that_does_not_exist_is_found_at_any_depth(small: Small, when: str) -> None:
    small.replace(MENTOR, WHEN, when)
    small.has_problem(MENTOR, "missing", "the fact “missing” does not exist", "Known are: mentor_named, money")


def test_a_fact_that_does_not_exist_is_found_in_the_condition_of_a_rule(small: Small) -> None:
    small.replace(MONEY, "when: {fact: money, is: project}", "when: {fact: mony, is: project}")
    small.has_only_problem(MONEY, "mony", "the fact “mony” does not exist", "Write “money” if you mean that")


def test_a_value_that_the_fact_cannot_have(small: Small) -> None:
    small.replace(MONEY, "when: {fact: money, is: project}", "when: {fact: money, is: projects}")
    small.has_problem(
        MONEY, "projects", "the fact “money” can never be “projects”", "Its values are: project, permanent"
    )
    left_out = "the question “money_who” has 0 rules that hold where money is project"
    assert sorted(problem.what for problem in small.problems()) == [
        "the fact “money” can never be “projects”",
        left_out,
    ]


def test_a_misspelt_fact_of_a_rule_does_not_make_the_conditions_of_its_statements_look_impossible(small: Small) -> None:
    small.replace(MENTOR, "    bottom_line:\n", "    when: {not: {fact: mentor_nmaed, is: no}}\n    bottom_line:\n")
    small.has_only_problem(MENTOR, "mentor_nmaed", "the fact “mentor_nmaed” does not exist", "Write “mentor_named”")


def test_a_yes_no_fact_can_only_be_yes_or_no(small: Small) -> None:
    small.replace(MENTOR, "is: yes", "is: true")
    small.has_only_problem(MENTOR, "is: true", "the fact “mentor_named” can never be “true”", "Its values are: yes, no")


def test_a_fact_that_no_condition_uses(small: Small) -> None:
    small.append("facts.yml", SPARE)
    small.has_only_problem(
        "facts.yml", "spare:", "no condition uses the fact “spare”", "Use it in a `when:` or delete it"
    )


@pytest.mark.parametrize(
    "part",
    [
        "    steps:\n      - {says: {en: Ask.}, because: [beta_project_ends], basis: own_inference, WHEN}\n",
        "    watch_out:\n      - {says: {en: Look.}, because: [beta_project_ends], WHEN}\n",
        "    differ:\n      - {says: {en: They differ.}, because: [beta_project_ends], WHEN}\n",
        "    silent:\n      - {says: {en: Nothing.}, studies: [alpha], WHEN}\n",
    ],
    ids=["step", "watch out", "differ", "silent"],
)
def test_a_fact_may_be_used_by_the_condition_of_any_statement(small: Small, part: str) -> None:
    small.append("facts.yml", SPARE)
    small.append(MONEY, part.replace("WHEN", "when: {fact: spare, is: yes}"))
    assert "spare" in load(small.root).facts


@pytest.mark.parametrize("key", ["when: {fact: mentor_named, is: yes}", "basis: own_inference", "studies: [beta]"])
@pytest.mark.parametrize("says", ["{en: Forgetting the mentor.}", '{en: "Is there a mentor?"}'])
def test_pitfalls_and_checks_take_neither_a_condition_nor_anything_else_of_a_step(
    small: Small, says: str, key: str
) -> None:
    small.replace(MENTOR, says, f"{says}\n    {key} # here")
    name = key.partition(":")[0]
    small.has_only_problem(MENTOR, "# here", f"the key “{name}” is not known here", "Known are: because, says")


def test_a_wrong_value_is_placed_where_it_stands(small: Small) -> None:
    small.replace(
        MENTOR,
        WHEN,
        "when:\n          any:\n"
        "            - {fact: mentor_named, is: yes}\n            - {fact: mentor_named, is: maybe}",
    )
    small.has_only_problem(MENTOR, "maybe", "the fact “mentor_named” can never be “maybe”", "Its values are: yes, no")


def test_a_wrong_value_is_not_placed_at_an_id_that_begins_like_the_fact(small: Small) -> None:
    small.replace(MONEY, "when: {fact: money, is: project}", "when: {fact: money, is: projects}")
    small.has_problem(MONEY, "projects", "the fact “money” can never be “projects”", "Its values are: project")


def test_a_misspelt_fact_is_placed_where_it_stands_as_a_whole_word(small: Small) -> None:
    small.replace(MENTOR, "fact: mentor_named", "fact: mentor")
    small.has_problem(MENTOR, "fact: mentor,", "the fact “mentor” does not exist", "Write “mentor_named”")


NAMED, UNNAMED = "{fact: mentor_named, is: yes}", "{fact: mentor_named, is: no}"


@pytest.mark.parametrize(
    ("when", "what", "remedy"),
    [
        (f"{{all: [{NAMED}, {UNNAMED}]}}", "a condition of “mentor_who” can never hold", "Correct or delete it"),
        (f"{{all: [{NAMED}, {{not: {NAMED}}}]}}", "a condition of “mentor_who” can never hold", "Correct or"),
        (f"{{not: {{any: [{NAMED}, {UNNAMED}]}}}}", "a condition of “mentor_who” can never hold", "Correct or"),
        (f"{{any: [{NAMED}, {UNNAMED}]}}", "a condition of “mentor_who” always holds", "Delete it"),
        (f"{{any: [{NAMED}, {{not: {NAMED}}}]}}", "a condition of “mentor_who” always holds", "Delete it"),
    ],
)
def test_a_condition_that_cannot_make_a_difference(small: Small, when: str, what: str, remedy: str) -> None:
    small.replace(MENTOR, WHEN, f"when:\n          {when} # here")
    small.has_only_problem(MENTOR, "# here", what, remedy)


def test_the_condition_of_a_rule_that_always_holds(small: Small) -> None:
    small.replace(MENTOR, "    bottom_line:\n", f"    when: {{any: [{NAMED}, {UNNAMED}]}}\n    bottom_line:\n")
    small.has_only_problem(MENTOR, "when: {any", "a condition of “mentor_who” always holds", "Delete it")


def test_a_condition_that_the_condition_of_its_rule_rules_out(small: Small) -> None:
    small.append(
        MONEY,
        "    steps:\n      - says: {en: Ask.}\n        because: [beta_project_ends]\n        basis: own_inference\n"
        "        when: {fact: money, is: project} # here\n",
    )
    small.has_only_problem(MONEY, "# here", "a condition of “money_permanent” can never hold", "Correct or delete it")


def test_a_condition_that_holds_in_some_situations_of_its_rule_is_taken(small: Small) -> None:
    small.append(
        MONEY,
        "    steps:\n      - says: {en: Ask.}\n        because: [beta_project_ends]\n        basis: own_inference\n"
        f"        when: {{any: [{{fact: money, is: project}}, {NAMED}]}}\n",
    )
    assert load(small.root).rules["money_permanent"].steps


# Concerns

CALLED = "{any: [{fact: mentor_named, is: no}, {fact: money, is: project}]}"
STEP = "        when: {not: {fact: mentor_named, is: yes}}\n"


@pytest.mark.parametrize("when", [CALLED, "{not: {fact: mentor_named, is: yes}}"], ids=["the concern", "its step"])
def test_a_fact_may_be_used_by_a_concern_or_its_step_alone(small: Small, when: str) -> None:
    small.append("facts.yml", SPARE)
    small.append(MENTOR, CONCERNS.replace(when, "{fact: spare, is: yes}"))
    assert "spare" in load(small.root).facts


@pytest.mark.parametrize("when", [CALLED, "{not: {fact: mentor_named, is: yes}}"], ids=["the concern", "its step"])
@pytest.mark.parametrize(
    ("wrong", "what", "remedy"),
    [
        ("{fact: mony, is: project}", "the fact “mony” does not exist", "Write “money” if you mean that"),
        ("{fact: money, is: gone}", "the fact “money” can never be “gone”", "Its values are: project, permanent"),
        (f"{{all: [{NAMED}, {UNNAMED}]}}", "a condition of “mentor_missing” can never hold", "Correct or delete it"),
        (f"{{any: [{NAMED}, {UNNAMED}]}}", "a condition of “mentor_missing” always holds", "Delete it"),
    ],
)
def test_a_mistake_in_the_condition_of_a_concern_or_its_step(
    small: Small, when: str, wrong: str, what: str, remedy: str
) -> None:
    small.append(MENTOR, CONCERNS.replace(when, f"{wrong} # here"))
    small.has_problem(MENTOR, "# here", what, remedy)


def test_a_step_that_the_condition_of_its_concern_rules_out(small: Small) -> None:
    small.append(MENTOR, CONCERNS.replace(CALLED, NAMED).replace(STEP, STEP.replace("\n", " # here\n")))
    small.has_only_problem(MENTOR, "# here", "a condition of “mentor_missing” can never hold", "Correct or delete it")


def test_concerns_may_overlap_and_leave_situations_out_unlike_the_rules_of_a_question(small: Small) -> None:
    small.append(MENTOR, CONCERNS + CONCERNS.partition("\n")[2].replace("mentor_missing", "money_short"))
    assert list(load(small.root).concerns) == ["mentor_missing", "money_short"]
