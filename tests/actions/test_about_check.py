"""Follow-ups where the readiness check was what was said last."""

from __future__ import annotations

import pytest

from actions.check import ON_CHECK
from actions.continue_check import ActionContinueCheck
from actions.follow_up import FollowUp
from actions.pitfalls import ActionPitfalls
from actions.show_result import ActionShowResult
from bot.presentation.check import with_reminder
from bot.presentation.check_result import explained, to_do_first
from bot.readiness.check import Check
from bot.readiness.memory import as_slot
from bot.readiness.result import result

from .readiness import BASE, FIRST, SECOND, TEXTS, THIRD, WAITING
from .talk import turn
from .test_follow_up import FOLLOW_UPS

CHECK = Check({FIRST: "no", SECOND: "yes"})
every_follow_up = pytest.mark.parametrize("action", FOLLOW_UPS, ids=lambda action: action.name())


def test_a_turn_of_the_check_is_what_follow_ups_are_about() -> None:
    assert turn(ActionContinueCheck(), check=WAITING).remembered["answered"] == ON_CHECK
    assert turn(ActionShowResult(), check=WAITING).remembered["answered"] == ON_CHECK


@every_follow_up
def test_while_a_question_waits_it_says_what_that_one_is_about(action: FollowUp) -> None:
    said = turn(action, answered=ON_CHECK, check=WAITING, text="what do you mean by that?")
    component = BASE.components[THIRD]
    expected = with_reminder(explained(component, BASE, TEXTS), component, False, BASE, TEXTS)
    assert (said.text, said.events) == (expected.text, [])


@every_follow_up
def test_after_the_result_it_says_what_to_do_first(action: FollowUp) -> None:
    said = turn(action, answered=ON_CHECK, check=as_slot(CHECK))
    assert said.text == to_do_first(result(CHECK, {}, BASE), BASE, TEXTS).text


@every_follow_up
def test_a_follow_up_that_names_a_topic_is_about_that(action: FollowUp) -> None:
    said = turn(action, answered=ON_CHECK, check=WAITING, text="what about mentors?")
    assert said.remembered["answered"] == "mentor_who"


def test_pitfalls_in_general_are_told_in_the_check_too() -> None:
    said = turn(ActionPitfalls(), answered=ON_CHECK, check=WAITING, text="in general")
    assert said.text.startswith(TEXTS.get("follow_ups.typical_pitfalls"))
