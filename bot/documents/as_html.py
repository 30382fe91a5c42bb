"""A document as one HTML page that can be printed, kept as a file, and read without the server and without a script."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from bot.documents.document import Document, shaded

TEMPLATES = Path(__file__).parent / "templates"


def as_html(document: Document) -> bytes:
    """The whole page, its style included."""
    page = _environment().get_template("document.html").render(document=document, style=Markup(_style()))  # noqa: S704 - our own file
    return page.encode()


def style_source() -> str:
    """What a content security policy names under `style-src` to let the page's own style through."""
    digest = hashlib.sha256(_style().encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


@cache
def _style() -> str:
    return (TEMPLATES / "document.css").read_text(encoding="utf-8")


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["kind"] = lambda block: type(block).__name__
    environment.filters["shaded"] = shaded
    return environment
