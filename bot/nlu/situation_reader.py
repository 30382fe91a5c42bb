"""What a message tells of the situation, as a Rasa graph component: facts as entities, descriptions as an intent."""

from __future__ import annotations

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.nlu.constants import ENTITIES, INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.knowledge import rule_base, tellings
from bot.nlu.facts_stated import DESCRIPTION, LIKELY
from bot.nlu.stateless import Stateless
from bot.situation.believed import believed
from bot.situation.described import describes_situation
from bot.situation.recognise import recognise

FACT = "fact"
OFF_TOPIC = "out_of_scope"
"""The intent of messages about something else altogether, such as the funding of a bakery."""


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class SituationReader(Stateless):
    """Adds each fact that a message states as an entity `fact`, with the value `mentor_named=no`.

    Stands last in the pipeline: a message that describes a situation and asks nothing in particular gets the intent
    `describe_situation`, whatever question it came close to.
    """

    def __init__(self) -> None:
        tellings()  # read now, not when the first message comes

    def process(self, messages: list[Message]) -> list[Message]:
        for message in messages:
            self._read(message)
        return messages

    def _read(self, message: Message) -> None:
        text = message.get(TEXT) or ""
        phrases, likely = recognise(text, tellings()), message.get(LIKELY)
        stated = phrases if likely is None else believed(phrases, likely, tellings())
        entities = [
            {"entity": FACT, "value": f"{each.fact}={each.value}", "start": each.start, "end": each.end}
            for each in stated
        ]
        message.set(ENTITIES, [*message.get(ENTITIES, []), *entities], add_to_output=True)
        clear = {OFF_TOPIC, *rule_base().questions}
        ranking = message.get("intent_ranking", [])
        clearest = max((guess["confidence"] for guess in ranking if guess["name"] in clear), default=0.0)
        if describes_situation(text, stated, clearest, tellings(), rule_base()):
            message.set(INTENT, {"name": DESCRIPTION, "confidence": 1.0}, add_to_output=True)
