"""The REST channel at /webhooks/rest, which the web widget uses too. It never answers with silence."""

from __future__ import annotations

import logging
import os
from collections.abc import Awaitable, Callable
from typing import Any

from rasa.core.channels.channel import CollectingOutputChannel, InputChannel, UserMessage
from sanic import Blueprint
from sanic.request import Request
from sanic.response import HTTPResponse, json

from bot.channels.gates import Gates
from bot.channels.incoming import sorry, with_addresses
from bot.knowledge import texts
from bot.server.settings import read_settings

logger = logging.getLogger(__name__)

LARGEST_BODY = 100_000
"""Bytes of a request at most."""
LONGEST_SENDER = 200


class RestChannel(InputChannel):
    """Rasa's own REST channel answers `[]` when an action fails, and logs the message; this one apologises and does not."""

    def __init__(self) -> None:
        settings = read_settings(os.environ)
        self._gates = Gates(texts(), settings.forget_after)
        self._found_at = settings.found_at

    @classmethod
    def name(cls) -> str:
        return "rest"

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[Any]]) -> Blueprint:
        webhook = Blueprint("rest_webhook")

        @webhook.get("/")
        async def health(_request: Request) -> HTTPResponse:
            return json({"status": "ok"})

        @webhook.post("/webhook")
        async def receive(request: Request) -> HTTPResponse:
            try:
                sender, text = _sender_and_text(request)
            except ValueError as error:
                return json({"error": str(error)}, status=400)
            return json(await self._replies(sender, text, on_new_message))

        return webhook

    def _linked(self, message: dict[str, Any]) -> dict[str, Any]:
        return {**message, "text": with_addresses(message["text"], self._found_at)} if "text" in message else message

    async def _replies(
        self, sender: str, text: str, on_new_message: Callable[[UserMessage], Awaitable[Any]]
    ) -> list[dict[str, Any]]:
        passed = self._gates.look(sender, text)
        if passed.reply is not None:
            buttons = {"buttons": [vars(button) for button in passed.reply.buttons]} if passed.reply.buttons else {}
            return [{"recipient_id": sender, "text": passed.reply.text, **buttons}]
        collected = CollectingOutputChannel()
        try:
            await on_new_message(UserMessage(passed.text, collected, sender, input_channel=self.name()))
        except Exception:
            logger.exception("a message could not be answered")
        messages = [self._linked(message) for message in collected.messages]
        return messages or [{"recipient_id": sender, "text": sorry()}]


def _sender_and_text(request: Request) -> tuple[str, str]:
    """Who wrote what.

    Raises:
        ValueError: with a sentence for the developer, when the body is not what the channel takes.
    """
    try:
        body = request.json
    except Exception:
        raise ValueError('The body is not JSON. Send {"sender": "…", "message": "…"}.') from None
    if not isinstance(body, dict):
        raise ValueError('The body is no JSON object. Send {"sender": "…", "message": "…"}.')
    sender, text = body.get("sender"), body.get("message")
    if not isinstance(sender, str) or not 0 < len(sender) <= LONGEST_SENDER:
        raise ValueError(f"“sender” must be a text of 1 to {LONGEST_SENDER} characters that nobody can guess.")
    if not isinstance(text, str):
        raise ValueError("“message” must be a text.")
    return sender, text.encode("utf-8", "replace").decode()  # half a surrogate pair, which JSON allows, is no text
