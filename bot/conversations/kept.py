"""What is kept for a time and then forgotten, by itself."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, MutableMapping
from typing import TypeVar

SECONDS_PER_HOUR = 3600
T = TypeVar("T")


class Kept(MutableMapping[str, T]):
    """A mapping that forgets a value so many hours after it was set, and the one set longest ago when it holds too many.

    Values can be set inside a running event loop only: its clock says when the time is over, also when nobody writes.
    """

    def __init__(self, hours: float, most: int) -> None:
        self._seconds = hours * SECONDS_PER_HOUR
        self._most = most
        self._kept: dict[str, tuple[T, asyncio.TimerHandle]] = {}

    def __setitem__(self, key: str, value: T) -> None:
        end = asyncio.get_running_loop().call_later(self._seconds, self.__delitem__, key)
        self.pop(key, None)  # so that it stands last, after all that were set before now
        self._kept[key] = (value, end)
        if len(self) > self._most:
            del self[next(iter(self))]

    def __getitem__(self, key: str) -> T:
        value, _ = self._kept[key]
        return value

    def __delitem__(self, key: str) -> None:
        _, end = self._kept.pop(key)
        end.cancel()

    def __iter__(self) -> Iterator[str]:
        return iter(self._kept)

    def __len__(self) -> int:
        return len(self._kept)
