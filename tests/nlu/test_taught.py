"""What an example teaches."""

from __future__ import annotations

import pytest
from rasa.shared.nlu.constants import INTENT, METADATA, TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.nlu.asked import metadata_of
from bot.nlu.danger_revealed import danger_as_metadata
from bot.nlu.facts_stated import facts_as_metadata
from bot.nlu.taught import intent_taught, teaches_sentences


def example(metadata: object) -> Message:
    return Message({TEXT: "no mentor", INTENT: "mentor_who", METADATA: metadata})


@pytest.mark.parametrize("metadata", [None, {}, metadata_of("a_finding")])
def test_a_question_teaches_its_intent(metadata: object) -> None:
    assert intent_taught(example(metadata)) == "mentor_who"
    assert not teaches_sentences(example(metadata))


@pytest.mark.parametrize("metadata", [facts_as_metadata({}), facts_as_metadata({"a": "b"}), danger_as_metadata("none")])
def test_what_states_facts_or_reveals_danger_teaches_no_intent(metadata: object) -> None:
    assert intent_taught(example(metadata)) is None
    assert teaches_sentences(example(metadata))


def test_what_asks_for_a_finding_in_far_words_teaches_the_finding_alone() -> None:
    asking = example(metadata_of("a_finding", open_question=True))
    assert intent_taught(asking) is None
    assert not teaches_sentences(asking)
