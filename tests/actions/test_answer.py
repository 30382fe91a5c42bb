"""The answer to a question."""

from __future__ import annotations

import pytest

from actions.answer import ActionAnswer
from actions.describe import ActionDescribe
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
    assert turn(ActionAnswer(), question).remembered["answered"] == question


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
    assert said.remembered["answered"] == QUESTIONS[0]


def test_what_is_told_beside_a_question_is_remembered_and_shapes_its_answer() -> None:
    text = "she has started. who should mentor her?"
    said = turn(ActionAnswer(), "mentor_who", text=text, facts=[("psw_started=yes", "she has started.")])
    assert said.remembered == {
        "answered": "mentor_who",
        "earlier": ["mentor_who"],
        "situation": {"psw_started": ["yes", "she has started."]},
    }
    expected = answer(advise(rule_base(), "mentor_who", {"psw_started": "yes"}), rule_base(), texts())
    assert said.text == expected.text != turn(ActionAnswer(), "mentor_who").text


def test_what_was_told_before_shapes_the_answer_and_stays_known() -> None:
    known = {"psw_started": ["yes", "she started"]}
    said = turn(ActionAnswer(), "mentor_who", situation=known)
    expected = answer(advise(rule_base(), "mentor_who", {"psw_started": "yes"}), rule_base(), texts())
    assert said.text == expected.text != turn(ActionAnswer(), "mentor_who").text
    assert said.remembered["situation"] == known


# After a situation

KNOWN = {"staff_attitude": ["divided", "half of them grumble"]}
MORE = "And there is no mentor."
TOLD = [("mentor_named=no", MORE)]


@pytest.mark.parametrize("text", [MORE, f"{MORE} What should we do?"])
def test_who_tells_more_of_the_situation_answered_last_gets_the_situation_answered(text: str) -> None:
    said = turn(ActionAnswer(), "mentor_who", answered="describe_situation", situation=KNOWN, text=text, facts=TOLD)
    assert said == turn(ActionDescribe(), situation=KNOWN, text=text, facts=TOLD)
    assert said.remembered["answered"] == "describe_situation"
    assert said.remembered["situation"] == {**KNOWN, "mentor_named": ["no", MORE]}


@pytest.mark.parametrize(
    ("answered", "text", "facts"),
    [
        ("describe_situation", f"{MORE} Who should it be?", TOLD),
        ("describe_situation", MORE, []),
        ("mentor_usual", MORE, TOLD),
        (None, MORE, TOLD),
    ],
    ids=["a particular question", "no fact", "after a question", "at the beginning"],
)
def test_any_other_message_gets_its_question_answered(
    answered: str | None, text: str, facts: list[tuple[str, str]]
) -> None:
    said = turn(ActionAnswer(), "mentor_who", answered=answered, situation=KNOWN, text=text, facts=facts)
    situation = {"staff_attitude": "divided", **dict(telling.split("=") for telling, _ in facts)}
    assert said.text == answer(advise(rule_base(), "mentor_who", situation), rule_base(), texts()).text
    assert said.remembered["answered"] == "mentor_who"


# What comes before and beside the answer


def test_what_worries_is_acknowledged_before_the_answer() -> None:
    text = "She is on sick leave. Who should be mentor?"
    said = turn(ActionAnswer(), "mentor_who", text=text, facts=[("psw_ill=yes", "She is on sick leave.")])
    [words] = rule_base().facts["psw_ill"].acknowledge.values()
    expected = answer(advise(rule_base(), "mentor_who", {"psw_ill": "yes"}), rule_base(), texts())
    assert (said.text, said.buttons) == (f"{texts().say(words)}\n{expected.text}", expected.buttons)


def test_an_answer_to_danish_says_that_it_is_in_english_and_that_this_was_said() -> None:
    said = turn(ActionAnswer(), "mentor_who", text="Hvem skal være mentor?")
    plain = turn(ActionAnswer(), "mentor_who")
    assert said.text == f"{texts().get('languages.da')}\n{plain.text}"
    assert said.remembered == {**plain.remembered, "language_told": True}


def test_a_question_nearly_as_likely_is_offered_first_and_the_buttons_stay_five() -> None:
    said = turn(ActionAnswer(), QUESTIONS[0], ranking=[QUESTIONS[0], QUESTIONS[1]])
    assert said.buttons[0].payload == f"/{QUESTIONS[1]}"
    assert [button.title for button in said.buttons[1:]] == ["Why?", "Sources", "Pitfalls", "Checklist"]
