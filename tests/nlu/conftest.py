"""Keeps the tests' vectors out of the project's own cache of training examples."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.nlu import sentence_featurizer


@pytest.fixture(autouse=True, scope="session")
def own_embeddings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sentence_featurizer, "EMBEDDINGS", tmp_path_factory.mktemp("embeddings") / "embeddings.sqlite")
        yield
