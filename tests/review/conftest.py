"""The small rule base, ready to be published, fresh for every test."""

from __future__ import annotations

from pathlib import Path

import pytest

from .published import Published


@pytest.fixture
def published(tmp_path: Path) -> Published:
    return Published(tmp_path)
