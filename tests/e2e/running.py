"""Starts, asks and ends the bot as a user would, and copies the project."""

from __future__ import annotations

import http.client
import json
import os
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil

PROJECT = Path(__file__).resolve().parents[2]
NOT_INHERITED = (
    "HOST",
    "PORT",
    "ALLOWED_ORIGINS",
    "PUBLIC_URL",
    "FORGET_AFTER_HOURS",
    "LOG_LEVEL",
    "VIRTUAL_ENV",
    "PYTHONPATH",
    "MAKEFLAGS",
    "MAKELEVEL",
)
READY = "Waymark is ready"
PUBLIC_URL = "https://waymark.example"
"""With which links in answers begin, whatever port a bot under test listens on."""
START_WITHIN = 240.0
"""Seconds; a start takes 20, but the first one may have to train, and the machine may be busy."""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def environment(**settings: str) -> dict[str, str]:
    """The environment of a user's shell: ours without what pytest or make may have added, plus the settings."""
    return {key: value for key, value in os.environ.items() if key not in NOT_INHERITED} | settings


def eventually(holds: Callable[[], bool], within: float) -> bool:
    """Whether something comes true within so many seconds."""
    end = time.monotonic() + within
    while not holds():
        if time.monotonic() > end:
            return False
        time.sleep(0.1)
    return True


def left_alive(processes: Iterable[psutil.Process], within: float) -> list[str]:
    """The command lines of those processes that are still there after so many seconds."""
    processes = list(processes)
    eventually(lambda: not any(_lives(process) for process in processes), within)
    return [command_of(process) for process in processes if _lives(process)]


def command_of(process: psutil.Process) -> str:
    """The command line of a process; empty when it has ended."""
    try:
        return " ".join(process.cmdline())
    except psutil.Error:
        return ""


def _lives(process: psutil.Process) -> bool:
    try:
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def waymark(*arguments: str, project: Path = PROJECT, **settings: str) -> subprocess.CompletedProcess[str]:
    """Runs a command of Waymark that is expected to end by itself."""
    return subprocess.run(
        ["./waymark", *arguments],
        cwd=project,
        env=environment(**settings),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def copy_project(target: Path) -> Path:
    """Copies the project's sources, tracked or new, but nothing that was installed, trained or measured."""
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard", "-z"], cwd=PROJECT, capture_output=True, text=True, check=False
    )
    assert listed.returncode == 0, f"These tests need a git checkout and git itself: {listed.stderr}"
    for name in filter(None, listed.stdout.split("\0")):
        source = PROJECT / name
        if source.is_file() and not source.is_symlink():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(source, target / name)
    return target


@dataclass(frozen=True)
class Answer:
    """What came back over HTTP."""

    status: int
    text: str

    @property
    def replies(self) -> list[dict[str, Any]]:
        replies: list[dict[str, Any]] = json.loads(self.text)
        return replies


class Bot:
    """A running bot. What it prints, on either stream, goes to a file; so do its temporary files."""

    def __init__(self, folder: Path, command: tuple[str, ...] = ("./waymark", "run"), **settings: str) -> None:
        self.port = free_port()
        self._command = command
        self.temporary = folder / "temporary"
        self.temporary.mkdir()
        self._environment = environment(
            PORT=str(self.port), TMPDIR=str(self.temporary), PUBLIC_URL=PUBLIC_URL, **settings
        )
        self._log = folder / "printed.txt"
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/"

    @property
    def printed(self) -> str:
        return self._log.read_text(encoding="utf-8", errors="replace")

    # processes

    def start(self) -> None:
        """Starts the bot and waits until it says that it is ready."""
        with self._log.open("wb") as log:
            self._process = subprocess.Popen(
                self._command,
                cwd=PROJECT,
                env=self._environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                # A shell's background job ignores Ctrl-C, and so would all that it starts.
                preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
            )
        eventually(lambda: READY in self.printed or not self.running, START_WITHIN)
        if READY not in self.printed or not self.running:
            self.end()
            raise AssertionError(f"the bot did not start; it printed:\n{self.printed}")

    @property
    def process(self) -> subprocess.Popen[bytes]:
        assert self._process, "the bot was not started"
        return self._process

    @property
    def running(self) -> bool:
        return self._process is not None and self._process.poll() is None

    def tree(self) -> list[psutil.Process]:
        """The process that was started and all that came of it."""
        root = psutil.Process(self.process.pid)
        return [root, *root.children(recursive=True)]

    def action_server(self) -> psutil.Process:
        return next(each for each in self.tree() if "bot.server.action_server" in command_of(each))

    def press_ctrl_c(self) -> None:
        """Does what a terminal does: interrupts every process of the foreground group."""
        os.killpg(self.process.pid, signal.SIGINT)

    def end(self) -> None:
        """Ends the bot as a service manager does, and whatever it may have left behind."""
        if not self.running:
            return
        tree = self.tree()
        self.process.terminate()
        left_alive(tree, within=15)
        for process in tree:
            if _lives(process):
                process.kill()
        self.process.wait()

    # messages

    def request(
        self, method: str, path: str, body: bytes | None = None, headers: dict[str, str] | None = None
    ) -> Answer:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)
        try:
            connection.request(method, path, body, headers or {})
            response = connection.getresponse()
            return Answer(response.status, response.read().decode("utf-8"))
        finally:
            connection.close()

    def post(self, body: bytes) -> Answer:
        """Posts any bytes to the REST channel."""
        return self.request("POST", "/webhooks/rest/webhook", body, {"Content-Type": "application/json"})

    def say(self, sender: str, message: str) -> list[dict[str, Any]]:
        """Sends a message; returns the replies."""
        answer = self.post(json.dumps({"sender": sender, "message": message}).encode())
        assert answer.status == 200, answer
        return answer.replies

    def ask(self, sender: str, message: str) -> str:
        """Sends a message; returns the text of the one reply."""
        replies = self.say(sender, message)
        assert len(replies) == 1, replies
        return str(replies[0]["text"])
