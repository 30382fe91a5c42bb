"""The chat page at `/`, the widget's files and the welcome message."""

from __future__ import annotations

from pathlib import Path

from sanic import Blueprint
from sanic.request import Request
from sanic.response import HTTPResponse, json, raw

from bot.channels.headers import headers
from bot.documents.as_html import style_source
from bot.knowledge import rule_base, texts
from bot.presentation.check import start_button
from bot.presentation.follow_ups import question_buttons

WEB = Path(__file__).parent / "web"
FILES = {
    "/": ("index.html", "text/html; charset=utf-8"),
    "/waymark-chat.js": ("waymark-chat.js", "text/javascript; charset=utf-8"),
    "/waymark-documents.js": ("waymark-documents.js", "text/javascript; charset=utf-8"),
    "/texts.en.json": ("texts.en.json", "application/json"),
}
# A page to print, which a browser makes of a document, obeys the policy of the chat that opened it: hence its style.
HEADERS = headers(
    f"default-src 'self'; style-src 'self' {style_source()}; img-src 'self' data:; form-action 'none'; object-src 'none'"
)


def page() -> Blueprint:
    """The routes of the chat page. Files are read once; they change with the version only."""
    blueprint = Blueprint("page")
    for route, (name, kind) in FILES.items():
        blueprint.add_route(_serving((WEB / name).read_bytes(), kind), route, methods=["GET", "HEAD"], name=name)
    welcome = _welcome()

    @blueprint.get("/welcome.json")
    async def greet(_request: Request) -> HTTPResponse:
        return json(welcome, headers=HEADERS)

    return blueprint


def _serving(content: bytes, kind: str):  # type: ignore[no-untyped-def]
    async def serve(_request: Request) -> HTTPResponse:
        return raw(content, content_type=kind, headers=HEADERS)

    return serve


def _welcome() -> dict[str, object]:
    questions = question_buttons(texts().at("welcome.questions"), rule_base(), texts())
    choices = (*questions, start_button(texts()))
    return {"text": texts().get("welcome.text"), "questions": [vars(button) for button in choices]}
