"""What a message tells of the situation, as a Rasa graph component: facts as entities, descriptions as an intent."""

from __future__ import annotations

from datetime import date

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.nlu.constants import ENTITIES, INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.knowledge import calendar, rule_base, tellings, value_words
from bot.nlu.facts_stated import DESCRIPTION, LIKELY, OFF_TOPIC
from bot.nlu.stateless import Stateless
from bot.situation.believed import believed
from bot.situation.described import asks_in_particular, describes_situation
from bot.situation.recognise import Stated, recognise

FACT = "fact"
FORGET = "forget_fact"


def today() -> date:
    """The day from which dates are reckoned."""
    return date.today()


def asked_before(tracker: DialogueStateTracker | None) -> str | None:
    """The fact with other values than yes and no for which the last reply to a situation asked, if it did."""
    asked = tracker.get_slot("asked_fact") if tracker and tracker.get_slot("answered") == DESCRIPTION else None
    return asked if asked in value_words() else None


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class SituationReader(Stateless):
    """Adds each fact that a message states as an entity `fact`, with the value `mentor_named=no`.

    A message that describes a situation and asks nothing in particular gets the intent
    `describe_situation`, whatever question it came close to; so does one that begins with an
    answer to the question that closed the reply before.
    """

    def __init__(self) -> None:
        tellings(), calendar(), value_words()  # read now, not when the first message comes

    def process(self, messages: list[Message], tracker: DialogueStateTracker | None = None) -> list[Message]:
        for message in messages:
            self._read(message, asked_before(tracker))
        return messages

    def _read(self, message: Message, asked: str | None) -> None:
        text = message.get(TEXT) or ""
        value = value_words()[asked].answer(text) if asked else None
        undated = believed(recognise(text, tellings()), message.get(LIKELY), tellings())
        stated = calendar().dated(text, undated, today())
        if asked and value:
            stated = (Stated(asked, value, 0, len(text)), *(each for each in stated if each.fact != asked))
        entities = [
            {"entity": FACT, "value": f"{each.fact}={each.value}", "start": each.start, "end": each.end}
            for each in stated
        ]
        message.set(ENTITIES, [*message.get(ENTITIES, []), *entities], add_to_output=True)
        clear = {OFF_TOPIC, FORGET, *rule_base().questions}
        ranking = message.get("intent_ranking", [])
        clearest = max((guess["confidence"] for guess in ranking if guess["name"] in clear), default=0.0)
        answers = value is not None and not asks_in_particular(text, tellings())
        if answers or describes_situation(text, stated, clearest, tellings(), rule_base()):
            message.set(INTENT, {"name": DESCRIPTION, "confidence": 1.0}, add_to_output=True)
