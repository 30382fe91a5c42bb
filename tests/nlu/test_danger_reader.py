"""Danger that messages like this one reveal comes before what the message asks."""

from __future__ import annotations

import pytest
from rasa.shared.nlu.constants import INTENT, METADATA, TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.nlu.danger_reader import SURE, DangerReader
from bot.nlu.danger_revealed import NO_EMERGENCY, REVEALED

ASKED = {"name": "mentor_who", "confidence": 0.9}


def read(revealed: dict[str, float] | None, metadata: dict[str, object] | None = None) -> dict[str, object]:
    message = Message({TEXT: "…", INTENT: ASKED, REVEALED: revealed, METADATA: metadata})
    DangerReader().process([message])
    return dict(message.get(INTENT))


@pytest.mark.parametrize(
    ("revealed", "intent"),
    [
        ({"acute": SURE, "abuse": 0.0}, "danger_acute"),
        ({"acute": 0.01, "abuse": SURE}, "danger_abuse"),
        ({"acute": SURE * 0.6, "abuse": SURE * 0.5}, "danger_acute"),
    ],
)
def test_where_danger_is_likely_enough_the_likeliest_is_the_intent(revealed: dict[str, float], intent: str) -> None:
    assert read(revealed) == {"name": intent, "confidence": 1.0}


@pytest.mark.parametrize("revealed", [None, {}, {"acute": SURE / 2, "abuse": SURE / 3}])
def test_elsewhere_the_intent_stays(revealed: dict[str, float] | None) -> None:
    assert read(revealed) == ASKED


def test_it_stays_where_the_sender_said_that_it_is_no_emergency() -> None:
    assert read({"acute": 1.0}, {NO_EMERGENCY: True}) == ASKED
    assert read({"acute": 1.0}, {NO_EMERGENCY: False})["name"] == "danger_acute"
