"""“Why do you say that?”"""

from __future__ import annotations

import pytest

from actions.why import ActionWhy
from bot.knowledge import rule_base, texts
from bot.presentation.follow_ups import MOST, why
from bot.presentation.situation import why_raised
from bot.reasoning.advise import advise
from bot.reasoning.concerns import assess

from .talk import turn


@pytest.mark.parametrize("question", sorted(rule_base().questions))
def test_the_findings_behind_the_bottom_line_are_given_in_the_words_of_the_rule_base(question: str) -> None:
    said = turn(ActionWhy(), "ask_why", answered=question)
    advice = advise(rule_base(), question, {})
    findings = list(dict.fromkeys(finding for point in advice.bottom_lines for finding in point.findings))
    assert said.text == why(advice, rule_base(), texts()).text
    assert said.text.startswith("Why I say this:")
    assert all(texts().say(finding.says) in said.text for finding in findings[:MOST])


def test_related_questions_are_offered_as_buttons() -> None:
    said = turn(ActionWhy(), "ask_why", answered="mentor_who")
    related = rule_base().questions["mentor_who"].related
    assert [button.payload for button in said.buttons] == [f"/{question}" for question in related]


def test_after_a_situation_it_says_what_was_told_that_calls_for_each_thing() -> None:
    said = turn(ActionWhy(), "ask_why", answered="describe_situation", situation={"mentor_named": ["no", "none yet"]})
    situation = {"mentor_named": "no"}
    assert said.text == why_raised(assess(rule_base(), situation), situation, rule_base(), texts()).text
    assert "1. Since, as you told me, no mentor has been named yet:" in said.text
