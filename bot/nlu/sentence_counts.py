"""Counts the words of a message, or parts of its words, as sparse sentence features."""

from __future__ import annotations

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.nlu.featurizers.sparse_featurizer.count_vectors_featurizer import CountVectorsFeaturizer
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=True)
class SentenceCounts(CountVectorsFeaturizer):
    """Rasa's `CountVectorsFeaturizer` without the features of single words, which only DIET and its like read.

    Counting each word by itself took five times as long as counting whole messages.
    """

    def process(self, messages: list[Message]) -> list[Message]:
        tokens = [self._get_processed_message_tokens_by_attribute(message, TEXT) for message in messages]
        found = [(message, " ".join(words)) for message, words in zip(messages, tokens, strict=True) if words]
        if found:
            counts = self.vectorizers[TEXT].transform([text for _, text in found])
            counts.sort_indices()
            for row, (message, _) in enumerate(found):
                self.add_features_to_message(None, counts[row].tocoo(), TEXT, message)
        return messages
