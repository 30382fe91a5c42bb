"""What the bot says in one message: a text without blank lines, buttons, at times a picture, and documents."""

from __future__ import annotations

import json
from dataclasses import dataclass


@dataclass(frozen=True)
class Button:
    """A choice: what it reads and the message it sends."""

    title: str
    payload: str


@dataclass(frozen=True)
class Offer:
    """A document to take away: its name on the document route, its title, and whether it can hold the manager's words.

    `result_file` is set where it can be kept as a file too, and compared with such a file of an earlier check.
    """

    document: str
    title: str
    own_words: bool = False
    result_file: bool = False


@dataclass(frozen=True)
class Reply:
    """`image` is a picture as a data: URI, often none; the text says the same in words.

    `documents` are for channels that can hand out files; others leave them out.
    """

    text: str
    buttons: tuple[Button, ...] = ()
    image: str = ""
    documents: tuple[Offer, ...] = ()

    def words(self) -> int:
        """Words of the text, buttons left out."""
        return len(self.text.split())


def payload(intent: str, **about: str) -> str:
    """The message a button sends: an intent, and what it is about (a question, a fact, an answer) where that matters."""
    return f"/{intent}{json.dumps(about)}" if about else f"/{intent}"
