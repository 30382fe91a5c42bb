"""What is kept is forgotten by itself."""

from __future__ import annotations

import asyncio

import pytest

from bot.conversations.kept import Kept

from .clock import pass_hours, run


def test_a_value_is_forgotten_when_its_time_is_over_and_not_before() -> None:
    async def story() -> None:
        kept: Kept[str] = Kept(hours=24, most=10)
        kept["a"] = "first"
        await pass_hours(23.9)
        assert kept["a"] == "first"
        await pass_hours(0.2)
        assert "a" not in kept and len(kept) == 0

    run(story())


def test_a_value_that_is_set_anew_is_kept_from_then_on() -> None:
    async def story() -> None:
        kept: Kept[str] = Kept(hours=24, most=10)
        kept["a"] = "first"
        await pass_hours(20)
        kept["a"] = "second"
        await pass_hours(20)
        assert kept["a"] == "second"
        await pass_hours(5)
        assert "a" not in kept

    run(story())


def test_of_too_many_the_one_set_longest_ago_is_forgotten() -> None:
    async def story() -> None:
        kept: Kept[str] = Kept(hours=24, most=2)
        for key in ("a", "b", "a", "c"):
            kept[key] = key
        assert list(kept) == ["a", "c"]

    run(story())


def test_what_was_taken_out_can_be_set_again_for_its_whole_time() -> None:
    async def story() -> None:
        kept: Kept[str] = Kept(hours=24, most=10)
        kept["a"] = "first"
        await pass_hours(20)
        assert kept.pop("a") == "first"
        kept["a"] = "second"
        await pass_hours(20)
        assert dict(kept) == {"a": "second"}

    run(story())


def test_where_no_time_passes_nothing_can_be_kept() -> None:
    """Outside an event loop a value would never be forgotten, so it is not taken."""
    kept: Kept[str] = Kept(hours=24, most=10)
    with pytest.raises(RuntimeError, match="no running event loop"):
        kept["a"] = "first"
    assert len(kept) == 0


def test_forgetting_leaves_nothing_scheduled() -> None:
    """Ten thousand messages in a day leave one end of time per sender, not one per message."""

    async def story() -> None:
        kept: Kept[str] = Kept(hours=24, most=10)
        for number in range(1000):
            kept["a"] = str(number)
        await asyncio.sleep(0)
        scheduled = asyncio.get_running_loop()._scheduled  # type: ignore[attr-defined]
        assert len([end for end in scheduled if not end.cancelled()]) == 1

    run(story())
