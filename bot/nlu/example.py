"""A training example that is cheap to copy and to tell from others."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

from rasa.shared.nlu.constants import ENTITIES, INTENT, METADATA, TEXT
from rasa.shared.nlu.training_data.message import Message

WRITTEN = (TEXT, INTENT, ENTITIES, METADATA)


class Example(Message):
    """A message to learn from, which takes Rasa's merging and caching little time.

    Rasa copies every example whenever it merges training data, and after each component makes a fingerprint of each with
    all that was added to it. What components add follows from the text and their settings, so it is enough to
    tell what was written and which of them have added something.
    """

    @classmethod
    def of(cls, message: Message) -> Example:
        return cls(message.data, set(message.output_properties), message.time, list(message.features))

    def fingerprint(self) -> str:
        written = [self.data.get(key) for key in WRITTEN]
        added = [sorted(self.data), [each.origin for each in self.features]]
        return sha256(repr((written, added)).encode()).hexdigest()

    def __deepcopy__(self, memo: dict[int, Any]) -> Example:
        return Example.of(self)
