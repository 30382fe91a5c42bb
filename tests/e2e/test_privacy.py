"""What people write stays out of every log and file."""

from __future__ import annotations

import json
import os
import random
import re
import socket
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from .knowledge import MENTOR
from .running import PROJECT, Bot

pytestmark = pytest.mark.slow


def made_up_word() -> str:
    return "".join(random.choice("bdfglmnprstvz") + random.choice("aeiou") for _ in range(6))


@dataclass(frozen=True)
class Person:
    """Somebody who does not exist, so that a trace of them can only come from this test."""

    first: str
    last: str
    phone: str

    @property
    def traces(self) -> re.Pattern[bytes]:
        digits = r"[\s-]?".join(self.phone)
        return re.compile(f"{self.first}|{self.last}|{digits}".encode(), re.IGNORECASE)

    def __str__(self) -> str:
        pairs = " ".join(self.phone[at : at + 2] for at in range(0, 8, 2))
        first, last = self.first.capitalize(), self.last.capitalize()
        return f"{first} {last} (phone +45 {pairs}, {self.first}.{self.last}@example.org)"


@pytest.fixture
def person() -> Person:
    return Person(made_up_word(), made_up_word(), f"{random.randrange(10**7, 10**8)}")


def send_raw(bot: Bot, request: bytes) -> None:
    with socket.create_connection(("127.0.0.1", bot.port), timeout=5) as connection:
        connection.sendall(request)
        connection.shutdown(socket.SHUT_WR)
        while connection.recv(65536):
            pass


def changed_files(since: float, *folders: Path) -> Iterator[Path]:
    for top in folders:
        for folder, _, names in os.walk(top):
            for name in names:
                file = Path(folder, name)
                if file.is_file() and not file.is_symlink() and file.stat().st_mtime >= since:
                    yield file


class TestPrivacy:
    """`own_bot` runs with LOG_LEVEL=DEBUG and a folder of its own for temporary files."""

    def test_nothing_written_to_it_stands_in_a_log_or_file(self, own_bot: Bot, person: Person, sender: str) -> None:
        since = time.time() - 2
        self.converse(own_bot, person, sender)
        self.send_what_is_malformed(own_bot, person)
        own_bot.action_server().kill()
        own_bot.say(sender, f"{person} wants a mentor")  # an apology, and an error in the log
        own_bot.say(sender, f'/ask_why{{"question": "{person}"}}')
        time.sleep(2)  # for the supervisor's own words
        assert "action server is replaced" in own_bot.printed
        assert not person.traces.search(own_bot.printed.encode())
        holding = [str(file) for file in self.files(own_bot, since) if person.traces.search(file.read_bytes())]
        assert not holding

    @staticmethod
    def converse(bot: Bot, person: Person, sender: str) -> None:
        for message in (
            f"{MENTOR} I think of {person}.",
            f"why? says {person}",
            f"{person}",
            f"/affirm{{'name': '{person}'}}",
            f'/affirm{{"name": "{person}"}}',
            f"/{person.first}",
            f"EXTERNAL: {person}",
            f"\x00{person}\ud800",
            f"{person} " * 100,
        ):
            assert bot.say(sender, message)
        assert bot.say(str(person), MENTOR)

    @staticmethod
    def send_what_is_malformed(bot: Bot, person: Person) -> None:
        text = str(person)
        for body in (
            text,
            json.dumps(text),
            json.dumps({"sender": "a", "message": [text]}),
            json.dumps({"sender": [text], "message": "x"}),
            json.dumps({"sender": "a", "message": text})[:-1],
        ):
            assert bot.post(body.encode()).status == 400
        assert bot.post(json.dumps({"sender": "a", "message": text * 2000}).encode()).status == 413
        assert bot.request("GET", f"/{person.first}?who={person.last}").status == 404
        assert bot.request("GET", "/", headers={"Cookie": person.last, "Referer": person.first}).status == 200
        post = b"POST /webhooks/rest/webhook HTTP/1.1\r\nHost: x\r\n"
        for request in (
            f"{person.first}\r\n\r\n".encode(),
            post + f"Content-Length: {person.last}\r\n\r\n".encode(),
            post + f"Content-Length: 999\r\n\r\n{person}".encode(),
            post + f"Transfer-Encoding: chunked\r\n\r\n{person}\r\n".encode(),
            f"GET /{person.first}\xff HTTP/1.1\r\nHost: {person.last}\r\n\r\n".encode("latin-1"),
        ):
            send_raw(bot, request)

    @staticmethod
    def files(bot: Bot, since: float) -> Iterator[Path]:
        yield from changed_files(since, PROJECT, bot.temporary)
        for process in bot.tree():
            yield from (
                Path(opened.path) for opened in process.open_files() if "w" in opened.mode or "a" in opened.mode
            )
