"""The sentence encoder as a component of the pipeline."""

from __future__ import annotations

import numpy as np
import pytest
from rasa.shared.nlu.constants import FEATURE_TYPE_SENTENCE, INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.nlu.encoder import encoder

from .pipeline import sentence_featurizer


def test_a_message_gets_the_encoder_s_vector_as_its_dense_sentence_feature() -> None:
    message = Message({TEXT: "Who pays for the post?"})
    sentence_featurizer().process([message])
    [feature] = message.features
    assert (feature.type, feature.attribute, feature.is_dense()) == (FEATURE_TYPE_SENTENCE, TEXT, True)
    assert np.array_equal(feature.features, encoder("multilingual-e5-small").encode(["Who pays for the post?"]))


def test_a_message_without_text_gets_no_feature() -> None:
    for message in (Message({}), Message({TEXT: ""}), Message({INTENT: "greet"})):
        sentence_featurizer().process([message])
        assert message.features == []


def test_training_examples_get_the_same_feature_as_messages() -> None:
    text = "Who pays?"
    examples = [Message({TEXT: text, INTENT: "funding_who"}), Message({INTENT: "greet"}), Message({TEXT: text})]
    message = Message({TEXT: text})
    sentence_featurizer().process_training_data(TrainingData(examples))
    sentence_featurizer().process([message])
    assert [len(example.features) for example in examples] == [1, 0, 1]
    assert np.array_equal(examples[0].features[0].features, message.features[0].features)
    assert examples[0].features[0].features.shape == message.features[0].features.shape


def test_examples_without_any_text_are_borne() -> None:
    sentence_featurizer().process_training_data(TrainingData([Message({INTENT: "greet"})]))


def test_an_unknown_encoder_is_named_when_the_config_is_read() -> None:
    with pytest.raises(ValueError, match=r"config\.yml names the sentence encoder “word2vec”"):
        sentence_featurizer("word2vec")
