"""How likely a message states each fact and reveals danger, learnt sentence by sentence, as a Rasa graph component.

It learns from the sentences in `data/situation/` and the messages in `data/danger/`.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.danger.examples import NO_DANGER
from bot.knowledge import rule_base
from bot.nlu.danger_revealed import DANGER, REVEALED, danger_of
from bot.nlu.facts_stated import LIKELY, OFF_TOPIC, facts_of
from bot.nlu.features import matrices
from bot.nlu.kernel_component import KernelComponent
from bot.nlu.parts import is_question
from bot.situation.believed import BESIDE_PHRASE, Likely

NOT_STATED = "-"
"""The class of examples that state no value of a fact."""
FEWEST = 2
"""Words that it takes to state a fact: “cheers” is like much that was learnt."""
KEYWORDS = 5
"""Words of a question at most that is but a few keywords (“briefing the mentor”), and so states nothing."""


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=True)
class SentenceClassifier(KernelComponent):
    """Puts on a message every value of a fact that it may state, as `Likely`, and how likely it reveals each danger.

    Each fact is a head of one kernel classifier, with its values and “not stated” as classes, and so is danger. A sentence
    of a longer message is looked at alone too, since what else is said dilutes it; sentences that are no questions end
    here. Messages that teach danger, and those about something else, count as stating no fact: where nothing is said of
    that, whatever is unlike all sentences seems to state some.
    """

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {**KernelComponent.get_default_config(), "dense_weight": 2.0, "width": 0.5, "regularisation": 0.1}

    def train(self, training_data: TrainingData) -> Resource:
        read = [
            (example, _stated(example), danger_of(example))
            for example in training_data.nlu_examples
            if example.get(TEXT)
        ]
        examples = [(example, facts or {}, danger) for example, facts, danger in read if facts is not None or danger]
        sparse, dense = matrices([example for example, *_ in examples])
        labels = {fact: [facts.get(fact, NOT_STATED) for _, facts, _ in examples] for fact in rule_base().facts}
        labels[DANGER] = [danger or NO_DANGER for *_, danger in examples]
        self._classifier.fit(sparse, dense, labels)
        return self.kept()

    def process(self, messages: list[Message]) -> list[Message]:
        whole, *parts = messages
        sparse, dense = matrices(messages)
        if len(sparse) != self._classifier.sparse_blocks or not dense.size:  # there is nothing but white space
            return [whole]
        chances = self._classifier.probabilities(sparse, dense)
        dangers = dict(zip(self._classifier.heads[DANGER].classes, chances.pop(DANGER).max(axis=0), strict=True))
        whole.set(REVEALED, {danger: float(chance) for danger, chance in dangers.items() if danger != NO_DANGER})
        whole.set(LIKELY, [each for fact in chances for each in self._likely(fact, chances[fact], messages)])
        return [whole, *filter(is_question, parts)]

    def _likely(self, fact: str, chances: np.ndarray[Any, Any], messages: list[Message]) -> list[Likely]:
        """The values of a fact that are not out of the question, each with the part that makes it likeliest."""
        classes, text = self._classifier.heads[fact].classes, str(messages[0].get(TEXT))
        best = chances.argmax(axis=0)
        found = []
        for column, value in enumerate(classes):
            chance, part = float(chances[best[column], column]), str(messages[best[column]].get(TEXT))
            if value != NOT_STATED and chance >= BESIDE_PHRASE and len(part.split()) >= FEWEST:
                start = text.find(part)
                found.append(Likely(fact, value, chance, start, start + len(part)))
        return found


def _stated(example: Message) -> dict[str, str] | None:
    """The facts that an example states, none for keywords and what is about something else; nothing where that is not known."""
    if example.get(INTENT) == OFF_TOPIC:
        return {}
    asks_by_keywords = example.get(INTENT) in rule_base().questions and len(str(example.get(TEXT)).split()) <= KEYWORDS
    return {} if asks_by_keywords else facts_of(example)
