"""Taking an answer to the readiness check."""

from __future__ import annotations

import pytest

from actions.check_answer import ActionCheckAnswer
from actions.describe import ActionDescribe
from bot.readiness.check import ANSWERS

from .readiness import FIRST, SECOND, TEXTS, THIRD, WAITING, asks, kept
from .talk import turn


@pytest.mark.parametrize("answer", ANSWERS)
def test_a_button_answers_the_question_it_stands_below_even_if_another_waits(answer: str) -> None:
    pressed = [{"entity": "answer", "value": f"{SECOND}={answer}"}]
    said = turn(ActionCheckAnswer(), "answer_check", check=WAITING, text="/answer_check{…}", entities=pressed)
    assert kept(said)["answers"] == {FIRST: "partly", SECOND: answer}
    assert said.text == asks(THIRD)


@pytest.mark.parametrize("forged", [None, 42, "", "training", "training=maybe", "weather=yes", ["training=yes"]])
def test_a_forged_answer_is_none(forged: object) -> None:
    said = turn(ActionCheckAnswer(), "answer_check", text="/x", entities=[{"entity": "answer", "value": forged}])
    assert (said.text, said.events) == (TEXTS.get("check.nothing_running"), [])
    assert [button.payload for button in said.buttons] == ["/start_check"]


@pytest.mark.parametrize(("intent", "answer"), [("partly", "partly"), ("dont_know", "unknown"), ("skip", "skipped")])
def test_an_intent_answers_the_question_that_waits(intent: str, answer: str) -> None:
    said = turn(ActionCheckAnswer(), intent, check=WAITING, text="hm")
    assert kept(said)["answers"][THIRD] == answer


def test_a_question_on_the_situation_can_be_left_open() -> None:
    said = turn(ActionCheckAnswer(), "dont_know", check=WAITING, asked_fact="mentor_named", text="no idea")
    assert said.text.split("\n")[0] == TEXTS.get("check.left_open")
    assert said.remembered == {"asked_fact": None}


@pytest.mark.parametrize("intent", ["partly", "dont_know", "skip"])
def test_where_nothing_was_asked_that_is_said(intent: str) -> None:
    said = turn(ActionCheckAnswer(), intent)
    assert (said.text, said.events) == (TEXTS.get("check.nothing_running"), [])


@pytest.mark.parametrize("intent", ["partly", "dont_know", "skip"])
def test_where_nothing_was_asked_a_message_that_tells_facts_describes_the_situation(intent: str) -> None:
    told = {"text": "half of them grumble", "facts": [("staff_attitude=divided", "half of them grumble")]}
    assert turn(ActionCheckAnswer(), intent, **told) == turn(ActionDescribe(), **told)
