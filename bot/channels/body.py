"""The JSON bodies of requests, and who sent them."""

from __future__ import annotations

from typing import Any

from sanic.request import Request

LARGEST_BODY = 100_000
"""Bytes of a request at most."""
LONGEST_SENDER = 200


def body_of(request: Request, example: str) -> dict[str, Any]:
    """The body of a request as an object.

    Raises:
        ValueError: with a sentence for the developer that holds the example, when the body is no JSON object.
    """
    try:
        body = request.json
    except Exception:
        raise ValueError(f"The body is not JSON. Send {example}.") from None
    if not isinstance(body, dict):
        raise ValueError(f"The body is no JSON object. Send {example}.")
    return body


def sender_in(body: dict[str, Any]) -> str:
    """Whose conversation it is about.

    Raises:
        ValueError: with a sentence for the developer, when there is no such text or it is too long.
    """
    sender = body.get("sender")
    if not isinstance(sender, str) or not 0 < len(sender) <= LONGEST_SENDER:
        raise ValueError(f"“sender” must be a text of 1 to {LONGEST_SENDER} characters that nobody can guess.")
    return sender
