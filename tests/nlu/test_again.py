"""What was just asked for is asked for again, about another topic."""

from __future__ import annotations

import pytest
from rasa.shared.core.events import UserUttered
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.nlu.again import LISTED, AskedAgain, asks_again, intent_before

AGAIN = "show me one about the function description"


def conversation(*intents: str) -> DialogueStateTracker:
    said = [UserUttered("…", {"name": intent, "confidence": 0.9}) for intent in intents]
    return DialogueStateTracker.from_events("a sender", said)


def intent_of(text: str | None, tracker: DialogueStateTracker | None) -> str:
    message = Message({INTENT: {"name": "take_away", "confidence": 0.7}, **({TEXT: text} if text else {})})
    [read] = AskedAgain().process([message], tracker)
    return str(read.get(INTENT)["name"])


@pytest.mark.parametrize(
    "text",
    [
        AGAIN,
        "Another one on mentors, please?",
        "and the same for supervision",
        "and with recruitment?",
        "och en om handledning",
    ],
)
def test_a_topic_is_named_and_what_is_wanted_is_not(text: str) -> None:
    assert asks_again(text)


@pytest.mark.parametrize(
    "text",
    [
        "another one please",
        "show me one about cats",
        "the function description",
        "",
        f"we have {'very ' * 10}many, {AGAIN}",
    ],
)
def test_without_such_words_or_a_topic_or_in_a_long_message_nothing_is_asked_again(text: str) -> None:
    assert not asks_again(text)


@pytest.mark.parametrize("before", LISTED)
def test_it_gets_the_intent_of_the_message_before(before: str) -> None:
    assert intent_of(AGAIN, conversation("greet", before)) == before


@pytest.mark.parametrize("before", ["mentor_who", "greet", "ask_why"])
def test_after_anything_else_its_own_intent_stays(before: str) -> None:
    assert intent_of(AGAIN, conversation("ask_pitfalls", before)) == "take_away"


def test_it_stays_outside_of_a_conversation_too_and_where_a_message_has_no_words() -> None:
    assert intent_of(AGAIN, None) == intent_of(AGAIN, conversation()) == "take_away"
    assert intent_of(None, conversation("ask_example")) == "take_away"


def test_before_the_first_message_there_is_no_intent() -> None:
    assert intent_before(None) is None and intent_before(conversation()) is None
