"""The pitfalls others met."""

from __future__ import annotations

import pytest

from actions.pitfalls import ActionPitfalls
from bot.knowledge import rule_base, texts
from bot.presentation.follow_ups import MOST, typical_pitfalls

from .talk import turn


@pytest.mark.parametrize("question", sorted(rule_base().questions))
def test_every_line_is_a_pitfall_of_the_topic_with_its_study(question: str) -> None:
    heading, *lines = turn(ActionPitfalls(), "ask_pitfalls", answered=question).text.split("\n")
    topic = rule_base().topics[rule_base().questions[question].topic]
    known = [texts().say(statement.says) for statement in topic.pitfalls.values()]
    studies = [f"{study.name} {study.year}" for study in rule_base().studies.values()]
    assert heading.startswith("Pitfalls") and texts().say(topic.title) in heading
    assert len(lines) == min(MOST, len(known))
    for line in lines:
        assert any(line.startswith(f"• {words} (") for words in known)
        assert any(study in line for study in studies)


def test_related_questions_are_offered_as_buttons() -> None:
    said = turn(ActionPitfalls(), "ask_pitfalls", answered="mentor_who")
    related = rule_base().questions["mentor_who"].related
    assert [button.payload for button in said.buttons] == [f"/{question}" for question in related]


@pytest.mark.parametrize("text", ["and across all topics?", "what goes wrong in general", "fallgropar i allmänhet"])
def test_who_asks_in_general_gets_pitfalls_of_several_topics(text: str) -> None:
    said = turn(ActionPitfalls(), "ask_pitfalls", answered="mentor_who", text=text)
    assert said.text == typical_pitfalls(rule_base(), texts()).text
    assert said.remembered == {}
