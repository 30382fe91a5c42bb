"""Templates offer questions that exist, and say nothing that depends on a situation."""

from __future__ import annotations

import pytest

from ..small import Small

FILE = "takeaway.yml"


def test_a_question_that_does_not_exist(small: Small) -> None:
    small.replace(FILE, "questions: [mentor_who]", "questions: [mentor_whom]")
    small.has_only_problem(
        FILE,
        "questions: [mentor_whom]",
        "the question “mentor_whom” of the template “mentor_sheet” does not exist",
        "Correct its id or delete it",
    )


def test_a_condition(small: Small) -> None:
    small.replace(
        FILE, "basis: cited_literature", "basis: cited_literature\n            when: {fact: money, is: project}"
    )
    small.has_only_problem(
        FILE,
        "because: [alpha_literature]",
        "a statement of the template “mentor_sheet” has a condition",
        "Delete its `when:`",
    )


@pytest.mark.parametrize(
    ("old", "new", "where", "what"),
    [
        ("            because: [beta_project_ends]\n", "", "Some feared the end.", "rests on no finding"),
        ("[beta_project_ends]", "[beta_project_begins]", "beta_project_begins", "does not exist"),
        ("            basis: cited_literature\n", "", "[alpha_literature]", "does not say what it rests on"),
        ("            studies: [beta]\n", "", "Beta is silent on mentors.", "names no study"),
    ],
)
def test_its_statements_are_checked_as_those_of_advice_are(
    small: Small, old: str, new: str, where: str, what: str
) -> None:
    small.replace(FILE, old, new)
    small.has_problem(FILE, where, what, "")
