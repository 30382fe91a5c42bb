"""Which answer to the readiness check a message gives."""

from __future__ import annotations

from typing import Any

import pytest

from actions.answer import ActionAnswer
from actions.describe import ActionDescribe
from actions.unsure import ActionUnsure
from actions.yes_no import ActionYesNo

from .readiness import BASE, MENTOR, TEXTS, THIRD, WAITING, kept
from .talk import turn


@pytest.mark.parametrize(("intent", "answer"), [("affirm", "yes"), ("deny", "no")])
def test_yes_and_no_answer_the_question_that_waits(intent: str, answer: str) -> None:
    said = turn(ActionYesNo(), intent, check=WAITING, text="well")
    assert kept(said)["answers"][THIRD] == answer


def test_how_the_message_begins_goes_before_its_intent() -> None:
    said = turn(ActionYesNo(), "affirm", check=WAITING, text="yes, but only the day shift")
    assert kept(said)["answers"][THIRD] == "partly"


@pytest.mark.parametrize("action", [ActionAnswer, ActionDescribe, ActionUnsure])
def test_an_answer_that_is_taken_for_something_else_counts_and_the_facts_it_tells_are_kept(action: type[Any]) -> None:
    text = "no, nobody has told the night shift"
    said = turn(action(), "mentor_who", check=WAITING, text=text, facts=[("staff_informed=some", text)])
    assert kept(said)["answers"][THIRD] == "no"
    assert said.remembered["situation"] == {"staff_informed": ["some", text]}


def test_an_answer_to_a_question_for_a_fact_tells_the_fact() -> None:
    said = turn(ActionYesNo(), "affirm", check=MENTOR, text="yes, Anna")
    assert said.remembered["situation"] == {"mentor_named": ["yes", "yes, Anna"]}


def test_telling_the_fact_that_is_asked_for_answers_the_question() -> None:
    text = "Anna will mentor her"
    said = turn(ActionDescribe(), check=MENTOR, text=text, facts=[("mentor_named=yes", text)])
    assert kept(said)["answers"] == {"mentor_chosen": "yes"}
    assert said.remembered["situation"] == {"mentor_named": ["yes", text]}


def test_what_worries_is_acknowledged_before_the_next_question() -> None:
    text = "no, she is ill"
    said = turn(ActionYesNo(), "deny", check=WAITING, text=text, facts=[("psw_ill=yes", text)])
    assert said.text.startswith(TEXTS.say(BASE.facts["psw_ill"].acknowledge["yes"]) + "\n")


def test_yes_means_the_question_on_the_situation_if_that_came_last() -> None:
    said = turn(ActionYesNo(), "affirm", check=WAITING, asked_fact="mentor_named", text="yes")
    assert said.remembered["situation"] == {"mentor_named": ["yes", "yes"]}
    assert "check" not in said.remembered
