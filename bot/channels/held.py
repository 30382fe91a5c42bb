"""A little that is kept for each sender between two messages, in memory and for a time only."""

from __future__ import annotations

from bot.conversations.kept import Kept

MOST_HELD = 1000
"""Senders for whom something is kept at most; the oldest is dropped."""


class Held(Kept[str]):
    """One text for each sender."""

    def __init__(self, forget_after: int) -> None:
        """Each text is forgotten so many hours after it came."""
        super().__init__(forget_after, MOST_HELD)
