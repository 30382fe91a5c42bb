"""The order in which a message passes the gates."""

from __future__ import annotations

import pytest

from bot.channels.gates import Gates
from bot.channels.incoming import LONGEST
from bot.knowledge import texts
from bot.presentation.reply import Reply

pytestmark = pytest.mark.asyncio
TOO_LONG = Reply(texts().get("problems.too_long", limit=LONGEST))


@pytest.fixture
def gates() -> Gates:
    return Gates(texts(), 24)


async def test_a_message_beyond_all_length_is_not_asked_about_its_words(gates: Gates) -> None:
    assert gates.look("a", "Should our recoverymentor have supervision? " * 200).reply == TOO_LONG


async def test_danger_comes_before_length(gates: Gates) -> None:
    reply = gates.look("a", "Our PSW wants to kill herself tonight. " * 200).reply
    assert reply is not None and reply != TOO_LONG and "112" in reply.text
