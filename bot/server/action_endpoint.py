"""How the Rasa server calls the action server: one kept connection, little data, a short time-out, discreet errors."""

from __future__ import annotations

import asyncio
from typing import Any

import aiohttp
from rasa.shared.exceptions import RasaException
from rasa.utils.endpoints import EndpointConfig

LONGEST_WAIT = 4.0
"""Seconds until a call is given up, so that the user reads an apology within six."""


class ActionServerError(RasaException):
    """The action server did not do what it was asked to."""


class ActionEndpoint(EndpointConfig):
    """Rasa's own endpoint waits 300 s, opens a connection per call, sends the whole domain and every event, and quotes the user's message in its errors."""

    _session: aiohttp.ClientSession | None = None

    async def request(
        self,
        method: str = "post",
        subpath: str | None = None,
        content_type: str | None = "application/json",
        compress: bool = False,
        **kwargs: Any,
    ) -> Any:
        """Calls an action and returns what it answers.

        Raises:
            ActionServerError: when it does not answer in time or answers with an error.
        """
        if self._session is None:
            kept = aiohttp.TCPConnector(keepalive_timeout=2)  # given up before the action server does, after 5 s
            self._session = aiohttp.ClientSession(connector=kept, timeout=aiohttp.ClientTimeout(total=LONGEST_WAIT))
        try:
            async with self._session.post(self.url, json=_slimmed(kwargs["json"])) as answer:
                if answer.status != 200:
                    raise ActionServerError(f"the action server answered with status {answer.status}")
                return await answer.json()
        except (aiohttp.ClientError, asyncio.TimeoutError, ValueError) as error:
            raise ActionServerError(f"the action server does not answer ({type(error).__name__})") from None


def _slimmed(call: dict[str, Any]) -> dict[str, Any]:
    """The call without the domain and past events, which no action reads and which grow with the conversation."""
    return {**call, "domain": {}, "tracker": {**call["tracker"], "events": []}}
