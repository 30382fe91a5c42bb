"""What the readiness check asks for is read from `readiness.yml`, and every mistake in it is reported."""

from __future__ import annotations

from collections import Counter

import pytest

from bot.paths import RULES
from bot.rulebase.loader import load
from bot.rulebase.model import ACTORS, LEVELS, Statement

from .small import Small

FILE = "readiness.yml"
FRAMEWORK = "    framework: {team: {training: {en: training of staff}, leader: {en: available leader}}}\n"
MENTOR = """\
  mentor_prepared:
    level: preparation
    title: {en: mentor prepared}
    asks: {en: "Does the mentor know the tasks?"}
    fact: mentor_named
    who: [manager, psw]
    phase: before_day_one
    strength: {en: the mentor knows the tasks}
    gap: {en: the mentor does not know the tasks yet}
    why:
      says: {en: One manager saw that an open mentor helped.}
      because: [alpha_open_mentor]
    step:
      says: {en: Consider telling the mentor.}
      because: [alpha_literature]
      basis: own_inference
"""
TRAINING = """\
  training:
    level: team
    asks: {en: "Is there training?"}
    who: [staff]
    phase: later
    strength: {en: there is training}
    gap: {en: there is no training yet}
    silent: {says: {en: Nothing is said on it.}, studies: [beta]}
"""


@pytest.fixture
def framed(small: Small) -> Small:
    """The small rule base with a framework, a question for one of its two components, and one on mentors."""
    small.append("studies.yml", FRAMEWORK)
    small.append(FILE, MENTOR + TRAINING)
    return small


def test_components_come_in_the_order_of_the_file_with_everything_that_is_said_of_them(framed: Small) -> None:
    components = load(framed.root).components
    assert list(components) == ["group_formed", "mentor_prepared", "training"]
    mentor = components["mentor_prepared"]
    assert (mentor.level, mentor.fact, mentor.who, mentor.phase) == (
        "preparation", "mentor_named", ("manager", "psw"), "before_day_one"
    )  # fmt: skip
    assert mentor.strength == {"en": "the mentor knows the tasks"}
    assert mentor.step is not None and mentor.step.basis == "own_inference"
    assert list(mentor.statements()) == [mentor.why, mentor.step]


def test_a_component_of_which_studies_say_nothing_may_have_no_fact_and_no_step(small: Small) -> None:
    group = load(small.root).components["group_formed"]
    assert (group.fact, group.why, group.step) == ("", None, None)
    assert group.silent == Statement({"en": "Beta says nothing on groups."}, studies=("beta",))


def test_a_component_of_a_framework_takes_its_title_from_there(framed: Small) -> None:
    assert load(framed.root).components["training"].title == {"en": "training of staff"}


@pytest.mark.parametrize(
    ("old", "new", "where", "what", "remedy"),
    [
        ("  training:\n", "  traning:\n", "level: team", "no framework in studies.yml names “traning”", "training, leader"),
        ("level: team", "level: organisation", "level: organisation", "names “training” at the level", "(none)"),
        ("level: team", "level: teem", "level: teem", "the level “teem” is not known", "Write “team”"),
        ("level: team\n", "level: team\n    title: {en: t}\n", "title: {en: t}", "its title from its framework", "Delete"),
        ("level: team", "level: preparation # now", "# now", "the key “title” is missing", "Add “title:”"),
        ("who: [staff]", "who: [stuff]", "who: [stuff]", "the actor “stuff” is not known", "Write “staff”"),
        ("phase: later", "phase: latter", "phase: latter", "the phase “latter” is not known", "Write “later”"),
        ("    silent: {says: {en: Nothing is said on it.}, studies: [beta]}\n", "", "level: team", "not exactly one", "Write either"),
        ("studies: [beta]}\n", "studies: [beta]}\n    why: {says: {en: W.}, because: [alpha_literature]}\n",
         "Nothing is said", "not exactly one", "Write either"),
        ("studies: [beta]", "because: [alpha_literature]", "Nothing is said", "a silence of “training” names no study", "Add"),
        ("studies: [beta]}\n", "studies: [beta]}\n    step: {says: {en: So.}, because: [alpha_literature]}\n",
         "So.", "does not say what it rests on", "Add `basis:`"),
        ("studies: [beta]}\n", "studies: [beta]}\n    step: {says: {en: So.}, because: [alfa], basis: wished_for}\n",
         "So.", "the finding “alfa” does not exist", "Correct its id"),
        ("studies: [beta]}", "studies: [beta], when: {fact: money, is: project}}", "Nothing is said", "said always", "Delete `when:`"),
        ("    who: [staff]\n", "    who: [staff]\n    whom: me\n", "whom: me", "the key “whom” is not known here", "Write “who”"),
    ],
)  # fmt: skip
def test_each_mistake_is_reported_where_it_stands(
    framed: Small, old: str, new: str, where: str, what: str, remedy: str
) -> None:
    framed.write(FILE, framed.read(FILE).replace(TRAINING, TRAINING.replace(old, new)))
    framed.has_problem(FILE, where, what, remedy)


def test_a_rule_base_without_its_questions_of_readiness_cannot_be_used(small: Small) -> None:
    (small.root / FILE).unlink()
    small.has_only_problem(FILE, 1, "the file cannot be read", "Restore the file")


# The project's own


def test_the_project_asks_for_each_of_the_24_components_and_for_some_lessons() -> None:
    base = load(RULES)
    named = {key for study in base.studies.values() for level in study.framework.values() for key in level}
    counts = Counter(component.level for component in base.components.values())
    assert len(named) == 24 and named <= set(base.components)
    assert 6 <= counts["preparation"] <= 9 and sum(counts.values()) == 24 + counts["preparation"]


def test_levels_and_actors_are_all_in_use() -> None:
    components = load(RULES).components.values()
    assert list(dict.fromkeys(component.level for component in components)) == [*LEVELS]
    assert {actor for component in components for actor in component.who} == {*ACTORS}


@pytest.mark.parametrize("key", load(RULES).components)
def test_each_question_and_what_is_said_on_it_stays_short(key: str) -> None:
    component = load(RULES).components[key]
    assert len(component.asks["en"].split()) <= 25
    for statement, most in ((component.why, 40), (component.silent, 40), (component.step, 30)):
        assert statement is None or len(statement.says["en"].split()) <= most
