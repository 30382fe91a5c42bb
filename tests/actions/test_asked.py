"""Which findings a message asks for."""

from __future__ import annotations

from typing import Any

import pytest
from rasa_sdk import Tracker

from actions.asked import findings

KNOWN = "johansen_mentor_with_standing"


def tracker(*entities: dict[str, Any]) -> Tracker:
    message = {
        "text": "…",
        "intent": {"name": "mentor_who"},
        "entities": [{"entity": "finding", **e} for e in entities],
    }
    return Tracker("anybody", {}, message, [], False, None, {}, "action_listen")


def test_findings_are_told_apart_by_their_role() -> None:
    found = tracker({"value": KNOWN, "role": "asked"}, {"value": "lerbaek_mentor_could_not_teach", "role": "near"})
    assert findings(found, "asked") == [KNOWN]
    assert findings(found, "near") == ["lerbaek_mentor_could_not_teach"]


def test_a_message_without_entities_asks_for_none() -> None:
    assert findings(tracker(), "asked") == []


@pytest.mark.parametrize("value", ["no_such_finding", "", None, 7, {"a": 1}, "../secret"])
def test_what_is_no_finding_does_not_count(value: object) -> None:
    assert findings(tracker({"value": value, "role": "asked"}), "asked") == []
