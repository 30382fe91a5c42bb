"""The questions of the readiness check, and how it waits."""

from __future__ import annotations

import pytest

from bot.presentation.check import asked, begun, loaded, not_loaded, nothing_running, question, with_reminder
from bot.presentation.reply import Button, Reply
from bot.readiness.check import ANSWERS, Check, Earlier
from bot.readiness.file import ResultFileError

from .small import english, real

COMPONENTS = real().components
SUPERVISION = COMPONENTS["supervision"]


@pytest.mark.parametrize("key", COMPONENTS)
def test_a_question_says_its_level_and_how_far_the_check_has_come(key: str) -> None:
    number = [*COMPONENTS].index(key) + 1
    text = question(COMPONENTS[key], Check(), real(), english()).text
    assert f", question {number} of 33: {COMPONENTS[key].asks['en']}" in text


def test_each_answer_has_a_button_and_five_are_as_many_as_every_channel_shows() -> None:
    buttons = question(SUPERVISION, Check(), real(), english()).buttons
    assert [button.payload for button in buttons] == [
        f'/answer_check{{"answer": "supervision={answer}"}}' for answer in ANSWERS
    ]
    assert len(buttons) <= 5


def test_an_answer_that_was_given_before_is_said() -> None:
    text = question(SUPERVISION, Check({"supervision": "unknown"}), real(), english()).text
    assert text.endswith("\nYour answer so far: don't know.")


def test_before_the_first_question_nothing_is_counted_that_is_not_known() -> None:
    assert begun(Check(), {}, real(), english()) == english().get("check.begun")
    assert "\n2 of these 33 " in begun(Check(), {"mentor_named": "no", "plan_exists": "yes"}, real(), english())


def test_a_reminder_repeats_the_question_below_the_reply_with_a_way_back() -> None:
    reply = Reply("Answer.", (Button("Why?", "/ask_why"),))
    found = with_reminder(reply, SUPERVISION, False, real(), english())
    assert found.text == f"Answer.\n{asked(SUPERVISION, real(), english())}"
    assert [button.payload for button in found.buttons] == ["/ask_why", "/continue_check"]


def test_a_reminder_below_a_question_asks_nothing() -> None:
    text = with_reminder(Reply("Who pays?"), SUPERVISION, True, real(), english()).text
    assert text.startswith("Who pays?\n")
    assert text.count("?") == 1


def test_where_nothing_runs_the_check_can_be_started() -> None:
    assert [button.payload for button in nothing_running(english()).buttons] == ["/start_check"]


def test_an_earlier_result_is_named_by_its_date() -> None:
    reply = loaded(Earlier({}, "2026-01-31"), english())
    assert "2026-01-31" in reply.text
    assert [button.payload for button in reply.buttons] == ["/start_check"]


def test_a_file_that_cannot_be_used_is_answered_with_what_to_do() -> None:
    assert not_loaded(ResultFileError("not_json"), english()).text == english().get("check.file.not_json")
