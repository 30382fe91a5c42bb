"""What the bot says in one message: a text without blank lines, and buttons."""

from __future__ import annotations

import json
from dataclasses import dataclass


@dataclass(frozen=True)
class Button:
    """A choice: what it reads and the message it sends."""

    title: str
    payload: str


@dataclass(frozen=True)
class Reply:
    text: str
    buttons: tuple[Button, ...] = ()

    def words(self) -> int:
        """Words of the text, buttons left out."""
        return len(self.text.split())


def payload(intent: str, **about: str) -> str:
    """The message a button sends: an intent, and the question or fact it is about where that matters."""
    return f"/{intent}{json.dumps(about)}" if about else f"/{intent}"
