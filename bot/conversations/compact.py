"""A conversation without its past: what that left in slots, and the last turn as it was."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rasa.shared.core.constants import ACTION_SESSION_START_NAME
from rasa.shared.core.events import ActionExecuted, ActiveLoop, Event, SessionStarted, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker


def compacted(tracker: DialogueStateTracker) -> DialogueStateTracker:
    """The same conversation as a session that took over slots and loop from before, and has had one turn since.

    A turn is a message with the listening before it and all that was said and done on it. That is as far back as Rasa's
    rules, which hold one message each, and our actions, which read slots and the latest message, ever look.
    """
    events = tracker.applied_events()
    turn = _start_of_last_turn(events)
    past = DialogueStateTracker.from_events(tracker.sender_id, events[:turn], tracker.slots.values())
    began = next((event.timestamp for event in tracker.events), None)
    kept = [*_session_after(past, began), *events[turn:]]
    return DialogueStateTracker.from_events(tracker.sender_id, kept, tracker.slots.values())


def _start_of_last_turn(events: Sequence[Event]) -> int:
    message = _last(UserUttered, events)
    return _last(ActionExecuted, events[:message])


def _last(kind: type[Event], events: Sequence[Event]) -> int:
    """Where the last event of a kind stands; at the start, where there is none."""
    return max((place for place, event in enumerate(events) if isinstance(event, kind)), default=0)


def _session_after(past: DialogueStateTracker, began: float | None) -> Iterator[Event]:
    yield ActionExecuted(ACTION_SESSION_START_NAME, timestamp=began)
    yield SessionStarted(timestamp=began)
    for slot in past.slots.values():
        if slot.has_been_set:
            yield SlotSet(slot.name, slot.value, timestamp=began)
    if past.active_loop_name:
        yield ActiveLoop(past.active_loop_name, timestamp=began)
