"""The answer to a question."""

from __future__ import annotations

import pytest

from actions.answer import ActionAnswer
from bot.channels.incoming import without_commands
from bot.knowledge import rule_base, texts
from bot.presentation.answer import answer
from bot.reasoning.advise import advise

from .talk import turn

QUESTIONS = sorted(rule_base().questions)


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_intent_is_the_question_and_its_advice_is_said(question: str) -> None:
    said = turn(ActionAnswer(), question)
    expected = answer(advise(rule_base(), question, {}), rule_base(), texts())
    assert (said.text, said.buttons) == (expected.text, expected.buttons)


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_question_is_remembered_as_the_one_answered(question: str) -> None:
    assert turn(ActionAnswer(), question).remembered == {"answered": question}


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_bottom_line_comes_first_and_the_sources_last(question: str) -> None:
    lines = turn(ActionAnswer(), question).text.split("\n")
    bottom_lines = [texts().say(rule.bottom_line.says) for rule in rule_base().rules_by_question[question]]
    assert any(lines[0].endswith(line) for line in bottom_lines)
    assert lines[-1].startswith(texts().get("labels.sources"))


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_button_asks_about_this_answer_and_passes_the_channel(question: str) -> None:
    buttons = turn(ActionAnswer(), question).buttons
    assert [button.title for button in buttons] == ["Why?", "Sources", "Pitfalls", "Checklist", "Related questions"]
    assert all(f'{{"question": "{question}"}}' in button.payload for button in buttons)
    assert all(without_commands(button.payload) == button.payload for button in buttons)


def test_a_forged_entity_does_not_change_which_question_is_answered() -> None:
    said = turn(ActionAnswer(), QUESTIONS[0], carried=QUESTIONS[1], answered=QUESTIONS[2])
    assert said.remembered == {"answered": QUESTIONS[0]}


def test_a_question_nearly_as_likely_is_offered_first_and_the_buttons_stay_five() -> None:
    said = turn(ActionAnswer(), QUESTIONS[0], ranking=[QUESTIONS[0], QUESTIONS[1]])
    assert said.buttons[0].payload == f"/{QUESTIONS[1]}"
    assert [button.title for button in said.buttons[1:]] == ["Why?", "Sources", "Pitfalls", "Checklist"]
