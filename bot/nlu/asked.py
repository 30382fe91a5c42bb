"""The finding that an example asks for, as its metadata in data/nlu/ name it.

- intent: mentor_who
  metadata: {finding: johansen_mentor_with_standing}
  examples: |
    - …
"""

from __future__ import annotations

from typing import Any

from rasa.shared.nlu.constants import INTENT, METADATA
from rasa.shared.nlu.training_data.message import Message

FINDING = "finding"


def finding_of(example: Message) -> str | None:
    """The id of the finding, or nothing where the example asks for no particular one."""
    metadata = example.get(METADATA) or {}
    found: str | None = metadata.get(INTENT, {}).get(FINDING)
    return found


def metadata_of(finding: str) -> dict[str, Any]:
    """The metadata of an example of this finding, as Rasa keeps those of an intent."""
    return {INTENT: {FINDING: finding}}
