"""Adds the sentence encoder's vector to each message as a dense sentence feature."""

from __future__ import annotations

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.featurizers.dense_featurizer.dense_featurizer import DenseFeaturizer
from rasa.nlu.tokenizers.tokenizer import Tokenizer
from rasa.shared.nlu.constants import FEATURE_TYPE_SENTENCE, TEXT
from rasa.shared.nlu.training_data.features import Features
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.nlu.embedding_cache import encode_all
from bot.nlu.encoder import Vectors, encoder
from bot.paths import EMBEDDINGS


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False)
class SentenceFeaturizer(DenseFeaturizer, GraphComponent):
    """Dense features of whole sentences; the encoder is chosen in config.yml (`encoder: …`)."""

    @classmethod
    def required_components(cls) -> list[type]:
        return [Tokenizer]

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {**DenseFeaturizer.get_default_config(), "encoder": "multilingual-e5-small"}

    @classmethod
    def validate_config(cls, config: dict[str, Any]) -> None:
        """Names an unknown encoder when the config is read, not at the first message."""
        encoder(str(config["encoder"]))

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> SentenceFeaturizer:
        return cls(execution_context.node_name, config)

    def __init__(self, name: str, config: dict[str, Any]) -> None:
        super().__init__(name, config)
        self._encoder = str(config["encoder"])

    def process(self, messages: list[Message]) -> list[Message]:
        for message in messages:
            if message.get(TEXT):
                self._add(message, encoder(self._encoder).encode([str(message.get(TEXT))]))
        return messages

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        found = [message for message in training_data.training_examples if message.get(TEXT)]
        vectors = encode_all(self._encoder, [str(message.get(TEXT)) for message in found], EMBEDDINGS)
        for message, vector in zip(found, vectors, strict=True):
            self._add(message, vector[None, :])
        return training_data

    def _add(self, message: Message, vector: Vectors) -> None:
        message.add_features(Features(vector, FEATURE_TYPE_SENTENCE, TEXT, self._identifier))
