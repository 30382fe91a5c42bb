"""Builds Waymark and the bot that `rasa init` makes."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import yaml

from bench.bot import Bot
from bench.workshop import START_WITHIN, Workshop
from bot.paths import MODEL, MODELS, PROJECT, RULES
from bot.presentation.texts import load_texts

RASA = (str(PROJECT / ".venv" / "bin" / "python"), "-m", "rasa")
SERVE = (*RASA, "run", "--interface", "127.0.0.1", "--port", "{port}")
TRAIN_WITHIN = 900.0
"""Seconds."""
RASAS_STORE = "tracker_store: {type: in_memory}\nlock_store: {type: in_memory}\n"
QUESTION = "who should mentor our new peer worker?"


def waymark(workshop: Workshop) -> Bot:
    """Waymark as it stands in the project, copied so that nothing there changes; trained where its model is too old."""
    apology = load_texts(RULES).get("problems.sorry")
    folder = workshop.copy_of_the_project("waymark")
    (folder / ".venv").symlink_to(PROJECT / ".venv")
    if MODELS.exists():
        shutil.copytree(MODELS, folder / MODELS.name, ignore=shutil.ignore_patterns("bench"))
    workshop.seconds(("./waymark", "train"), folder, TRAIN_WITHIN)
    workshop.seconds(("./waymark", "ask", QUESTION), folder, START_WITHIN)
    return Bot(
        name="Waymark",
        folder=folder,
        examples=Path("data/nlu/mentor.yml"),
        train_anew=("./waymark", "train", "--force"),
        train=("./waymark", "train"),
        train_within=TRAIN_WITHIN,
        run=("env", "HOST=127.0.0.1", "PORT={port}", "./waymark", "run"),
        question=QUESTION,
        is_right=lambda answer: "Johansen" in answer.text,
        is_failure=lambda answer: not answer.text.strip() or apology in answer.text,
        messages=_examples(PROJECT / "data" / "nlu"),
        model=folder / MODEL.relative_to(PROJECT),
    )


def over_rasas_store(workshop: Workshop, own: Bot) -> Bot:
    """The same Waymark, but for the store of conversations: Rasa's own in memory."""
    folder = Path(shutil.copytree(own.folder, workshop.folder / "rasas-store", symlinks=True))
    (folder / "endpoints.yml").write_text(RASAS_STORE, encoding="utf-8")
    return replace(own, name="Rasa's own store", folder=folder)


def starter(workshop: Workshop) -> Bot:
    """The bot that `rasa init` makes, unchanged. It may well keep silent, so that is no failure."""
    folder = workshop.folder / "starter"
    folder.mkdir()
    workshop.seconds((*RASA, "init", "--no-prompt", "--init-dir", str(folder)), folder, TRAIN_WITHIN)
    return Bot(
        name="starter",
        folder=folder,
        examples=Path("data/nlu.yml"),
        train_anew=(*RASA, "train", "--force"),
        train=(*RASA, "train"),
        train_within=TRAIN_WITHIN,
        run=SERVE,
        question="hello",
        is_right=lambda answer: bool(answer.messages),
        is_failure=lambda answer: False,
        messages=_examples(folder / "data"),
    )


def _examples(folder: Path) -> tuple[str, ...]:
    """All example messages in a folder of Rasa training data."""
    documents = [yaml.safe_load(file.read_text(encoding="utf-8")) for file in sorted(folder.rglob("*.yml"))]
    entries = [entry for document in documents for entry in document.get("nlu", []) if "intent" in entry]
    lines = [line for entry in entries for line in entry["examples"].splitlines()]
    return tuple(line.strip().removeprefix("- ") for line in lines if line.strip())
