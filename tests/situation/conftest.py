"""The small file of phrases, loaded once."""

from __future__ import annotations

import pytest

from bot.situation.patterns import Tellings

from .small import loaded


@pytest.fixture(scope="package")
def tellings(tmp_path_factory: pytest.TempPathFactory) -> Tellings:
    return loaded(tmp_path_factory.mktemp("phrases"))
