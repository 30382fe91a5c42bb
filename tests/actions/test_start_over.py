"""Starting over."""

from __future__ import annotations

from rasa_sdk.events import AllSlotsReset

from actions.start_over import ActionStartOver
from bot.knowledge import texts

from .talk import turn


def test_every_slot_is_emptied() -> None:
    said = turn(ActionStartOver(), "start_over", answered="mentor_who", told=["mentor_who"])
    assert said.events == [AllSlotsReset()]


def test_it_says_so_and_asks_what_comes_next_without_buttons() -> None:
    said = turn(ActionStartOver(), "start_over", answered="mentor_who")
    assert said.text == texts().get("start_over")
    assert said.text.endswith("?")
    assert said.buttons == ()
