"""Where the project's files are: beside this package, wherever it was cloned to."""

from __future__ import annotations

from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
RULES = PROJECT / "rules"
ORGANISATION = PROJECT / "organisation.yml"
"""Optional, and not part of the project: see docs/organisation.md."""
NLU = PROJECT / "data" / "nlu"
DIALOGUE = PROJECT / "data" / "dialogue"
ASKING = PROJECT / "data" / "findings"
DANGERS = PROJECT / "data" / "danger"
SENTENCES = PROJECT / "data" / "situation"
MODELS = PROJECT / "models"
MODEL = MODELS / "waymark.tar.gz"
EMBEDDINGS = MODELS / "embeddings.sqlite"
