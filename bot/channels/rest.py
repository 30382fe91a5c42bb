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

from bot.channels.body import body_of, sender_in
from bot.channels.documents import give_document
from bot.channels.gates import Gates
from bot.channels.incoming import sorry, with_addresses
from bot.knowledge import texts
from bot.nlu.danger_revealed import NO_EMERGENCY
from bot.presentation.reply import Reply, payload
from bot.server.settings import read_settings

logger = logging.getLogger(__name__)
EXAMPLE, RESULT_EXAMPLE = '{"sender": "…", "message": "…"}', '{"sender": "…", "result": "…"}'


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

        @webhook.post("/result")
        async def compare(request: Request) -> HTTPResponse:
            try:
                body = body_of(request, RESULT_EXAMPLE)
                sender, result = sender_in(body), _text_in(body, "result")
            except ValueError as error:
                return json({"error": str(error)}, status=400)
            message = payload("load_result", result=result)
            return json(await self._answers(sender, message, on_new_message))

        webhook.add_route(give_document, "/document", methods=["POST"])
        return webhook

    def _linked(self, message: dict[str, Any]) -> dict[str, Any]:
        return {**message, "text": with_addresses(message["text"], self._found_at)} if "text" in message else message

    async def _replies(
        self, sender: str, text: str, on_new_message: Callable[[UserMessage], Awaitable[Any]]
    ) -> list[dict[str, Any]]:
        passed = self._gates.look(sender, text)
        if passed.reply is not None:
            return [_as_message(sender, passed.reply)]
        messages = await self._answers(sender, passed.text, on_new_message, passed.no_emergency)
        instead = self._gates.instead(sender, passed.text, messages)
        return messages if instead is None else [_as_message(sender, instead)]

    async def _answers(
        self,
        sender: str,
        message: str,
        on_new_message: Callable[[UserMessage], Awaitable[Any]],
        no_emergency: bool = False,
    ) -> list[dict[str, Any]]:
        """What Rasa answers to a message as it is, or an apology."""
        collected, about = CollectingOutputChannel(), {NO_EMERGENCY: no_emergency}
        try:
            await on_new_message(UserMessage(message, collected, sender, input_channel=self.name(), metadata=about))
        except Exception:
            logger.exception("a message could not be answered")
        messages = [self._linked(message) for message in collected.messages]
        return messages or [{"recipient_id": sender, "text": sorry()}]


def _as_message(sender: str, reply: Reply) -> dict[str, Any]:
    buttons = {"buttons": [vars(button) for button in reply.buttons]} if reply.buttons else {}
    return {"recipient_id": sender, "text": reply.text, **buttons}


def _sender_and_text(request: Request) -> tuple[str, str]:
    """Who wrote what.

    Raises:
        ValueError: with a sentence for the developer, when the body is not what the channel takes.
    """
    body = body_of(request, EXAMPLE)
    return sender_in(body), _text_in(body, "message")


def _text_in(body: dict[str, Any], key: str) -> str:
    text = body.get(key)
    if not isinstance(text, str):
        raise ValueError(f"“{key}” must be a text.")
    return text.encode("utf-8", "replace").decode()  # half a surrogate pair, which JSON allows, is no text
