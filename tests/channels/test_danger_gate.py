"""Danger comes before anything else, and a false alarm loses nothing."""

from __future__ import annotations

import pytest

from bot.channels.danger_gate import NOT_AN_EMERGENCY, DangerGate
from bot.knowledge import texts

pytestmark = pytest.mark.asyncio
ACUTE = "She says she will kill herself tonight. Who should mentor her?"


@pytest.fixture
def gate() -> DangerGate:
    return DangerGate(texts(), forget_after=24)


async def test_an_ordinary_question_passes_as_it_is(gate: DangerGate) -> None:
    passed = gate.look("a", "who should mentor our new peer worker?")
    assert passed.reply is None and passed.text == "who should mentor our new peer worker?"


async def test_acute_danger_gets_the_emergency_number_and_no_advice(gate: DangerGate) -> None:
    reply = gate.look("a", ACUTE).reply
    assert reply is not None
    assert "112" in reply.text and "Nobody has been alerted" in reply.text and "mentor" not in reply.text
    assert [button.payload for button in reply.buttons] == [NOT_AN_EMERGENCY]


async def test_abuse_gets_the_duty_manager_and_the_reporting_route(gate: DangerGate) -> None:
    reply = gate.look("a", "The night staff hit the residents, we have seen the bruises.").reply
    assert reply is not None and "duty manager" in reply.text and "reporting route" in reply.text


async def test_after_a_false_alarm_the_question_goes_on(gate: DangerGate) -> None:
    gate.look("a", ACUTE)
    assert gate.look("a", NOT_AN_EMERGENCY).text == ACUTE


async def test_the_held_question_goes_on_once_and_only_for_its_sender(gate: DangerGate) -> None:
    gate.look("a", ACUTE)
    assert gate.look("b", NOT_AN_EMERGENCY).reply is not None
    gate.look("a", NOT_AN_EMERGENCY)
    assert gate.look("a", NOT_AN_EMERGENCY).reply is not None
