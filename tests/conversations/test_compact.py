"""A conversation that is compacted is the same to all who read it, and short."""

from __future__ import annotations

from itertools import chain

from hypothesis import given
from hypothesis import strategies as st
from rasa.shared.core.events import (
    ActionExecuted,
    ActiveLoop,
    AllSlotsReset,
    BotUttered,
    Event,
    SessionStarted,
    SlotSet,
    UserUtteranceReverted,
    UserUttered,
)
from rasa.shared.core.trackers import DialogueStateTracker

from bot.conversations.compact import compacted

from .turns import DOMAIN, begun, start_over, tracker_of, turn

LONGEST = len(begun()) + len(turn("…")) + len(DOMAIN.slots) + 4
"""Events of a compacted conversation at most: its session, every slot, a loop, and one turn with its own."""
values = st.sampled_from(["mentor_who", None, ["b", "c"], {"mentor_named": ["no", "nobody is her mentor"]}, True])
happenings = st.lists(
    st.one_of(
        st.builds(SlotSet, st.sampled_from(["answered", "situation", "language_told"]), values),
        st.builds(BotUttered, st.text()),
        st.builds(ActiveLoop, st.sampled_from(["form_a", None])),
        st.builds(AllSlotsReset),
        st.builds(UserUtteranceReverted),
    ),
    max_size=3,
)
turns = st.lists(st.builds(lambda text, events: turn(text, *events), st.text(), happenings), max_size=12)


def only_once(talk: list[list[Event]]) -> bool:
    """Rasa itself takes back one message per turn."""
    return all(sum(isinstance(event, UserUtteranceReverted) for event in each) <= 1 for each in talk)


@given(turns.filter(only_once))
def test_who_reads_it_finds_the_same_as_in_the_whole_conversation(talk: list[list[Event]]) -> None:
    """Compacted after each turn, as it is when it is kept."""
    whole = short = tracker_of(*begun())
    for events in talk:
        whole = tracker_of(*whole.events, *events)
        short = compacted(tracker_of(*short.events, *events))
        assert seen(short) == seen(whole)
        assert states(short) == states(whole)[-len(states(short)) :]
        assert len(short.events) <= LONGEST


def seen(tracker: DialogueStateTracker) -> list[object]:
    """What actions and Rasa's processor read."""
    message, said = tracker.latest_message, tracker.latest_bot_utterance
    return [
        tracker.current_slot_values(),
        message and message.text,
        said and said.text,
        tracker.latest_action_name,
        tracker.active_loop_name,
        tracker.is_paused(),
    ]


def states(tracker: DialogueStateTracker) -> list[object]:
    """What Rasa's rules read, from the last message on."""
    found: list[object] = tracker.past_states(DOMAIN)
    return found[-2:]


def test_it_is_a_session_with_its_slots_and_the_last_turn() -> None:
    last = turn("why?", answered="funding_source")
    whole = tracker_of(*begun(), *turn("who pays?", answered="mentor_who", situation={"money": ["project", ""]}), *last)
    session, started, *slots, listening, message, _, remembered, _, _ = compacted(whole).events
    assert isinstance(session, ActionExecuted) and isinstance(started, SessionStarted)
    assert {slot.key: slot.value for slot in slots} == {
        "answered": "mentor_who",
        "situation": {"money": ["project", ""]},
    }
    assert isinstance(listening, ActionExecuted) and isinstance(message, UserUttered) and message.text == "why?"
    assert remembered.value == "funding_source"


def test_earlier_words_are_gone() -> None:
    words = "Bo Nielsen in team 7 drinks"
    whole = tracker_of(*begun(), *turn(words, said=words), *turn("why?"))
    assert words not in str([event.as_dict() for event in compacted(whole).events])


def test_after_starting_over_no_slot_comes_back() -> None:
    whole = tracker_of(*begun(), *turn("who pays?", answered="funding_source"), *start_over(), *turn("hello"))
    assert not any(isinstance(event, SlotSet) for event in compacted(whole).events)


def test_the_session_keeps_its_beginning_and_events_their_order_in_time() -> None:
    whole = tracker_of(*begun(), *chain.from_iterable(turn(str(number), answered="a") for number in range(3)))
    short = compacted(compacted(whole))
    times = [event.timestamp for event in short.events]
    assert times == sorted(times) and times[0] == whole.events[0].timestamp


def test_a_conversation_that_has_only_begun_stays_as_it_is() -> None:
    assert [event.type_name for event in compacted(tracker_of(*begun())).events] == [
        event.type_name for event in begun()
    ]
