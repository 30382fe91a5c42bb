"""What is kept for each sender between two messages."""

from __future__ import annotations

from bot.channels.held import MOST_HELD, Held


def test_each_sender_gets_the_own_text_which_is_there_until_it_is_taken() -> None:
    held = Held()
    held.keep("a", "one")
    held.keep("b", "two")
    held.keep("a", "three")
    assert held.of("a") == "three" and held.take("a") == "three" and held.take("a") is None and held.of("a") is None
    assert held.of("b") == "two"


def test_only_so_much_is_kept_and_the_oldest_is_dropped() -> None:
    held = Held()
    for number in range(MOST_HELD + 1):
        held.keep(str(number), "text")
    assert held.of("0") is None and held.of(str(MOST_HELD)) == "text"
