"""What is kept for each sender between two messages."""

from __future__ import annotations

import asyncio

from bot.channels.held import MOST_HELD, Held

from ..conversations.clock import pass_hours, run


def test_only_so_much_is_kept_and_the_oldest_is_dropped() -> None:
    async def story() -> None:
        held = Held(forget_after=24)
        for number in range(MOST_HELD + 1):
            held[str(number)] = "text"
        assert "0" not in held and held[str(MOST_HELD)] == "text"

    asyncio.run(story())


def test_it_is_kept_for_so_many_hours() -> None:
    async def story() -> None:
        held = Held(forget_after=2)
        held["a"] = "text"
        await pass_hours(1.9)
        assert held["a"] == "text"
        await pass_hours(0.2)
        assert "a" not in held

    run(story())
