"""Going on with the readiness check."""

from __future__ import annotations

from actions.continue_check import ActionContinueCheck

from .readiness import THIRD, WAITING, asks, kept
from .talk import turn


def test_the_check_goes_on_at_the_question_that_waits() -> None:
    said = turn(ActionContinueCheck(), "continue_check", check=WAITING, asked_fact="mentor_named")
    assert (said.text, kept(said)) == (asks(THIRD), WAITING)
    assert said.remembered["asked_fact"] is None
