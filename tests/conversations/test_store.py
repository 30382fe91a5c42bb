"""Conversations as the Rasa server keeps them."""

from __future__ import annotations

import asyncio

import pytest
from rasa.core.tracker_store import TrackerStore
from rasa.core.utils import AvailableEndpoints
from rasa.shared.core.events import Event
from rasa.shared.core.trackers import EventVerbosity
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.why import ActionWhy
from bot.conversations import store
from bot.conversations.store import CompactTrackerStore
from bot.knowledge import rule_base, texts
from bot.paths import PROJECT
from bot.presentation.follow_ups import why
from bot.reasoning.advise import advise
from bot.server.settings import SettingError

from .clock import pass_hours, run
from .turns import DOMAIN, start_over, turn

SITUATION = {"mentor_named": ["no", "nobody is her mentor"]}


@pytest.fixture
def kept(monkeypatch: pytest.MonkeyPatch) -> CompactTrackerStore:
    """A store as it is without any setting."""
    monkeypatch.delenv("FORGET_AFTER_HOURS", raising=False)
    return CompactTrackerStore(DOMAIN)


async def talk(kept: TrackerStore, sender: str, *turns: list[Event]) -> None:
    """Takes a conversation out and puts it back at each turn, as Rasa does."""
    for events in turns:
        tracker = await kept.get_or_create_tracker(sender)
        tracker.update_with_events(events, DOMAIN)
        await kept.save(tracker)


async def said_by_why(kept: TrackerStore, sender: str) -> str:
    """What the action says to “why?”, on what the action server would be sent."""
    tracker = await kept.get_or_create_tracker(sender)
    tracker.update_with_events(turn("why?")[:1], DOMAIN)
    dispatcher = CollectingDispatcher()
    ActionWhy().run(dispatcher, Tracker.from_dict(tracker.current_state(EventVerbosity.ALL)), {})
    return str(dispatcher.messages[0]["text"])


def test_endpoints_yml_names_this_store() -> None:
    """Rasa takes its own store, with no more than a warning, where it does not find the one that is named."""
    endpoints = AvailableEndpoints.read_endpoints(str(PROJECT / "endpoints.yml"))
    assert type(TrackerStore.create(endpoints.tracker_store)) is CompactTrackerStore


@pytest.mark.parametrize("number", [0, 1, 300])
def test_a_follow_up_is_about_the_right_answer_however_many_turns_ago_that_was(
    kept: CompactTrackerStore, number: int
) -> None:
    async def story() -> None:
        await talk(kept, "a", turn("who pays?", answered="funding_source", situation=SITUATION, language_told=True))
        await talk(kept, "a", turn("who is a mentor?", answered="mentor_who"))
        await talk(kept, "a", *(turn(f"thanks {each}", intent="other") for each in range(number)))
        assert (
            await said_by_why(kept, "a")
            == why(advise(rule_base(), "mentor_who", {"mentor_named": "no"}), rule_base(), texts()).text
        )
        tracker = await kept.retrieve("a")
        assert tracker.get_slot("situation") == SITUATION and tracker.get_slot("language_told")

    asyncio.run(story())


def test_a_conversation_does_not_grow(kept: CompactTrackerStore) -> None:
    async def story() -> None:
        turns = [turn(f"message {number:03}", answered="mentor_who", situation=SITUATION) for number in range(300)]
        await talk(kept, "a", *turns[:3])
        after_three = len((await kept.retrieve("a")).events)
        await talk(kept, "a", *turns[3:])
        assert len((await kept.retrieve("a")).events) == after_three

    asyncio.run(story())


def test_conversations_do_not_mix_and_one_can_start_over(kept: CompactTrackerStore) -> None:
    async def story() -> None:
        for sender in ("a", "b"):
            await talk(kept, sender, turn("who pays?", answered=f"question of {sender}"))
        await talk(kept, "a", start_over(), turn("hello"))
        assert (await kept.retrieve("a")).get_slot("answered") is None
        assert (await kept.retrieve("b")).get_slot("answered") == "question of b"

    asyncio.run(story())


def test_a_conversation_is_forgotten_a_day_after_its_last_message(kept: CompactTrackerStore) -> None:
    async def story() -> None:
        for _ in range(2):
            await talk(kept, "a", turn("who pays?", answered="funding_source"))
            await pass_hours(23)
        assert await kept.retrieve("a") is not None
        await pass_hours(2)
        assert await kept.retrieve("a") is None
        assert list(await kept.keys()) == []
        assert await said_by_why(kept, "a") == texts().get("follow_ups.nothing_yet")

    run(story())


def test_it_is_kept_for_as_many_hours_as_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    async def story() -> None:
        monkeypatch.setenv("FORGET_AFTER_HOURS", "2")
        kept = CompactTrackerStore(DOMAIN)
        await talk(kept, "a", turn("who pays?"))
        await pass_hours(1.9)
        assert await kept.exists("a")
        await pass_hours(0.2)
        assert not await kept.exists("a")

    run(story())


def test_a_time_that_cannot_be_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORGET_AFTER_HOURS", "a week")
    with pytest.raises(SettingError, match="FORGET_AFTER_HOURS is “a week”"):
        CompactTrackerStore(DOMAIN)


def test_of_too_many_conversations_the_one_unused_for_longest_is_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    async def story() -> None:
        monkeypatch.setattr(store, "MOST_CONVERSATIONS", 2)
        kept = CompactTrackerStore(DOMAIN)
        for sender in ("a", "b", "a", "c"):
            await talk(kept, sender, turn("who pays?"))
        assert list(await kept.keys()) == ["a", "c"]

    asyncio.run(story())
