"""What an example asks for in particular, as its metadata in data/nlu/ name it.

A finding, or the question of the rule base that lies nearest to an example that the studies do not answer:

- intent: mentor_who
  metadata: {finding: johansen_mentor_with_standing}
  examples: |
    - …
- intent: beyond_coverage
  metadata: {nearest: employment_pay}
  examples: |
    - …
"""

from __future__ import annotations

from typing import Any

from rasa.shared.nlu.constants import INTENT, METADATA
from rasa.shared.nlu.training_data.message import Message

FINDING, NEAREST = "finding", "nearest"
OPEN_QUESTION = "open_question"


def finding_of(example: Message) -> str | None:
    """The id of the finding, or nothing where the example asks for no particular one."""
    return _named(example, FINDING)


def nearest_of(example: Message) -> str | None:
    """What lies nearest to an example that is not covered: a question, “nothing”, or None where nobody has said."""
    return _named(example, NEAREST)


def leaves_question_open(example: Message) -> bool:
    """Whether an example asks for a finding in words that say little on which question it belongs to."""
    return _named(example, OPEN_QUESTION) is not None


def metadata_of(finding: str, open_question: bool = False) -> dict[str, Any]:
    """The metadata of an example of this finding, as Rasa keeps those of an intent."""
    return {INTENT: {FINDING: finding, **({OPEN_QUESTION: "yes"} if open_question else {})}}


def _named(example: Message, key: str) -> str | None:
    metadata = example.get(METADATA) or {}
    found: str | None = metadata.get(INTENT, {}).get(key)
    return found
