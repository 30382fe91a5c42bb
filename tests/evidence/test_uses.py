"""Where each finding is used."""

from __future__ import annotations

import pytest

from bot.evidence.uses import uses
from bot.reasoning.advise import advise

from ..presentation.small import NO_MENTOR, base, real, rule, statement

OTHER = statement("Other.", "authors")


@pytest.mark.parametrize("part", ["steps", "watch_out", "differ", "silent"])
def test_a_finding_is_used_by_the_question_that_any_part_of_its_rule_answers(part: str) -> None:
    found = uses(base(rule(bottom_line=OTHER, **{part: [statement("Says.", "some")]})))  # type: ignore[arg-type]
    assert found.questions == {"authors": ("question",), "some": ("question",)}


def test_a_statement_counts_whatever_its_condition() -> None:
    found = uses(base(rule(when=NO_MENTOR, steps=[statement("Says.", "some", when=NO_MENTOR)])))
    assert found.questions["some"] == ("question",)


def test_a_question_that_uses_a_finding_twice_is_named_once() -> None:
    found = uses(base(rule(steps=[statement("A.", "one"), statement("B.", "one")]), rule(key="again")))
    assert found.questions == {"one": ("question",)}


def test_pitfalls_and_checklist_are_uses_by_their_topic() -> None:
    found = uses(base(pitfalls=[statement("A.", "one")], checks=[statement("B?", "one", "some")]))
    assert found.topics == {"one": ("topic",), "some": ("topic",)}
    assert found.questions == {}


def test_a_silence_uses_no_finding() -> None:
    found = uses(base(rule(bottom_line=OTHER, silent=[statement("Not said.", studies=("alpha",))])))
    assert found.questions == {"authors": ("question",)}


def test_uses_agree_with_the_advice_on_every_question() -> None:
    found = uses(real()).questions
    for key in real().questions:
        behind = {finding.id for finding in advise(real(), key, {}).findings()}
        assert behind == {finding for finding, questions in found.items() if key in questions}


def test_what_is_raised_in_a_situation_is_a_use_by_its_topic() -> None:
    found = uses(real()).topics
    for concern in real().concerns.values():
        for each in concern.statements():
            assert all(concern.topic in found[finding] for finding in each.because)


def test_what_the_readiness_check_says_is_a_use_by_its_component() -> None:
    found = uses(real()).components
    behind = {
        key: {each for one in part.statements() for each in one.because} for key, part in real().components.items()
    }
    assert {key: {each for each, used in found.items() if key in used} for key in behind} == behind
