"""The counts of words and of parts of words as a component of the pipeline."""

from __future__ import annotations

from pathlib import Path

import pytest
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.nlu.featurizers.sparse_featurizer.count_vectors_featurizer import CountVectorsFeaturizer
from rasa.nlu.tokenizers.whitespace_tokenizer import WhitespaceTokenizer
from rasa.shared.nlu.constants import FEATURE_TYPE_SENTENCE, INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.nlu.sentence_counts import SentenceCounts

from .pipeline import COUNTS, context

TEXTS = ("Who pays for the 3 posts?", "who Pays", "Hvem betaler for stillingen?")


def data(*texts: str) -> TrainingData:
    messages = [Message({TEXT: text, INTENT: "funding"}) for text in texts]
    return WhitespaceTokenizer(WhitespaceTokenizer.get_default_config()).process_training_data(TrainingData(messages))


def counted(kind: type[CountVectorsFeaturizer], settings: dict[str, object], folder: Path) -> list[Message]:
    """The examples, and then two new messages, with the features that a component of this kind gives them."""
    folder.mkdir(exist_ok=True)
    config = {**kind.get_default_config(), **settings}
    component = kind.create(config, LocalModelStorage.create(folder), Resource("counts"), context("counts"))
    known, new = data(*TEXTS), data("Who pays for 5 mentors?", "")
    component.train(known)
    learnt = component.process_training_data(known).training_examples
    return [*learnt, *component.process(new.training_examples)]


@pytest.mark.parametrize("settings", COUNTS, ids=["words", "parts of words"])
def test_features_of_whole_messages_are_those_of_rasa_and_there_are_no_others(
    tmp_path: Path, settings: dict[str, object]
) -> None:
    ours = counted(SentenceCounts, settings, tmp_path / "ours")
    stock = counted(CountVectorsFeaturizer, settings, tmp_path / "stock")
    for own, other in zip(ours, stock, strict=True):
        theirs = [each for each in other.features if each.type == FEATURE_TYPE_SENTENCE and each.attribute == TEXT]
        assert [each.type for each in own.features] == [each.type for each in theirs]
        for one, two in zip(own.features, theirs, strict=True):
            assert one.attribute == TEXT
            assert (one.features.toarray() == two.features.toarray()).all()


def test_a_message_without_words_gets_no_feature(tmp_path: Path) -> None:
    *_, empty = counted(SentenceCounts, dict(COUNTS[0]), tmp_path)
    assert empty.features == []
