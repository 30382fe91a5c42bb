"""Starting the readiness check."""

from __future__ import annotations

import pytest

from actions.start_check import ActionStartCheck
from bot.presentation.check import begun
from bot.readiness.check import Check
from bot.readiness.memory import as_slot

from .readiness import BASE, FIRST, SECOND, TEXTS, THIRD, WAITING, asks, kept
from .talk import turn


def test_the_first_question_comes_after_how_the_check_goes() -> None:
    said = turn(ActionStartCheck(), "start_check")
    assert said.text == f"{begun(Check(), {}, BASE, TEXTS)}\n{asks(FIRST)}"
    assert [button.title for button in said.buttons] == ["Yes", "Partly", "No", "Don't know", "Skip"]
    assert kept(said) == as_slot(Check(pending=FIRST))


def test_what_is_known_is_not_asked_and_said_to_be_left_out() -> None:
    said = turn(ActionStartCheck(), "start_check", situation={"needs_assessed": ["yes", "x"]})
    assert "1 of these 33 questions" in said.text
    assert said.text.endswith(asks(SECOND))


def test_a_check_that_was_begun_goes_on_without_a_word_on_how_it_goes() -> None:
    said = turn(ActionStartCheck(), "start_check", check=WAITING)
    assert (said.text, kept(said)) == (asks(THIRD), WAITING)


def test_yes_refers_to_the_check_from_now_on() -> None:
    assert turn(ActionStartCheck(), asked_fact="mentor_named").remembered["asked_fact"] is None


@pytest.mark.parametrize("forged", [42, "x", {"pending": "weather"}, {"answers": {"weather": "yes"}}])
def test_a_slot_that_holds_no_check_is_one_that_has_not_begun(forged: object) -> None:
    assert turn(ActionStartCheck(), check=forged).text == turn(ActionStartCheck()).text
