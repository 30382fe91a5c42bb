"""The result of the readiness check so far."""

from __future__ import annotations

import pytest

from actions.show_result import ActionShowResult
from bot.presentation.check_result import shown, shown_level
from bot.readiness.check import Check
from bot.readiness.memory import as_slot
from bot.readiness.result import result

from .readiness import BASE, FIRST, SECOND, TEXTS, WAITING, kept
from .talk import turn


def test_the_result_so_far_is_shown_and_the_check_waits_no_more() -> None:
    said = turn(ActionShowResult(), "show_result", check=WAITING, situation={"mentor_named": ["yes", ""]})
    check = Check({FIRST: "partly", SECOND: "no"})
    expected = shown(result(check, {"mentor_named": "yes"}, BASE), BASE, TEXTS)
    assert (said.text, said.image) == (expected.text, expected.image)
    assert kept(said) == as_slot(check)


@pytest.mark.parametrize("level", ["organisation", "preparation"])
def test_a_button_shows_a_level_in_full(level: str) -> None:
    said = turn(ActionShowResult(), "show_result", check=WAITING, entities=[{"entity": "level", "value": level}])
    expected = shown_level(result(Check({FIRST: "partly", SECOND: "no"}), {}, BASE), level, BASE, TEXTS)
    assert (said.text, said.image, said.events) == (expected.text, "", [])


@pytest.mark.parametrize("forged", ["cellar", 42, ["team"]])
def test_a_forged_level_shows_the_whole(forged: object) -> None:
    forged_level = [{"entity": "level", "value": forged}]
    said = turn(ActionShowResult(), "show_result", check=WAITING, entities=forged_level)
    assert said.text == turn(ActionShowResult(), "show_result", check=WAITING).text
