"""A little that is kept for each sender between two messages, in memory only."""

from __future__ import annotations

from collections import OrderedDict

MOST_HELD = 1000
"""Senders for whom something is kept at most; the oldest is dropped."""


class Held:
    """One text for each sender."""

    def __init__(self) -> None:
        self._texts: OrderedDict[str, str] = OrderedDict()

    def keep(self, sender: str, text: str) -> None:
        """Keeps a text, in place of what was kept for the sender before."""
        self._texts[sender] = text
        self._texts.move_to_end(sender)
        while len(self._texts) > MOST_HELD:
            self._texts.popitem(last=False)

    def of(self, sender: str) -> str | None:
        """What is kept for the sender."""
        return self._texts.get(sender)

    def take(self, sender: str) -> str | None:
        """What is kept for the sender, who has nothing kept any more."""
        return self._texts.pop(sender, None)
