"""The result of an earlier readiness check."""

from __future__ import annotations

import datetime

import pytest

from actions.load_result import ActionLoadResult
from actions.show_result import ActionShowResult
from bot.readiness.check import Check, Earlier
from bot.readiness.file import as_file
from bot.readiness.memory import as_slot
from bot.readiness.result import result

from .readiness import BASE, FIRST, SECOND, TEXTS, THIRD, WAITING, kept
from .talk import turn


def test_an_earlier_result_is_taken_and_compared_with() -> None:
    document = as_file(result(Check({SECOND: "yes"}), {}, BASE), datetime.date(2026, 1, 31))
    carried = [{"entity": "result", "value": document}]
    loaded = turn(ActionLoadResult(), "load_result", check=WAITING, entities=carried)
    assert "2026-01-31" in loaded.text
    expected = Check({FIRST: "partly", SECOND: "no"}, THIRD, Earlier({SECOND: "yes"}, "2026-01-31"))
    assert loaded.remembered == {"check": as_slot(expected)}
    said = turn(ActionShowResult(), "show_result", check=kept(loaded))
    title = TEXTS.say(BASE.components[SECOND].title)
    assert f"Since the earlier check of 2026-01-31: {title}, from yes to no." in said.text


@pytest.mark.parametrize("carried", [None, "", "{}", 42])
def test_a_document_that_is_no_result_changes_nothing_and_it_is_said_why(carried: object) -> None:
    said = turn(ActionLoadResult(), "load_result", check=WAITING, entities=[{"entity": "result", "value": carried}])
    assert said.text in TEXTS.at("check.file").values()
    assert said.events == []
