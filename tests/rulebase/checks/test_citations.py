"""Statements rest on findings that exist; a silence names its studies; a step says how far it goes."""

from __future__ import annotations

import pytest

from bot.rulebase.loader import load

from ..small import CONCERNS, Small

MENTOR = "mentor/advice.yml"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("because: [alpha_open_mentor]\n    steps", "because: [missing]\n    steps"),
        ("because: [alpha_literature]\n        basis", "because: [alpha_literature, missing]\n        basis"),
        ("because: [alpha_literature]\nchecks", "because: [missing, alpha_literature]\nchecks"),
        ("studies: [beta]", "studies: [beta]\n        because: [missing]"),
    ],
    ids=["bottom line", "step", "pitfall", "silence"],
)
def test_a_finding_that_does_not_exist_is_found_in_every_part(small: Small, old: str, new: str) -> None:
    small.replace(MENTOR, old, new)
    small.has_problem(MENTOR, "missing", "the finding “missing” does not exist", "Correct its id or write the finding")


def test_a_study_that_does_not_exist(small: Small) -> None:
    small.replace(MENTOR, "studies: [beta]", "studies: [beta, gamma]")
    where = small.line(MENTOR, "Beta says nothing on mentors.")
    small.has_only_problem(MENTOR, where, "the study “gamma” does not exist", "Known are: alpha, beta")


@pytest.mark.parametrize(
    ("old", "line", "owner", "where"),
    [
        ("      because: [alpha_open_mentor]\n    steps", "    steps", "mentor_who", "Consider an open colleague."),
        ("        because: [alpha_literature]\n        basis", "        basis", "mentor_who", "Name a mentor."),
    ],
    ids=["bottom line", "step"],
)
def test_a_statement_without_findings_is_found_where_it_stands(
    small: Small, old: str, line: str, owner: str, where: str
) -> None:
    small.replace(MENTOR, old, line)
    small.has_problem(
        MENTOR,
        where,
        f"a statement of “{owner}” rests on no finding",
        "Add `because: [...]` with the ids of its findings",
    )


@pytest.mark.parametrize(
    ("says", "owner"),
    [("    says: {en: Forgetting the mentor.}\n", "mentor_forgotten"),
     ('    says: {en: "Is there a mentor?"}\n', "mentor_chosen")],
    ids=["pitfall", "check"],
)  # fmt: skip
def test_a_pitfall_or_check_without_findings_is_found_where_it_stands(small: Small, says: str, owner: str) -> None:
    before, _, after = small.read(MENTOR).partition(says)
    small.write(MENTOR, before + says + after.partition("\n")[2])
    small.has_problem(MENTOR, says.strip(), "the key “because” is missing", "Add “because:” here")
    small.has_problem(MENTOR, says.strip(), f"a statement of “{owner}” rests on no finding", "Add `because: [...]`")


def test_an_empty_list_of_findings_is_none(small: Small) -> None:
    small.replace(MENTOR, "because: [alpha_open_mentor]\n    steps", "because: [] # here\n    steps")
    small.has_problem(MENTOR, "# here", "a statement of “mentor_who” rests on no finding", "Add `because: [...]`")
    small.has_problem(MENTOR, "# here", "the list is empty", "Name at least one item, or delete the key")


def test_of_two_steps_the_one_with_the_mistake_is_named(small: Small) -> None:
    small.replace(
        MENTOR,
        "    silent:\n",
        "      - says: {en: Another step.}\n        basis: wished_for\n        because:\n"
        "          - alpha_literature\n          - missing\n    silent:\n",
    )
    where = small.line(MENTOR, "Another step.") + 2
    small.has_only_problem(MENTOR, where, "the finding “missing” does not exist", "Correct its id")


def test_a_finding_that_is_named_twice(small: Small) -> None:
    small.replace(MENTOR, "[alpha_open_mentor]\n    steps", "[alpha_open_mentor, alpha_open_mentor] # here\n    steps")
    small.has_only_problem(MENTOR, "# here", "“alpha_open_mentor” stands twice in this list", "Delete one of them")


def test_a_silence_needs_no_finding(small: Small) -> None:
    assert load(small.root).rules["mentor_who"].silent[0].because == ()


def test_a_silence_with_a_finding_still_names_its_studies(small: Small) -> None:
    small.replace(MENTOR, "studies: [beta]", "because: [alpha_literature] # here")
    small.has_only_problem(
        MENTOR, "# here", "a silence of “mentor_who” names no study", "Add `studies: [...]` with those"
    )


def test_a_step_that_does_not_say_what_it_rests_on(small: Small) -> None:
    small.replace(MENTOR, "        basis: cited_literature\n", "")
    small.has_only_problem(
        MENTOR,
        small.line(MENTOR, "Name a mentor.") + 1,
        "a step of “mentor_who” does not say what it rests on",
        "Add `basis:`, for example done_elsewhere",
    )


def test_only_steps_need_to_say_what_they_rest_on(small: Small) -> None:
    assert load(small.root).rules["mentor_who"].bottom_line.basis == ""


# Concerns


@pytest.mark.parametrize("finding", ["alpha_open_mentor", "alpha_literature"], ids=["the concern", "its step"])
def test_a_finding_that_does_not_exist_is_found_in_a_concern_where_it_stands(small: Small, finding: str) -> None:
    small.append(MENTOR, CONCERNS.replace(f"because: [{finding}]", f"because: [{finding}, missing]"))
    small.has_only_problem(MENTOR, "missing]", "the finding “missing” does not exist", "Correct its id or write")


@pytest.mark.parametrize("finding", ["alpha_open_mentor", "alpha_literature"], ids=["the concern", "its step"])
def test_a_concern_and_its_steps_rest_on_findings(small: Small, finding: str) -> None:
    small.append(MENTOR, CONCERNS.replace(f"because: [{finding}]", "because: [] # here"))
    small.has_problem(
        MENTOR, "# here", "a statement of “mentor_missing” rests on no finding", "Add `because: [...]` with the ids"
    )


def test_a_step_of_a_concern_that_does_not_say_what_it_rests_on(small: Small) -> None:
    small.append(MENTOR, CONCERNS.replace("        basis: wished_for\n", ""))
    small.has_only_problem(
        MENTOR,
        small.line(MENTOR, "Ask for one.") + 1,
        "a step of “mentor_missing” does not say what it rests on",
        "Add `basis:`, for example done_elsewhere",
    )


def test_a_concern_itself_does_not_say_what_it_rests_on(small: Small) -> None:
    small.append(MENTOR, CONCERNS)
    says, step = load(small.root).concerns["mentor_missing"].statements()
    assert (says.basis, step.basis) == ("", "wished_for")
