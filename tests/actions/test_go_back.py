"""Going back in the readiness check."""

from __future__ import annotations

from actions.go_back import ActionGoBack
from bot.readiness.check import Check
from bot.readiness.memory import as_slot

from .readiness import FIRST, SECOND, TEXTS, WAITING, asks, kept
from .talk import turn


def test_going_back_asks_the_question_before_and_says_its_answer() -> None:
    said = turn(ActionGoBack(), "go_back", check=WAITING)
    assert said.text == f"{asks(SECOND)}\nYour answer so far: no."
    assert kept(said)["pending"] == SECOND


def test_at_the_first_question_going_back_says_that_it_is_the_first() -> None:
    said = turn(ActionGoBack(), "go_back", check=as_slot(Check(pending=FIRST)))
    assert said.text == f"{TEXTS.get('check.nothing_before')}\n{asks(FIRST)}"


def test_without_a_check_there_is_nowhere_to_go_back_to() -> None:
    said = turn(ActionGoBack(), "go_back")
    assert (said.text, said.events) == (TEXTS.get("check.nothing_running"), [])
