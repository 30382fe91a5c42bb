"""The action server as the supervisor runs it."""

from __future__ import annotations

import json
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from urllib.error import HTTPError, URLError

import psutil
import pytest

from bot.paths import PROJECT

from .processes import free_port, wait_until

SECRET = "Bo Nielsen in team 7 drinks"


class Server:
    """The process, its port and what it printed."""

    def __init__(self) -> None:
        self.port = free_port()
        self.process = subprocess.Popen(
            [sys.executable, "-m", "bot.server.action_server", str(self.port)],
            cwd=PROJECT,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def healthy(self) -> bool:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/health", timeout=5) as answer:
                return bool(answer.status == 200)
        except (URLError, OSError):
            return False

    def call(self, action: str) -> dict[str, object]:
        message = {"text": SECRET, "intent": {"name": action.removeprefix("action_")}, "entities": []}
        tracker = {"sender_id": "me", "slots": {"answered": "mentor_who"}, "latest_message": message, "events": []}
        body = json.dumps({"next_action": action, "sender_id": "me", "tracker": tracker, "domain": {}}).encode()
        request = urllib.request.Request(
            f"http://127.0.0.1:{self.port}/webhook", body, {"Content-Type": "application/json"}
        )
        with urllib.request.urlopen(request, timeout=5) as answer:
            return dict(json.load(answer))

    def end(self) -> str:
        self.process.terminate()
        return self.process.communicate(timeout=10)[0]


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    running = Server()
    wait_until(running.healthy)
    yield running
    if running.process.poll() is None:
        running.end()


def test_an_action_is_served(server: Server) -> None:
    answer = server.call("action_why")
    [said] = answer["responses"]  # type: ignore[misc]
    assert said["text"].startswith("Why I say this:")
    slots = {each["name"]: each["value"] for each in answer["events"]}  # type: ignore[attr-defined]
    assert slots == {"answered": "mentor_who", "earlier": ["mentor_who"]}


def test_it_listens_on_loopback_only(server: Server) -> None:
    addresses = {
        each.laddr.ip for each in psutil.Process(server.process.pid).net_connections() if each.status == "LISTEN"
    }
    assert addresses == {"127.0.0.1"}


def test_it_prints_nothing_of_a_message_also_when_an_action_fails(server: Server) -> None:
    """An action that is not there, and an answer to an intent that is no question, are the failures to be had."""
    for action in ("action_none", "action_answer"):
        with pytest.raises(HTTPError):
            server.call(action)
    assert SECRET not in server.end()
