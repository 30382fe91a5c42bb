"""A component of the readiness check asks for a fact that exists, with yes or no, and alone."""

from __future__ import annotations

import pytest

from bot.rulebase.loader import load

from ..small import Small

FILE = "readiness.yml"
SECOND = """\
  mentor_prepared:
    level: preparation
    title: {en: mentor}
    asks: {en: "Is there a mentor?"}
    fact: mentor_named # first
    who: [manager]
    phase: later
    strength: {en: there is a mentor}
    gap: {en: there is no mentor yet}
    silent: {says: {en: Nothing is said on mentors.}, studies: [beta]}
"""


def test_a_fact_of_yes_or_no_can_be_asked_for(small: Small) -> None:
    small.append(FILE, SECOND)
    assert load(small.root).components["mentor_prepared"].fact == "mentor_named"


@pytest.mark.parametrize(
    ("fact", "what", "remedy"),
    [
        ("weather", "the fact “weather” does not exist", "Correct its id, or delete `fact:`"),
        ("money", "the fact “money” is not one of yes or no", "Delete `fact:`"),
        ("mentor_named", "“group_formed” asks for the fact “mentor_named” too", "Delete one of them"),
    ],
)
def test_another_fact_cannot(small: Small, fact: str, what: str, remedy: str) -> None:
    if fact == "mentor_named":
        small.replace(FILE, "    title: {en: group}\n", f"    title: {{en: group}}\n    fact: {fact}\n")
    small.append(FILE, SECOND.replace("mentor_named #", f"{fact} #"))
    small.has_only_problem(FILE, "# first", what, remedy)
