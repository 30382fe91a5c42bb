"""Hours that pass at once."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any


class HurriedLoop(asyncio.SelectorEventLoop):
    """Python's own event loop, with a clock that can be put forward."""

    ahead = 0.0

    def time(self) -> float:
        return super().time() + self.ahead


def run(story: Coroutine[Any, Any, None]) -> None:
    """Runs a story in which hours may pass."""
    loop = HurriedLoop()
    try:
        loop.run_until_complete(story)
    finally:
        loop.close()


async def pass_hours(hours: float) -> None:
    """Puts the clock forward and lets happen what is due."""
    loop = asyncio.get_running_loop()
    assert isinstance(loop, HurriedLoop)
    loop.ahead += hours * 3600
    for _ in range(2):  # in the first round what is due is found, in the second it has been done
        await asyncio.sleep(0)
