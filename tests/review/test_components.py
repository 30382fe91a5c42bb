"""Each component of a study's framework is named in a finding of this study, and asked for in the readiness check."""

from __future__ import annotations

import pytest

from bot.paths import RULES
from bot.rulebase.loader import load

from .published import Published

PLACES = "    places:\n      results"
FRAMEWORK = "    framework: {team: {money: {en: Project}, partner: {en: collaboration partner}}}\n"
COMPONENT = """\
  {key}:
    level: team
    asks: {{en: "Is it there?"}}
    who: [manager]
    phase: later
    strength: {{en: it is there}}
    gap: {{en: it is not there yet}}
    silent: {{says: {{en: "Nothing is said on {key}."}}, studies: [beta]}}
"""


@pytest.fixture
def framed(published: Published) -> Published:
    """A rule base one of whose studies has a framework, all of which is named and asked for."""
    published.replace("studies.yml", PLACES, FRAMEWORK + PLACES)
    published.replace("money/findings.yml", "the project.", "the project and of its Collaboration partner.")
    published.append("readiness.yml", COMPONENT.format(key="money") + COMPONENT.format(key="partner"))
    published.reread()
    return published


def lacks(published: Published, component: str) -> None:
    what = f"no finding of “beta” names the component “{component}” (team)"
    published.has_only_problem("studies.yml", "framework:", what, "Name it in a finding")


def test_a_component_may_be_named_in_other_case(framed: Published) -> None:
    assert framed.is_sound()


@pytest.mark.parametrize(
    ("said", "component"),
    [
        ("the project and of its collaboration partners", "collaboration partner"),
        ("the project and of its partner", "collaboration partner"),
        ("the projects and of its collaboration partner", "Project"),
        ("the subproject and of its collaboration partner", "Project"),
    ],
)
def test_a_component_that_is_not_named_as_a_word_of_its_own(framed: Published, said: str, component: str) -> None:
    framed.replace("money/findings.yml", "the project and of its Collaboration partner", said)
    framed.reread()
    lacks(framed, component)


def test_what_another_study_names_does_not_count(framed: Published) -> None:
    framed.replace("money/findings.yml", " and of its Collaboration partner", "")
    framed.replace("mentor/findings.yml", "Mentors are common", "A collaboration partner and mentors are common")
    framed.reread()
    lacks(framed, "collaboration partner")


def test_every_component_that_is_missing_is_reported(framed: Published) -> None:
    framed.replace("money/findings.yml", "of the project and of its Collaboration partner", "of it")
    framed.reread()
    assert len(framed.problems()) == 2


def test_a_component_that_the_readiness_check_leaves_out(framed: Published) -> None:
    framed.replace("readiness.yml", COMPONENT.format(key="partner"), "")
    what = "the readiness check does not ask for the component “collaboration partner” (team)"
    framed.has_only_problem("studies.yml", "framework:", what, "Add “partner:” with `level: team` to readiness.yml")


def test_the_sustainable_implementation_scale_is_there_with_its_24_components() -> None:
    framework = load(RULES).studies["grim"].framework
    assert [len(components) for components in framework.values()] == [12, 7, 5]
