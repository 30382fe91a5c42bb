"""A client's talk with a running bot."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import uuid4

from bench.client import Client, NoAnswer
from bench.setting import Findings
from bench.workshop import Running


class Talk:
    """Sends messages, and notes what goes wrong."""

    def __init__(self, running: Running, findings: Findings) -> None:
        self._running = running
        self._findings = findings
        self._client = Client(running.port)

    def milliseconds(self, sender: str, message: str) -> float:
        """How long the answer to a message takes.

        Raises:
            NoAnswer: when there is none.
        """
        bot = self._running.bot
        try:
            answer = self._client.say(sender, message)
        except NoAnswer as error:
            raise NoAnswer(f"{bot.name} gave no answer to “{message}”: {error}") from None
        if bot.is_failure(answer):
            self._findings.failures.append(f"{bot.name} answered “{message}” with “{answer.text}”.")
        elif not answer.messages:
            self._findings.silences[bot.name] += 1
        return answer.milliseconds

    def send_all(self, messages: Sequence[str]) -> None:
        for message in messages:
            self.milliseconds(new_sender(), message)

    def warm_up(self, count: int) -> None:
        self.send_all(self._running.bot.varied(count, "warm-up"))

    def of_another_client(self) -> Talk:
        return Talk(self._running, self._findings)

    def close(self) -> None:
        self._client.close()


def new_sender() -> str:
    """Somebody who has not written before."""
    return f"bench-{uuid4()}"
