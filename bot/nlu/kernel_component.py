"""What graph components share that learn with the kernel classifier."""

from __future__ import annotations

from pathlib import Path
from typing import Any, TypeVar

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.featurizers.featurizer import Featurizer
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.nlu.kernel_classifier import KernelClassifier, Settings

Own = TypeVar("Own", bound="KernelComponent")


class KernelComponent(GraphComponent):
    """A component with one kernel classifier, which it learns from sentence features and keeps in the model."""

    @classmethod
    def required_components(cls) -> list[type]:
        return [Featurizer]

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return vars(Settings())

    def __init__(self, config: dict[str, Any], model_storage: ModelStorage, resource: Resource) -> None:
        self._classifier = KernelClassifier(Settings(**{key: float(config[key]) for key in vars(Settings())}))
        self._model_storage = model_storage
        self._resource = resource

    @classmethod
    def create(
        cls: type[Own],
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> Own:
        return cls(config, model_storage, resource)

    @classmethod
    def load(
        cls: type[Own],
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> Own:
        found = cls(config, model_storage, resource)
        with model_storage.read_from(resource) as folder:
            found.restore(folder)
        return found

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        return training_data

    def save(self, folder: Path) -> None:
        """Writes what was learnt."""
        self._classifier.save(folder)

    def restore(self, folder: Path) -> None:
        """Reads what `save` wrote."""
        self._classifier = KernelClassifier.restore(folder, self._classifier.settings)

    def kept(self) -> Resource:
        """Keeps what was learnt in the model, and says where."""
        with self._model_storage.write_to(self._resource) as folder:
            self.save(folder)
        return self._resource
