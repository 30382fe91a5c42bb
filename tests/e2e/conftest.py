"""One bot for all tests that only talk to it, and one for those that hurt it."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, sync_playwright

from .chat import Chat, OpenChat
from .knowledge import MENTOR, right_answer
from .other_site import Site
from .running import PROJECT, Bot, copy_project, eventually

SEEN_WITHIN = 3
"""Seconds until the supervisor has seen a server in good health; until then it allows it a long time to start."""
QUIET = (
    "--no-sandbox",  # root in a container has no sandbox
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)

_numbers = count(1)


@pytest.fixture(scope="session")
def intranet() -> Iterator[Site]:
    """A site of another origin whose pages may embed the chat."""
    with Site() as site:
        yield site


@pytest.fixture(scope="session")
def bot(tmp_path_factory: pytest.TempPathFactory, intranet: Site) -> Iterator[Bot]:
    """The bot that every test talks to. Please do it no harm."""
    bot = Bot(tmp_path_factory.mktemp("bot"), ALLOWED_ORIGINS=f"https://waymark.example {intranet.origin}")
    bot.start()
    yield bot
    bot.end()


@dataclass
class Sturdy:
    """Keeps one bot for tests that hurt it, and starts it again when one of them ended it."""

    bot: Bot

    def healthy(self) -> Bot:
        if not self.bot.running:
            self.bot.start()
        assert eventually(self._answers, within=60), f"the bot does not recover; it printed:\n{self.bot.printed}"
        time.sleep(SEEN_WITHIN)
        return self.bot

    def _answers(self) -> bool:
        try:
            return self.bot.ask(new_sender(), MENTOR) == right_answer("mentor_who")
        except OSError:
            return False


@pytest.fixture(scope="session")
def _sturdy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sturdy]:
    # Not even who asks for every detail in the log gets what people wrote, hence DEBUG.
    sturdy = Sturdy(Bot(tmp_path_factory.mktemp("own-bot"), LOG_LEVEL="DEBUG"))
    yield sturdy
    sturdy.bot.end()


@pytest.fixture
def own_bot(_sturdy: Sturdy) -> Bot:
    """A bot that a test may kill: in good health now, started anew when an earlier test ended it."""
    return _sturdy.healthy()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    found = subprocess.run([PROJECT / "scripts" / "chromium"], capture_output=True, text=True, check=False)
    assert found.returncode == 0, found.stderr
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found.stdout.strip(), args=QUIET)
        yield browser
        browser.close()


@pytest.fixture
def new_chat(browser: Browser) -> Iterator[OpenChat]:
    """Makes tabs that are closed after the test."""
    chats: list[Chat] = []

    def make(**settings: Any) -> Chat:
        chats.append(Chat(browser, **settings))
        return chats[-1]

    yield make
    for chat in chats:
        chat.context.close()


@pytest.fixture
def sender() -> str:
    """Somebody who has never written before."""
    return new_sender()


def new_sender() -> str:
    return f"somebody-{next(_numbers)}"


@pytest.fixture
def project_copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project's sources elsewhere, without .venv and models."""
    return copy_project(tmp_path_factory.mktemp("copy"))
