"""The intent classifier of the pipeline: our kernel classifier as a Rasa graph component.

It tells the intent of a message, in the light of what was answered before, and the finding it asks for; of one that is
not covered, the question that lies nearest.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.nlu.constants import ENTITIES, INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from scipy.optimize import minimize_scalar

from bot.knowledge import rule_base
from bot.nlu.asked import FINDING, NEAREST, finding_of, nearest_of
from bot.nlu.conversation import in_place, leant, out_of_place, question_before, taken_for
from bot.nlu.facts_stated import OFF_TOPIC
from bot.nlu.features import matrices
from bot.nlu.kernel_classifier import Array
from bot.nlu.kernel_component import KernelComponent
from bot.nlu.taught import intent_taught, teaches_sentences
from bot.presentation.beyond import BEYOND, NOTHING_NEAR

RANKING = 10
ASKED, NEAR = "asked", "near"
"""The role of a finding: surely asked for, or perhaps meant."""
MOST_NEAR = 3
BELONGS = "belongs.npy"
"""Which share of a finding (row) belongs to which intent (column)."""
TAKEN_FOR = "taken_for.npy"
"""How likely an example of one intent (row) is taken for another (column)."""
SHARPNESS = "sharpness.npy"
"""How much the mixed probabilities are sharpened, so that they are what they say."""
OWN: dict[str, float] = {"finding_weight": 0.2, "finding_sure": 0.5, "finding_near": 0.05, "nearest_sure": 0.3,
                         "finding_certain": 0.8, "decline_certain": 0.7}  # fmt: skip
DECLINED = (BEYOND, OFF_TOPIC)


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class KernelIntentClassifier(KernelComponent, IntentClassifier):
    """Classifies messages by all their sentence features; confidences are calibrated probabilities.

    Who asks for a finding asks the question that its examples belong to: the probabilities of intents are mixed with
    those of their findings, which count `finding_weight` times as much, and sharpened as fits the examples best when
    each of them is left out. The likeliest finding is added as an entity in the role “asked” if its probability is at
    least `finding_sure`; of the others, the likeliest few, each if it is at least `finding_near`, in the role “near”. A
    message that asks for a finding with `finding_certain` counts as covered, unless it is not with `decline_certain`.
    Of a message that the studies do not answer, the nearest question is added as an entity if it is at least
    `nearest_sure`. In a conversation a short message leans on the question answered before.
    """

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {**KernelComponent.get_default_config(), **OWN}

    def __init__(self, config: dict[str, Any], model_storage: ModelStorage, resource: Resource) -> None:
        super().__init__(config, model_storage, resource)
        self._own = {key: float(config[key]) for key in OWN}
        self._belongs: Array = np.zeros((0, 0), dtype=np.float32)
        self._taken_for: Array = np.zeros((0, 0), dtype=np.float32)
        self._sharpness = 1.0

    def save(self, folder: Path) -> None:
        super().save(folder)
        np.save(folder / BELONGS, self._belongs)
        np.save(folder / TAKEN_FOR, self._taken_for)
        np.save(folder / SHARPNESS, self._sharpness)

    def restore(self, folder: Path) -> None:
        super().restore(folder)
        self._belongs = np.load(folder / BELONGS, allow_pickle=False)
        self._taken_for = np.load(folder / TAKEN_FOR, allow_pickle=False)
        self._sharpness = float(np.load(folder / SHARPNESS, allow_pickle=False))

    def train(self, training_data: TrainingData) -> Resource:
        examples = [each for each in training_data.nlu_examples if each.get(TEXT) and not teaches_sentences(each)]
        sparse, dense = matrices(examples)
        intents, findings = [example.get(INTENT) for example in examples], [finding_of(example) for example in examples]
        questions = [intent_taught(example) for example in examples]
        nearest = [_nearest(example) for example in examples]
        self._classifier.fit(sparse, dense, {INTENT: questions, FINDING: findings, NEAREST: nearest})
        self._belongs = self._shares(findings, intents)
        self._sharpness = self._fitted_sharpness(intents)
        left_out = self._classifier.left_out_probabilities(INTENT)
        self._taken_for = taken_for(left_out, self._classifier.heads[INTENT].classes, questions)
        return self.kept()

    def process(self, messages: list[Message], tracker: DialogueStateTracker | None = None) -> list[Message]:
        """Classifies messages, the first in the light of its conversation, the others, its parts, by themselves."""
        for number, message in enumerate(messages):
            self._classify(message, None if number else tracker)
        return messages

    def _classify(self, message: Message, tracker: DialogueStateTracker | None) -> None:
        sparse, dense = matrices([message])
        if len(sparse) != self._classifier.sparse_blocks or not dense.size:  # there is nothing but white space
            message.set(INTENT, {"name": None, "confidence": 0.0}, add_to_output=True)
            message.set("intent_ranking", [], add_to_output=True)
            return
        chances = self._classifier.probabilities(sparse, dense)
        of_findings = chances[FINDING][0]
        of_intents = self._in_conversation(calibrated(self._mixed(chances)[0], self._sharpness), message, tracker)
        if of_findings.max(initial=0.0) >= self._own["finding_certain"]:
            of_intents = self._covered(of_intents)
        ranking = [{"name": name, "confidence": chance} for name, chance in self._best(INTENT, of_intents, RANKING)]
        message.set(INTENT, ranking[0], add_to_output=True)
        message.set("intent_ranking", ranking, add_to_output=True)
        entities = [
            {"entity": FINDING, "value": name, "role": role, "confidence": chance, "extractor": type(self).__name__}
            for name, role, chance in self._findings(of_findings)
        ]
        if ranking[0]["name"] == BEYOND:
            [(name, chance)] = self._best(NEAREST, chances[NEAREST][0], 1)
            if name != NOTHING_NEAR and chance >= self._own["nearest_sure"]:
                entities.append(
                    {"entity": NEAREST, "value": name, "confidence": chance, "extractor": type(self).__name__}
                )
        message.set(ENTITIES, [*message.get(ENTITIES, []), *entities], add_to_output=True)

    def _in_conversation(self, of_intents: Array, message: Message, tracker: DialogueStateTracker | None) -> Array:
        """The probabilities of intents of a message, seen with what was said before."""
        classes, before = self._classifier.heads[INTENT].classes, question_before(tracker)
        fitting = in_place(of_intents, classes, out_of_place(tracker))
        if before not in classes:
            return fitting
        questions = np.array([name in rule_base().questions for name in classes])
        return leant(fitting, str(message.get(TEXT)), self._taken_for[classes.index(before)], questions)

    def _covered(self, of_intents: Array) -> Array:
        """The probabilities of intents where a message that is not covered for certain stays so, and none else is."""
        classes = self._classifier.heads[INTENT].classes
        declined = np.array([name in DECLINED for name in classes])
        if of_intents[declined].max(initial=0.0) >= self._own["decline_certain"]:
            return of_intents
        covered = np.where(declined, 0.0, of_intents)
        return np.asarray(covered / max(covered.sum(), 1e-12), dtype=of_intents.dtype)

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
        sure = best[:1] if best and best[0][1] >= self._own["finding_sure"] else []
        near = [each for each in best[len(sure) :] if each[1] >= self._own["finding_near"]]
        return [(name, role, chance) for role, found in ((ASKED, sure), (NEAR, near)) for name, chance in found]

    def _best(self, head: str, chances: Array, count: int) -> list[tuple[str, float]]:
        classes = self._classifier.heads[head].classes
        return [(classes[index], float(chances[index])) for index in np.argsort(-chances, kind="stable")[:count]]


def _nearest(example: Message) -> str | None:
    """The question that an example asks, or that lies nearest to it; nothing where that is not known."""
    intent = example.get(INTENT)
    if intent == BEYOND:
        return nearest_of(example)
    return intent if intent in rule_base().questions else None


def calibrated(chances: Array, sharpness: float) -> Array:
    """Probabilities (the last axis sums to one) that are the sharper, the larger `sharpness` is."""
    powers = np.power(chances, sharpness)
    return np.asarray(powers / np.maximum(powers.sum(axis=-1, keepdims=True), 1e-12))
