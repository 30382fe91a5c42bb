"""The headers of everything that a browser reads."""

from __future__ import annotations


def headers(policy: str) -> dict[str, str]:
    """The headers of a page under a content security policy, to which what holds for every page is added."""
    return {
        "Cache-Control": "no-cache",
        "Content-Security-Policy": f"{policy}; base-uri 'none'; frame-ancestors 'self'",
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
    }
