"""Training examples are cheap to copy and to tell from each other."""

from __future__ import annotations

import copy

import numpy as np
import pytest
from rasa.shared.nlu.constants import FEATURE_TYPE_SENTENCE, INTENT, METADATA, TEXT
from rasa.shared.nlu.training_data.features import Features
from rasa.shared.nlu.training_data.message import Message

from bot.nlu.example import Example

WRITTEN = {TEXT: "who mentors her?", INTENT: "mentor_who", METADATA: {"finding": "choice"}}


def example(**other: object) -> Example:
    return Example({**WRITTEN, **other})


def test_what_was_written_alike_has_one_fingerprint_and_is_equal() -> None:
    assert example() == Example.of(Message(WRITTEN))
    assert hash(example()) == hash(Example.of(Message(WRITTEN)))


@pytest.mark.parametrize(
    "other",
    [{TEXT: "who supervises her?"}, {INTENT: "mentor_usual"}, {METADATA: {"finding": "care"}}, {"tokens": ["who"]}],
)
def test_another_text_intent_or_mark_or_something_added_makes_another_fingerprint(other: dict[str, object]) -> None:
    assert example(**other) != example()


def test_features_make_another_fingerprint_by_where_they_come_from() -> None:
    featurised = example()
    featurised.add_features(Features(np.ones((1, 2)), FEATURE_TYPE_SENTENCE, TEXT, "encoder"))
    assert featurised != example()


def test_what_is_added_to_a_copy_is_not_added_to_the_original() -> None:
    original = example()
    copied = copy.deepcopy(original)
    assert copied == original
    copied.set(INTENT, "mentor_usual")
    copied.add_features(Features(np.ones((1, 2)), FEATURE_TYPE_SENTENCE, TEXT, "encoder"))
    assert original == example()
