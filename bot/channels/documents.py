"""The documents of a conversation, at /webhooks/rest/document. They are made when asked for and kept nowhere."""

from __future__ import annotations

import asyncio
import datetime
from dataclasses import dataclass

from sanic.request import Request
from sanic.response import HTTPResponse, json, raw

from bot.channels.body import body_of, sender_in
from bot.channels.headers import headers
from bot.documents.as_docx import as_docx
from bot.documents.as_html import as_html, style_source
from bot.documents.frame import Frame
from bot.documents.offered import READINESS, NothingKnownError, make, names, result_file, talk_in
from bot.knowledge import rule_base, texts

EXAMPLE = '{"sender": "…", "document": "plan", "format": "docx"}'
NOTHING_KNOWN = "Nothing is known in this conversation yet. Tell the bot of a situation, or ask it a question, first."
RESULT_FILE = "json"
"""The format in which only the result of a readiness check can be had, to be compared with a later one."""
WRITERS = {"docx": as_docx, "html": as_html}
TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "html": "text/html; charset=utf-8",
    "json": "application/json",
}
HEADERS = headers(f"default-src 'none'; style-src {style_source()}; form-action 'none'")


@dataclass(frozen=True)
class Wanted:
    """Which document of whose conversation, as what."""

    sender: str
    document: str
    format: str
    own_words: bool


async def give_document(request: Request) -> HTTPResponse:
    """The document as a file, or a sentence on why there is none."""
    try:
        wanted = _wanted(request)
    except ValueError as error:
        return json({"error": str(error)}, status=400)
    tracker = await request.app.ctx.agent.tracker_store.retrieve(wanted.sender)
    talk = talk_in(tracker.current_slot_values() if tracker else {}, rule_base())
    frame = Frame(rule_base(), texts(), datetime.date.today())

    def written() -> bytes:
        if wanted.format == RESULT_FILE:
            return result_file(talk, frame).encode()
        document = make(wanted.document, talk, frame, own_words=wanted.own_words)
        return WRITERS[wanted.format](document)

    try:
        content = await asyncio.to_thread(written)
    except NothingKnownError:
        return json({"error": NOTHING_KNOWN}, status=409)
    name = f'attachment; filename="waymark-{wanted.document.replace("_", "-")}.{wanted.format}"'
    return raw(content, content_type=TYPES[wanted.format], headers={**HEADERS, "Content-Disposition": name})


def _wanted(request: Request) -> Wanted:
    """What is wanted.

    Raises:
        ValueError: with a sentence for the developer, when the body is not what the route takes.
    """
    body = body_of(request, EXAMPLE)
    wanted = Wanted(sender_in(body), body.get("document", ""), body.get("format", ""), body.get("own_words", False))
    if wanted.document not in names(rule_base()):
        raise ValueError(f"“document” must be one of: {', '.join(names(rule_base()))}.")
    formats = (*WRITERS, RESULT_FILE) if wanted.document == READINESS else tuple(WRITERS)
    if wanted.format not in formats:
        raise ValueError(f"“format” must be one of: {', '.join(formats)}.")
    if not isinstance(wanted.own_words, bool):
        raise ValueError("“own_words” must be true or false.")
    return wanted
