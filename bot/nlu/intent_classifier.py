"""The intent classifier of the pipeline: our kernel classifier as a Rasa graph component."""

from __future__ import annotations

from typing import Any

import numpy as np
import scipy.sparse as sp
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.nlu.featurizers.featurizer import Featurizer
from rasa.shared.nlu.constants import FEATURE_TYPE_SENTENCE, INTENT, TEXT
from rasa.shared.nlu.training_data.features import Features
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.nlu.kernel_classifier import KernelClassifier, Settings

RANKING = 10


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class KernelIntentClassifier(IntentClassifier, GraphComponent):
    """Classifies messages by all their sentence features; confidences are calibrated probabilities."""

    @classmethod
    def required_components(cls) -> list[type]:
        return [Featurizer]

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return dict(vars(Settings()))

    def __init__(self, config: dict[str, Any], model_storage: ModelStorage, resource: Resource) -> None:
        own = {key: float(config[key]) for key in self.get_default_config()}
        self._classifier = KernelClassifier(Settings(**own))
        self._model_storage = model_storage
        self._resource = resource

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> KernelIntentClassifier:
        return cls(config, model_storage, resource)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> KernelIntentClassifier:
        found = cls(config, model_storage, resource)
        with model_storage.read_from(resource) as folder:
            found._classifier = KernelClassifier.restore(folder, found._classifier.settings)
        return found

    def train(self, training_data: TrainingData) -> Resource:
        examples = [example for example in training_data.intent_examples if example.get(TEXT)]
        sparse, dense = _matrices(examples)
        self._classifier.fit(sparse, dense, [example.get(INTENT) for example in examples])
        with self._model_storage.write_to(self._resource) as folder:
            self._classifier.save(folder)
        return self._resource

    def process(self, messages: list[Message]) -> list[Message]:
        for message in messages:
            self._classify(message)
        return messages

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        return training_data

    def _classify(self, message: Message) -> None:
        sparse, dense = _matrices([message])
        if len(sparse) != self._classifier.sparse_blocks or not dense.size:  # there is nothing but white space
            message.set(INTENT, {"name": None, "confidence": 0.0}, add_to_output=True)
            message.set("intent_ranking", [], add_to_output=True)
            return
        chances = self._classifier.probabilities(sparse, dense)[0]
        best = np.argsort(-chances, kind="stable")[:RANKING]
        ranking = [{"name": self._classifier.classes[index], "confidence": float(chances[index])} for index in best]
        message.set(INTENT, ranking[0], add_to_output=True)
        message.set("intent_ranking", ranking, add_to_output=True)


def _matrices(messages: list[Message]) -> tuple[list[sp.csr_matrix], np.ndarray[Any, np.dtype[np.float64]]]:
    """The sentence features of messages: a sparse matrix per featurizer, and all dense ones side by side."""
    sparse: dict[str, list[Features]] = {}
    dense: list[list[Features]] = []
    for message in messages:
        sentence = [each for each in message.features if each.attribute == TEXT and each.type == FEATURE_TYPE_SENTENCE]
        for each in sentence:
            if each.is_sparse():
                sparse.setdefault(str(each.origin), []).append(each)
        dense.append([each for each in sentence if each.is_dense()])
    blocks = [sp.csr_matrix(sp.vstack([each.features for each in column])) for column in sparse.values()]
    rows = [np.concatenate([np.empty(0), *(np.asarray(each.features).ravel() for each in row)]) for row in dense]
    return blocks, np.vstack(rows)
