"""“What should I do first?”"""

from __future__ import annotations

import pytest

from actions.first import ActionFirst
from bot.knowledge import rule_base, texts
from bot.presentation.first import first, first_in_situation
from bot.reasoning.advise import advise
from bot.reasoning.concerns import assess, closest_question

from .talk import turn


@pytest.mark.parametrize("question", sorted(rule_base().questions))
def test_the_steps_come_in_order_or_else_the_checklist(question: str) -> None:
    said = turn(ActionFirst(), "ask_first", answered=question)
    advice = advise(rule_base(), question, {})
    assert said.text == first(advice, rule_base(), texts()).text
    assert said.text.startswith("Where to begin" if advice.steps else "The answer has no steps.")
    places = [said.text.index(texts().say(point.statement.says)) for point in advice.steps]
    assert places == sorted(places)


def test_related_questions_are_offered_as_buttons() -> None:
    said = turn(ActionFirst(), "ask_first", answered="mentor_who")
    related = rule_base().questions["mentor_who"].related
    assert [button.payload for button in said.buttons] == [f"/{question}" for question in related]


FACTS = [(fact, value) for fact, each in rule_base().facts.items() for value in each.values]


@pytest.mark.parametrize(("fact", "value"), FACTS)
def test_after_a_situation_it_is_the_first_step_of_each_thing_raised_or_else_of_the_closest_question(
    fact: str, value: str
) -> None:
    said = turn(ActionFirst(), "ask_first", answered="describe_situation", situation={fact: [value, ""]})
    assessment = assess(rule_base(), {fact: value})
    own, closest = first_in_situation(assessment, rule_base(), texts()), closest_question(assessment, rule_base())
    if own is not None:
        places = [
            said.text.index(texts().say(each.steps[0].statement.says)) for each in assessment.raised if each.steps
        ]
        assert said.text == own.text and places == sorted(places)
    elif closest is not None:
        assert said.text == first(advise(rule_base(), closest, {fact: value}), rule_base(), texts()).text
    else:
        assert said.text == texts().get("follow_ups.nothing_yet")
