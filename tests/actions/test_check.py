"""The readiness check while something else is asked."""

from __future__ import annotations

from typing import Any

import pytest

from actions.answer import ActionAnswer
from actions.describe import ActionDescribe
from actions.my_situation import ActionMySituation
from actions.unsure import ActionUnsure
from actions.why import ActionWhy
from bot.presentation.check import asked
from bot.readiness.check import Check
from bot.readiness.memory import as_slot

from .readiness import BACK, BASE, FIRST, TEXTS, THIRD, WAITING
from .talk import turn


def test_any_question_is_answered_with_the_pending_one_below_and_the_check_unchanged() -> None:
    plain = turn(ActionAnswer(), "mentor_who", text="who should be mentor?")
    said = turn(ActionAnswer(), "mentor_who", check=WAITING, text="who should be mentor?")
    assert said.text == f"{plain.text}\n{asked(BASE.components[THIRD], BASE, TEXTS)}"
    assert said.buttons == (*plain.buttons, BACK)
    assert "check" not in said.remembered


def test_a_message_that_begins_like_an_answer_but_asks_something_is_answered() -> None:
    said = turn(ActionAnswer(), "mentor_who", check=WAITING, text="no, who should be the mentor?")
    assert said.text == turn(ActionAnswer(), "mentor_who", check=WAITING, text="who?").text


@pytest.mark.parametrize("action", [ActionWhy, ActionMySituation, ActionUnsure])
def test_follow_ups_do_not_end_the_check_either(action: type[Any]) -> None:
    said = turn(action(), "ask_why", check=WAITING, answered="mentor_who", text="why?")
    assert said.text.endswith("\n" + asked(BASE.components[THIRD], BASE, TEXTS))
    assert said.buttons[-1] == BACK


def test_where_the_reply_asks_something_itself_the_pending_question_is_only_pointed_to() -> None:
    said = turn(ActionDescribe(), check=WAITING, text="so it is", facts=[("psw_started=yes", "so it is")])
    assert said.remembered["asked_fact"]
    assert said.text.endswith("\nYour readiness check waits at question 3 of 33.")
    assert said.buttons[-1] == BACK


def test_nothing_is_added_after_the_check_was_stopped() -> None:
    stopped = as_slot(Check({FIRST: "no"}))
    assert turn(ActionAnswer(), "mentor_who", check=stopped) == turn(ActionAnswer(), "mentor_who")
