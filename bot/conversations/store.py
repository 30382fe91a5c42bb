"""Where the Rasa server keeps conversations, as endpoints.yml says."""

from __future__ import annotations

import os
from typing import Any

from rasa.core.brokers.broker import EventBroker
from rasa.core.tracker_store import InMemoryTrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.trackers import DialogueStateTracker

from bot.conversations.compact import compacted
from bot.conversations.kept import Kept
from bot.server.settings import read_settings

MOST_CONVERSATIONS = 10_000
"""Held at most, at some 6 KB each; beyond, the one that was not used for longest is forgotten."""


class CompactTrackerStore(InMemoryTrackerStore):
    """Rasa's own store in memory lets a conversation grow, replays all of it at each message, and forgets none."""

    def __init__(self, domain: Domain, event_broker: EventBroker | None = None, **settings: Any) -> None:
        """Takes from the environment how long a conversation that nobody goes on with is kept.

        Raises:
            SettingError: when that cannot work.
        """
        super().__init__(domain, event_broker, **settings)
        self.store: Kept[str] = Kept(read_settings(os.environ).forget_after, MOST_CONVERSATIONS)

    async def save(self, tracker: DialogueStateTracker) -> None:
        await self.stream_events(tracker)
        self.store[tracker.sender_id] = self.serialise_tracker(compacted(tracker))
