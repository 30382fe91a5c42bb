"""What the situation that was answered last calls for."""

from __future__ import annotations

import pytest
from rasa_sdk import Tracker

from actions.described import described
from bot.knowledge import rule_base
from bot.reasoning.concerns import assess

SITUATION = {"mentor_named": ["no", "no mentor yet"]}


def tracker(answered: object) -> Tracker:
    return Tracker("anybody", {"answered": answered, "situation": SITUATION}, {}, [], False, None, {}, None)


def test_it_is_what_all_that_is_known_calls_for() -> None:
    assert described(tracker("describe_situation")) == assess(rule_base(), {"mentor_named": "no"})


@pytest.mark.parametrize("answered", [None, "mentor_who", 42])
def test_after_anything_but_a_situation_there_is_none(answered: object) -> None:
    assert described(tracker(answered)) is None
