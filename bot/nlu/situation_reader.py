"""What a message tells of the situation, as a Rasa graph component: facts as entities, descriptions as an intent."""

from __future__ import annotations

from datetime import date

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.nlu.constants import ENTITIES, INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.knowledge import calendar, rule_base, tellings
from bot.nlu.facts_stated import DESCRIPTION, LIKELY, OFF_TOPIC
from bot.nlu.stateless import Stateless
from bot.situation.believed import believed
from bot.situation.described import describes_situation
from bot.situation.recognise import recognise

FACT = "fact"
FORGET = "forget_fact"


def today() -> date:
    """The day from which dates are reckoned."""
    return date.today()


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class SituationReader(Stateless):
    """Adds each fact that a message states as an entity `fact`, with the value `mentor_named=no`.

    A message that describes a situation and asks nothing in particular gets the intent
    `describe_situation`, whatever question it came close to.
    """

    def __init__(self) -> None:
        tellings(), calendar()  # read now, not when the first message comes

    def process(self, messages: list[Message]) -> list[Message]:
        for message in messages:
            self._read(message)
        return messages

    def _read(self, message: Message) -> None:
        text = message.get(TEXT) or ""
        undated = believed(recognise(text, tellings()), message.get(LIKELY), tellings())
        stated = calendar().dated(text, undated, today())
        entities = [
            {"entity": FACT, "value": f"{each.fact}={each.value}", "start": each.start, "end": each.end}
            for each in stated
        ]
        message.set(ENTITIES, [*message.get(ENTITIES, []), *entities], add_to_output=True)
        clear = {OFF_TOPIC, FORGET, *rule_base().questions}
        ranking = message.get("intent_ranking", [])
        clearest = max((guess["confidence"] for guess in ranking if guess["name"] in clear), default=0.0)
        if describes_situation(text, stated, clearest, tellings(), rule_base()):
            message.set(INTENT, {"name": DESCRIPTION, "confidence": 1.0}, add_to_output=True)
