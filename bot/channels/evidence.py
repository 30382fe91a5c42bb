"""The evidence at /evidence. Plain pages that need no script."""

from __future__ import annotations

from sanic import Blueprint
from sanic.request import Request
from sanic.response import HTTPResponse, html, text

from bot.channels.headers import headers
from bot.evidence.pages import EvidencePages, MissingError, stylesheet
from bot.knowledge import rule_base, texts
from bot.paths import RULES
from bot.review.readings import load_readings

HEADERS = headers("default-src 'none'; style-src 'self'; form-action 'self'")
READ = ("GET", "HEAD")


def evidence() -> Blueprint:
    """The routes of the evidence. The rule base is read once; it changes with a restart only."""
    blueprint = Blueprint("evidence", url_prefix="/evidence")
    pages = EvidencePages(rule_base(), texts(), load_readings(RULES))
    css = stylesheet()

    # One route for all, since a slash at the end must not matter and what does not exist gets our own page.
    @blueprint.route("/", methods=READ, name="overview")
    @blueprint.route("/<path:path>", methods=READ, name="page")
    async def serve(request: Request, path: str = "") -> HTTPResponse:
        match path.strip("/").split("/"):
            case ["evidence.css"]:
                return text(css, content_type="text/css; charset=utf-8", headers=HEADERS)
            case address:
                query = request.args.get("q", "").strip()
                try:
                    return html(_page(pages, address, query), headers=HEADERS)
                except MissingError:
                    return html(pages.missing(), status=404, headers=HEADERS)

    return blueprint


def _page(pages: EvidencePages, address: list[str], query: str) -> str:
    match address:
        case [""]:
            return pages.results(query) if query else pages.overview()
        case ["coverage"]:
            return pages.coverage()
        case ["topic", key]:
            return pages.topic(key)
        case ["question", key]:
            return pages.question(key)
        case ["finding", key]:
            return pages.finding(key)
        case ["study", key]:
            return pages.study(key)
    raise MissingError("/".join(address))
