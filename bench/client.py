"""Talks to a bot over the REST channel, on one kept connection, and notes how long each answer takes."""

from __future__ import annotations

import http.client
import json
import time
from dataclasses import dataclass
from typing import Any

ANSWER_WITHIN = 10.0
"""Seconds."""
STILL_OPEN = 3.0
"""Seconds of silence after which the connection is made anew, before the clock starts; the servers close it after 5."""


class NoAnswer(Exception):
    """The bot could not be reached, or answered with an error or not in time."""


@dataclass(frozen=True)
class Answer:
    """What the bot said, and after how many milliseconds."""

    milliseconds: float
    messages: list[dict[str, Any]]

    @property
    def text(self) -> str:
        return "\n".join(str(message.get("text", "")) for message in self.messages)


class Client:
    """One user."""

    def __init__(self, port: int) -> None:
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=ANSWER_WITHIN)
        self._last = 0.0

    def say(self, sender: str, message: str) -> Answer:
        """Sends a message and waits for the answer.

        Raises:
            NoAnswer: when there is none.
        """
        body = json.dumps({"sender": sender, "message": message}).encode()
        try:
            self._connect()
            begin = time.perf_counter()
            self._connection.request("POST", "/webhooks/rest/webhook", body, {"Content-Type": "application/json"})
            response = self._connection.getresponse()
            content = response.read()
            took = time.perf_counter() - begin
        except (OSError, http.client.HTTPException) as error:
            self._connection.close()
            raise NoAnswer(f"{type(error).__name__} {error}") from None
        if response.status != 200:
            raise NoAnswer(f"status {response.status}")
        self._last = time.monotonic()
        return Answer(took * 1000, json.loads(content))

    def close(self) -> None:
        self._connection.close()

    def _connect(self) -> None:
        if time.monotonic() - self._last > STILL_OPEN:
            self._connection.close()
        if self._connection.sock is None:
            self._connection.connect()
