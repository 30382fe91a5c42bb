"""The intent classifier of the pipeline: our kernel classifier as a Rasa graph component.

It tells the intent of a message and the finding it asks for.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import ENTITIES, INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from scipy.optimize import minimize_scalar

from bot.nlu.asked import FINDING, finding_of
from bot.nlu.facts_stated import facts_of
from bot.nlu.features import matrices
from bot.nlu.kernel_classifier import Array
from bot.nlu.kernel_component import KernelComponent

RANKING = 10
ASKED, NEAR = "asked", "near"
"""The role of a finding: surely asked for, or perhaps meant."""
MOST_NEAR = 3
BELONGS = "belongs.npy"
"""Which share of a finding (row) belongs to which intent (column)."""
SHARPNESS = "sharpness.npy"
"""How much the mixed probabilities are sharpened, so that they are what they say."""
OWN: dict[str, float] = {"finding_weight": 0.3, "finding_sure": 0.5, "finding_near": 0.04}


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class KernelIntentClassifier(KernelComponent, IntentClassifier):
    """Classifies messages by all their sentence features; confidences are calibrated probabilities.

    Who asks for a finding asks the question that its examples belong to: the probabilities of intents are mixed with
    those of their findings, which count `finding_weight` times as much, and sharpened as fits the examples best when
    each of them is left out. The likeliest finding is added as an entity in
    the role “asked” if its probability is at least `finding_sure`; otherwise the likeliest few, each if it is at least
    `finding_near`, in the role “near”.
    """

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {**KernelComponent.get_default_config(), **OWN}

    def __init__(self, config: dict[str, Any], model_storage: ModelStorage, resource: Resource) -> None:
        super().__init__(config, model_storage, resource)
        self._own = {key: float(config[key]) for key in OWN}
        self._belongs: Array = np.zeros((0, 0), dtype=np.float32)
        self._sharpness = 1.0

    def save(self, folder: Path) -> None:
        super().save(folder)
        np.save(folder / BELONGS, self._belongs)
        np.save(folder / SHARPNESS, self._sharpness)

    def restore(self, folder: Path) -> None:
        super().restore(folder)
        self._belongs = np.load(folder / BELONGS, allow_pickle=False)
        self._sharpness = float(np.load(folder / SHARPNESS, allow_pickle=False))

    def train(self, training_data: TrainingData) -> Resource:
        examples = [
            example for example in training_data.nlu_examples if example.get(TEXT) and facts_of(example) is None
        ]
        sparse, dense = matrices(examples)
        intents, findings = [example.get(INTENT) for example in examples], [finding_of(example) for example in examples]
        self._classifier.fit(sparse, dense, {INTENT: intents, FINDING: findings})
        self._belongs = self._shares(findings, intents)
        self._sharpness = self._fitted_sharpness(intents)
        return self.kept()

    def process(self, messages: list[Message]) -> list[Message]:
        for message in messages:
            self._classify(message)
        return messages

    def _classify(self, message: Message) -> None:
        sparse, dense = matrices([message])
        if len(sparse) != self._classifier.sparse_blocks or not dense.size:  # there is nothing but white space
            message.set(INTENT, {"name": None, "confidence": 0.0}, add_to_output=True)
            message.set("intent_ranking", [], add_to_output=True)
            return
        chances = self._classifier.probabilities(sparse, dense)
        of_findings = chances[FINDING][0]
        of_intents = calibrated(self._mixed(chances)[0], self._sharpness)
        ranking = [{"name": name, "confidence": chance} for name, chance in self._best(INTENT, of_intents, RANKING)]
        message.set(INTENT, ranking[0], add_to_output=True)
        message.set("intent_ranking", ranking, add_to_output=True)
        entities = [
            {"entity": FINDING, "value": name, "role": role, "confidence": chance, "extractor": type(self).__name__}
            for name, role, chance in self._findings(of_findings)
        ]
        message.set(ENTITIES, [*message.get(ENTITIES, []), *entities], add_to_output=True)

    def _mixed(self, chances: dict[str, Array]) -> Array:
        """The probabilities of intents (columns) for each text (rows), with those of their findings."""
        return np.asarray(chances[INTENT] + self._own["finding_weight"] * chances[FINDING] @ self._belongs)

    def _fitted_sharpness(self, intents: list[str]) -> float:
        """What makes the mixed probabilities of the examples, each left out, likeliest."""
        mixed = self._mixed({head: self._classifier.left_out_probabilities(head) for head in (INTENT, FINDING)})
        classes = self._classifier.heads[INTENT].classes
        own = [classes.index(intent) for intent in intents]

        def surprise(sharpness: float) -> float:
            chances = calibrated(mixed, sharpness)[np.arange(len(own)), own]
            return float(-np.log(np.maximum(chances, 1e-12)).mean())

        return float(minimize_scalar(surprise, bounds=(0.5, 5.0), method="bounded").x)

    def _shares(self, findings: list[str | None], intents: list[str]) -> Array:
        of_findings, of_intents = (self._classifier.heads[head].classes for head in (FINDING, INTENT))
        shares = np.zeros((len(of_findings), len(of_intents)), dtype=np.float32)
        for finding, intent in zip(findings, intents, strict=True):
            if finding:
                shares[of_findings.index(finding), of_intents.index(intent)] += 1
        total: Array = shares.sum(axis=1, keepdims=True)
        return np.asarray(shares / total, dtype=np.float32)

    def _findings(self, chances: Array) -> list[tuple[str, str, float]]:
        best = self._best(FINDING, chances, MOST_NEAR)
        if best and best[0][1] >= self._own["finding_sure"]:
            return [(best[0][0], ASKED, best[0][1])]
        return [(name, NEAR, chance) for name, chance in best if chance >= self._own["finding_near"]]

    def _best(self, head: str, chances: Array, count: int) -> list[tuple[str, float]]:
        classes = self._classifier.heads[head].classes
        return [(classes[index], float(chances[index])) for index in np.argsort(-chances, kind="stable")[:count]]


def calibrated(chances: Array, sharpness: float) -> Array:
    """Probabilities (the last axis sums to one) that are the sharper, the larger `sharpness` is."""
    powers = np.power(chances, sharpness)
    return np.asarray(powers / np.maximum(powers.sum(axis=-1, keepdims=True), 1e-12))
