"""“Show me one about the records”: what was just asked for is asked for again, about another topic."""

from __future__ import annotations

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.knowledge import rule_base, texts
from bot.nlu.stateless import Stateless
from bot.reasoning.topics import holds_any, topics_named

LISTED = ("ask_pitfalls", "ask_checklist", "ask_example", "ask_more", "ask_effect", "ask_first")
"""What is asked for after an answer and can be told on any topic."""
LONGEST = 12
"""Words of a message that leaves unsaid what it asks for; a longer one says it."""


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class AskedAgain(Stateless):
    """Gives a message that asks for the same about another topic the intent of the message before. Behind the classifiers."""

    def process(self, messages: list[Message], tracker: DialogueStateTracker | None = None) -> list[Message]:
        before = intent_before(tracker)
        for message in messages:
            if before in LISTED and asks_again(str(message.get(TEXT) or "")):
                message.set(INTENT, {"name": before, "confidence": 1.0}, add_to_output=True)
        return messages


def intent_before(tracker: DialogueStateTracker | None) -> str | None:
    """The intent of the message before the one that is read now."""
    return tracker.latest_message.intent.get("name") if tracker and tracker.latest_message else None


def asks_again(text: str) -> bool:
    """Whether a text names a topic and leaves unsaid what it wants to hear about it (“and another one on mentors”)."""
    again = holds_any(text, texts().at("follow_ups.again_about"))
    return again and len(text.split()) <= LONGEST and any(topics_named(text, rule_base()))
