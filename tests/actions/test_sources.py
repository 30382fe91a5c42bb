"""“Who says so?”"""

from __future__ import annotations

import pytest

from actions.sources import ActionSources
from bot.knowledge import rule_base, texts
from bot.presentation.situation import sources_raised
from bot.reasoning.advise import advise
from bot.reasoning.concerns import assess

from .talk import turn


@pytest.mark.parametrize("question", sorted(rule_base().questions))
def test_exactly_the_studies_behind_the_answer_are_cited_in_full_with_a_link(question: str) -> None:
    said = turn(ActionSources(), "ask_sources", answered=question)
    used = {finding.study for finding in advise(rule_base(), question, {}).findings()}
    assert said.text.startswith("Sources of this answer:")
    for key, study in rule_base().studies.items():
        assert (study.citation in said.text) == (key in used)
        assert (f"https://doi.org/{study.doi}" in said.text) == (key in used)


def test_related_questions_are_offered_as_buttons() -> None:
    said = turn(ActionSources(), "ask_sources", answered="mentor_who")
    related = rule_base().questions["mentor_who"].related
    assert [button.title for button in said.buttons] == [
        texts().say(rule_base().questions[question].asks) for question in related
    ]


RAISING = [
    (fact, value)
    for fact, each in rule_base().facts.items()
    for value in each.values
    if assess(rule_base(), {fact: value}).raised
]


@pytest.mark.parametrize(("fact", "value"), RAISING)
def test_after_a_situation_exactly_the_studies_behind_what_was_raised_are_cited(fact: str, value: str) -> None:
    assessment = assess(rule_base(), {fact: value})
    said = turn(ActionSources(), answered="describe_situation", situation={fact: [value, ""]})
    used = {finding.study for finding in assessment.findings()}
    assert said.text == sources_raised(assessment, rule_base(), texts()).text
    assert all((study.citation in said.text) == (key in used) for key, study in rule_base().studies.items())
