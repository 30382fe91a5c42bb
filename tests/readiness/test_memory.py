"""A readiness check in a slot."""

from __future__ import annotations

import json

import pytest

from bot.readiness.check import Check, Earlier
from bot.readiness.memory import as_slot, from_slot

from .small import BASE

FULL = Check({"needs": "yes", "money": "skipped"}, "training", Earlier({"money": "no"}, "2026-01-31"))


@pytest.mark.parametrize("check", [Check(), FULL, Check(earlier=Earlier({"money": "no"}))])
def test_it_comes_back_from_a_slot_as_it_was_also_by_way_of_json(check: Check) -> None:
    assert from_slot(json.loads(json.dumps(as_slot(check))), BASE) == check


@pytest.mark.parametrize(
    "slot", [None, "", 42, [], {}, {"answers": None}, {"answers": [], "pending": [], "earlier": "x"}]
)
def test_what_is_no_check_is_one_that_has_not_begun(slot: object) -> None:
    assert from_slot(slot, BASE) == Check()


def test_what_the_rule_base_does_not_know_is_left_out() -> None:
    slot = {
        "answers": {"weather": "yes", "money": "maybe", "mentor": ["yes"], "needs": "no"},
        "pending": "weather",
        "earlier": {"answers": {"weather": "yes", "money": "no"}, "date": "<b>today</b>"},
    }
    assert from_slot(slot, BASE) == Check({"needs": "no"}, None, Earlier({"money": "no"}))
