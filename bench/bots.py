"""The two bots under comparison, each in a folder of its own, and the workshop that builds and runs them."""

from __future__ import annotations

import os
import random
import shutil
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import yaml

from bench.client import Answer, Client, NoAnswer
from bench.processes import BenchError, end_of, seconds_of, started
from bot.paths import MODELS, PROJECT, RULES
from bot.presentation.texts import load_texts

PYTHON = PROJECT / ".venv" / "bin" / "python"
NOT_COPIED = (".*", "__pycache__", "bench", "models", "tests")
START_WITHIN = 240.0
TRAIN_WITHIN = 600.0
INSTALL_WITHIN = 900.0
"""Seconds."""
LOOK_EVERY = 0.1
QUESTION = "who should mentor our new peer worker?"
RASAS_STORE = "tracker_store: {type: in_memory}\nlock_store: {type: in_memory}\n"
SEED = 20240913


@dataclass(frozen=True)
class Bot:
    """How to train, run and talk to a bot. The run command holds `{port}`."""

    name: str
    folder: Path
    train: tuple[str, ...]
    run: tuple[str, ...]
    question: str
    is_right: Callable[[Answer], bool]
    is_failure: Callable[[Answer], bool]
    messages: tuple[str, ...]

    def varied(self, count: int, purpose: str) -> list[str]:
        """Messages drawn from the bot's own training data, the same ones in every run."""
        return random.Random(f"{SEED} {purpose}").choices(self.messages, k=count)  # noqa: S311 - no secret


@dataclass(frozen=True)
class Running:
    """A bot that answers: its process, its port, and how long it took to get there."""

    bot: Bot
    process: subprocess.Popen[bytes]
    port: int
    seconds: float


class Workshop:
    """A temporary folder in which both bots are built and run."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._logs = 0
        self._environment = {
            **{name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"},
            # Compiled code is kept, as on an ordinary machine, but not in the project's .venv.
            "PYTHONPYCACHEPREFIX": str(folder / "compiled"),
            "RASA_TELEMETRY_ENABLED": "false",
            "TMPDIR": str(folder),  # what TensorFlow leaves behind goes with the workshop
            "PATH": os.pathsep.join([str(PROJECT / ".tools" / "bin"), os.environ.get("PATH", os.defpath)]),
        }

    def waymark(self) -> Bot:
        """Waymark as it stands in the project, copied so that nothing there changes; trained where its model is too old."""
        apology = load_texts(RULES).get("problems.sorry")
        folder = self.copy_of_the_project("waymark")
        (folder / ".venv").symlink_to(PROJECT / ".venv")
        if MODELS.exists():
            shutil.copytree(MODELS, folder / MODELS.name)
        self.seconds(("./waymark", "train"), folder, TRAIN_WITHIN)
        self.seconds(("./waymark", "ask", QUESTION), folder, START_WITHIN)
        return Bot(
            name="Waymark",
            folder=folder,
            train=("./waymark", "train", "--force"),
            run=("env", "HOST=127.0.0.1", "PORT={port}", "./waymark", "run"),
            question=QUESTION,
            is_right=lambda answer: "Johansen" in answer.text,
            is_failure=lambda answer: not answer.text.strip() or apology in answer.text,
            messages=_examples(PROJECT / "data" / "nlu"),
        )

    def waymark_over_rasas_store(self, waymark: Bot) -> Bot:
        """The same Waymark, but for the store of conversations: Rasa's own in memory."""
        folder = Path(shutil.copytree(waymark.folder, self.folder / "rasas-store", symlinks=True))
        (folder / "endpoints.yml").write_text(RASAS_STORE, encoding="utf-8")
        return replace(waymark, name="Rasa's own store", folder=folder)

    def starter(self) -> Bot:
        """The bot that `rasa init` makes, unchanged. It may well keep silent, so that is no failure."""
        folder = self.folder / "starter"
        folder.mkdir()
        rasa = (str(PYTHON), "-m", "rasa")
        self.seconds((*rasa, "init", "--no-prompt", "--init-dir", str(folder)), folder, TRAIN_WITHIN)
        return Bot(
            name="starter",
            folder=folder,
            train=(*rasa, "train", "--force"),
            run=(*rasa, "run", "--interface", "127.0.0.1", "--port", "{port}"),
            question="hello",
            is_right=lambda answer: bool(answer.messages),
            is_failure=lambda answer: False,
            messages=_examples(folder / "data"),
        )

    def copy_of_the_project(self, name: str) -> Path:
        """A copy without tests, models and everything hidden, such as the installation."""
        return Path(shutil.copytree(PROJECT, self.folder / name, ignore=shutil.ignore_patterns(*NOT_COPIED)))

    @contextmanager
    def untrained(self, bot: Bot) -> Iterator[Path]:
        """A copy of a bot without its model and without anything that an earlier training kept."""
        copy = self.folder / "untrained"
        shutil.copytree(bot.folder, copy, symlinks=True, ignore=shutil.ignore_patterns("models", ".rasa"))
        try:
            yield copy
        finally:
            shutil.rmtree(copy)

    def seconds(self, command: tuple[str, ...], folder: Path, at_most: float) -> float:
        """How long a command takes.

        Raises:
            BenchError: when it fails or takes too long.
        """
        return seconds_of(command, folder, self._environment, self._new_log(), at_most)

    @contextmanager
    def running(self, bot: Bot) -> Iterator[Running]:
        """Serves a bot from its first right answer until the block ends.

        Raises:
            BenchError: when it gives no right answer in time.
        """
        port, log = _free_port(), self._new_log()
        command = tuple(word.format(port=port) for word in bot.run)
        begin = time.perf_counter()
        with started(command, bot.folder, self._environment, log) as process:
            client = Client(port)
            while not _answers_rightly(client, bot):
                if process.poll() is not None or time.perf_counter() - begin > START_WITHIN:
                    raise BenchError(f"{bot.name} did not start:\n{end_of(log)}")
                time.sleep(LOOK_EVERY)
            took = time.perf_counter() - begin
            client.close()
            yield Running(bot, process, port, took)

    def _new_log(self) -> Path:
        self._logs += 1
        return self.folder / f"{self._logs}.log"


def _answers_rightly(client: Client, bot: Bot) -> bool:
    try:
        return bot.is_right(client.say("x", bot.question))
    except NoAnswer:
        return False


def _examples(folder: Path) -> tuple[str, ...]:
    """All example messages in a folder of Rasa training data."""
    documents = [yaml.safe_load(file.read_text(encoding="utf-8")) for file in sorted(folder.rglob("*.yml"))]
    entries = [entry for document in documents for entry in document.get("nlu", []) if "intent" in entry]
    lines = [line for entry in entries for line in entry["examples"].splitlines()]
    return tuple(line.strip().removeprefix("- ") for line in lines if line.strip())


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
