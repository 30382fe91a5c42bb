"""What the readiness check says next."""

from __future__ import annotations

from actions.check_answer import ActionCheckAnswer
from bot.presentation.check_result import shown
from bot.readiness.check import Check
from bot.readiness.memory import as_slot
from bot.readiness.result import result

from .readiness import BASE, ORDER, TEXTS
from .talk import turn


def test_the_last_answer_brings_the_result() -> None:
    last = ORDER[-1]
    check = Check(dict.fromkeys(ORDER[:-1], "partly"), last)
    said = turn(ActionCheckAnswer(), "partly", check=as_slot(check), text="partly")
    expected = shown(result(Check(dict.fromkeys(ORDER, "partly")), {}, BASE), BASE, TEXTS)
    assert (said.text, said.buttons, said.image) == (expected.text, expected.buttons, expected.image)
