"""What actions know of a situation: what was remembered, and what the latest message tells."""

from __future__ import annotations

from typing import Any

import pytest
from rasa_sdk import Tracker

from actions.situation import known, remember, remembered
from bot.situation.memory import Known

SLOT = {"mentor_named": ["no", "no mentor yet"]}
TEXT = "She started in May and has a mentor"


def tracker(text: str = "", *told: dict[str, Any], slot: object = None) -> Tracker:
    message = {"text": text, "entities": list(told)}
    return Tracker("anybody", {"situation": slot}, message, [], False, None, {}, "action_listen")


def fact(value: object, start: int, end: int) -> dict[str, Any]:
    return {"entity": "fact", "value": value, "start": start, "end": end}


def test_what_was_remembered_comes_from_the_slot_without_the_latest_message() -> None:
    found = remembered(tracker(TEXT, fact("psw_started=yes", 0, 18), slot=SLOT))
    assert found == {"mentor_named": Known("no", "no mentor yet")}


def test_what_the_latest_message_tells_is_known_with_the_words_that_tell_it() -> None:
    found = known(tracker(TEXT, fact("psw_started=yes", 0, 18), fact("mentor_named=yes", 23, 35), slot=SLOT))
    assert found == {
        "psw_started": Known("yes", "She started in May"),
        "mentor_named": Known("yes", "has a mentor"),
    }


def test_what_a_button_tells_has_no_words() -> None:
    text = '/tell_fact{"fact": "psw_started=no"}'
    assert known(tracker(text, fact("psw_started=no", 0, len(text)))) == {"psw_started": Known("no")}


@pytest.mark.parametrize(
    "value", ["weather=fine", "mentor_named=maybe", "mentor_named", "", None, 7, ["mentor_named=yes"]]
)
def test_what_is_no_value_of_a_fact_does_not_count(value: object) -> None:
    assert known(tracker(TEXT, fact(value, 0, 18), slot=SLOT)) == remembered(tracker(slot=SLOT))


def test_other_entities_do_not_count() -> None:
    assert known(tracker(TEXT, {"entity": "question", "value": "mentor_named=yes"})) == {}


@pytest.mark.parametrize(
    "slot", [None, "mentor_named=no", 42, [SLOT], {"weather": ["fine", "x"]}, {"mentor_named": "no"}]
)
def test_a_slot_that_holds_no_memory_is_as_an_empty_one(slot: object) -> None:
    assert remembered(tracker(slot=slot)) == {}


def test_a_tracker_without_a_message_tells_nothing() -> None:
    assert known(Tracker("anybody", {"situation": SLOT}, None, [], False, None, {}, None)) == remembered(
        tracker(slot=SLOT)
    )


def test_what_is_to_be_remembered_is_what_the_slot_gives_back() -> None:
    [event] = remember(known(tracker(TEXT, fact("psw_started=yes", 0, 18), slot=SLOT)))
    assert event["name"] == "situation"
    assert remembered(tracker(slot=event["value"])) == {
        "mentor_named": Known("no", "no mentor yet"),
        "psw_started": Known("yes", "She started in May"),
    }
