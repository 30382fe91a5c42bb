"""The finding that an example asks for, as its metadata name it."""

from __future__ import annotations

from typing import Any

import pytest
from rasa.shared.nlu.constants import INTENT, METADATA, TEXT
from rasa.shared.nlu.training_data.formats.rasa_yaml import RasaYAMLReader, RasaYAMLWriter
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.nlu.asked import finding_of, metadata_of

EXAMPLES = """\
version: "3.1"
nlu:
- intent: mentor_who
  examples: |
    - who should be mentor?
- intent: mentor_who
  metadata: {finding: a_finding}
  examples: |
    - did anybody choose an open mentor?
    - was an open mentor chosen?
- intent: mentor_who
  metadata: {reviewed: yes}
  examples: |
    - which colleague?
- intent: mentor_who
  metadata: {reviewed: yes, finding: another}
  examples:
    - text: |
        which one?
      metadata: {finding: of_one_example_only}
"""


def message(**data: Any) -> Message:
    return Message({TEXT: "who?", INTENT: "mentor_who", **data})


def by_text(data: TrainingData) -> dict[str, str | None]:
    return {example.get(TEXT): finding_of(example) for example in data.nlu_examples}


def test_the_finding_is_read_as_rasa_reads_the_metadata_of_an_intent() -> None:
    assert by_text(RasaYAMLReader().reads(EXAMPLES)) == {
        "who should be mentor?": None,
        "did anybody choose an open mentor?": "a_finding",
        "was an open mentor chosen?": "a_finding",
        "which colleague?": None,
        "which one?": "another",
    }


@pytest.mark.parametrize("metadata", [None, {}, {INTENT: {}}, {"example": {"finding": "a_finding"}}])
def test_an_example_without_a_finding_asks_for_none(metadata: object) -> None:
    assert finding_of(message(**{METADATA: metadata})) is None
    assert finding_of(message()) is None


def test_what_is_written_is_read_again() -> None:
    assert finding_of(message(**{METADATA: metadata_of("a_finding")})) == "a_finding"


def test_what_is_written_survives_the_file_that_training_data_are_kept_in() -> None:
    made = TrainingData([message(**{METADATA: metadata_of("a_finding")})])
    assert by_text(RasaYAMLReader().reads(RasaYAMLWriter().dumps(made))) == {"who?": "a_finding"}
