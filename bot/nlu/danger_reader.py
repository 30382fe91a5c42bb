"""The last component of the pipeline: danger that no phrase finds, and that messages like this one reveal."""

from __future__ import annotations

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.nlu.constants import INTENT
from rasa.shared.nlu.training_data.message import Message

from bot.nlu.danger_revealed import REVEALED, is_no_emergency
from bot.nlu.stateless import Stateless

SURE = 0.3
"""How likely danger must be, acute danger and abuse together, to come before what the message asks. Of steps of a tenth from
0.2 on, the one that finds most on tests/danger/held_out.yml when what it wrongly takes for danger is taken off."""


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class DangerReader(Stateless):
    """Makes the likeliest danger the intent of a message where danger is likely, unless its sender said that there is none."""

    def process(self, messages: list[Message]) -> list[Message]:
        for message in messages:
            chances: dict[str, float] = message.get(REVEALED) or {}
            if sum(chances.values()) >= SURE and not is_no_emergency(message):
                likeliest = max(chances, key=lambda danger: chances[danger])
                message.set(INTENT, {"name": f"danger_{likeliest}", "confidence": 1.0}, add_to_output=True)
        return messages
