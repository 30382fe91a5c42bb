"""Keeps between runs what takes hours to make: a trained bot, and how long its trainings took."""

from __future__ import annotations

import json
import shutil
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

MODEL, RECORD = "model.tar.gz", "trainings.json"


class Kept:
    """What a folder keeps of the bot that was trained on the inputs with a digest; other inputs make it forget all."""

    def __init__(self, folder: Path, digest: str) -> None:
        self._folder = folder
        self._record: dict[str, Any] = {"digest": digest, "trainings": {}}
        if (folder / RECORD).exists():
            found = json.loads((folder / RECORD).read_text(encoding="utf-8"))
            if found["digest"] == digest:
                self._record = found

    @property
    def model(self) -> Path | None:
        """The trained bot, where it is kept."""
        return self._folder / MODEL if self._record["trainings"] else None

    def seconds(self, kind: str) -> float | None:
        """How long a kind of training took, where that was measured."""
        training = self._record["trainings"].get(kind)
        return float(training["seconds"]) if training else None

    def when(self, kind: str) -> str:
        """The day and time at which it was measured.

        Raises:
            KeyError: when it was not.
        """
        return str(self._record["trainings"][kind]["when"])

    def keep_model(self, model: Path) -> None:
        """Keeps a copy of a trained bot and forgets how long trainings took."""
        self.forget()
        self._folder.mkdir(parents=True)
        shutil.copy(model, self._folder / MODEL)

    def keep_seconds(self, kind: str, seconds: float) -> None:
        """Keeps how long a kind of training took just now."""
        when = datetime.now(timezone.utc).isoformat(timespec="minutes")
        self._record["trainings"][kind] = {"seconds": seconds, "when": when}
        (self._folder / RECORD).write_text(json.dumps(self._record, indent=2) + "\n", encoding="utf-8")

    def forget(self) -> None:
        """Drops everything that is kept."""
        shutil.rmtree(self._folder, ignore_errors=True)
        self._record["trainings"] = {}
