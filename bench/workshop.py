"""The temporary folder in which the bots are built, trained and run."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bench.bot import Bot
from bench.client import Client, NoAnswer
from bench.processes import BenchError, end_of, seconds_of, started
from bot.paths import PROJECT

NOT_COPIED = (".*", "__pycache__", "bench", "models", "tests")
START_WITHIN = 240.0
"""Seconds."""
LOOK_EVERY = 0.1


@dataclass(frozen=True)
class Running:
    """A bot that answers: its process, its port, and how long it took to get there."""

    bot: Bot
    process: subprocess.Popen[bytes]
    port: int
    seconds: float


class Workshop:
    """A temporary folder in which the bots are built and run."""

    def __init__(self, folder: Path, say: Callable[[str], None]) -> None:
        self.folder = folder
        self.say = say
        self._logs = 0
        self._environment = {
            **{name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"},
            # Compiled code is kept, as on an ordinary machine, but not in the project's .venv.
            "PYTHONPYCACHEPREFIX": str(folder / "compiled"),
            "RASA_TELEMETRY_ENABLED": "false",
            "TMPDIR": str(folder),  # what TensorFlow leaves behind goes with the workshop
            "PATH": os.pathsep.join([str(PROJECT / ".tools" / "bin"), os.environ.get("PATH", os.defpath)]),
        }

    def copy_of_the_project(self, name: str) -> Path:
        """A copy without tests, models and everything hidden, such as the installation."""
        return Path(shutil.copytree(PROJECT, self.folder / name, ignore=shutil.ignore_patterns(*NOT_COPIED)))

    @contextmanager
    def untrained(self, bot: Bot) -> Iterator[Path]:
        """A copy of a bot without its model and without anything that an earlier training kept."""
        with self._copy_of(bot, "models", ".rasa") as copy:
            yield copy

    @contextmanager
    def with_a_changed_example(self, bot: Bot) -> Iterator[Path]:
        """A copy of a trained bot, with all that its training kept, in which one example has changed since."""
        with self._copy_of(bot) as copy:
            examples = copy / bot.examples
            text = examples.read_text(encoding="utf-8").rstrip()  # an example stands last in each of these files
            examples.write_text(f"{text} today\n", encoding="utf-8")
            yield copy

    def seconds(self, command: tuple[str, ...], folder: Path, at_most: float) -> float:
        """How long a command takes; says each minute how far it is.

        Raises:
            BenchError: when it fails or takes too long.
        """
        return seconds_of(command, folder, self._environment, self._new_log(), at_most, self.say)

    def output(self, command: tuple[str, ...], folder: Path, at_most: float) -> str:
        """The last line that a command prints.

        Raises:
            BenchError: when it fails or takes too long.
        """
        log = self._new_log()
        seconds_of(command, folder, self._environment, log, at_most, self.say)
        return end_of(log, 1)

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

    @contextmanager
    def _copy_of(self, bot: Bot, *without: str) -> Iterator[Path]:
        copy = self.folder / "copy"
        shutil.copytree(bot.folder, copy, symlinks=True, ignore=shutil.ignore_patterns(*without))
        try:
            yield copy
        finally:
            shutil.rmtree(copy)

    def _new_log(self) -> Path:
        self._logs += 1
        return self.folder / f"{self._logs}.log"


def _answers_rightly(client: Client, bot: Bot) -> bool:
    try:
        return bot.is_right(client.say("x", bot.question))
    except NoAnswer:
        return False


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
