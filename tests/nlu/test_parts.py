"""The sentences of a message, and more than one question in it."""

from __future__ import annotations

import pytest
from rasa.shared.nlu.constants import ENTITIES, INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.nlu.parts import MOST, MOST_SENTENCES, SURE, MessageSplitter, QuestionGatherer, is_question, questions_in

FIRST, SECOND = "Does she need a mentor?", "And who pays for the post?"
MENTOR, MONEY, OTHER = "mentor_usual", "funding_source", "funding_permanent"


def understood(text: str, intent: str, confidence: float = 0.9) -> Message:
    guess = {"name": intent, "confidence": confidence}
    return Message({TEXT: text, INTENT: guess, "intent_ranking": [guess], ENTITIES: []})


def gathered(*parts: Message, whole: str = MENTOR) -> Message:
    [message] = QuestionGatherer().process([understood(f"{FIRST} {SECOND}", whole), *parts])
    return message


@pytest.mark.parametrize(
    ("text", "questions"),
    [
        (f"She starts soon. {FIRST} {SECOND}", [FIRST, SECOND]),
        ("Does she need a mentor? And why? Thanks.", [FIRST]),
        ("No question here. None at all.", []),
        ("", []),
        ("Who, what, how, why? " * 9, ["Who, what, how, why?"] * MOST),
    ],
)
def test_questions_that_can_stand_by_themselves(text: str, questions: list[str]) -> None:
    assert questions_in(text) == questions


def split(text: str) -> list[Message]:
    whole, *parts = MessageSplitter().process([Message({TEXT: text})])
    assert whole.get(TEXT) == text
    return parts


def test_each_sentence_goes_on_as_a_message_behind_the_whole_and_those_that_ask_are_marked() -> None:
    parts = split(f"She starts soon. {FIRST} {SECOND}")
    assert [(part.get(TEXT), is_question(part)) for part in parts] == [
        ("She starts soon.", False),
        (FIRST, True),
        (SECOND, True),
    ]


def test_the_only_question_of_a_message_is_not_marked() -> None:
    assert not any(is_question(part) for part in split(f"She starts soon. {FIRST}"))


@pytest.mark.parametrize("text", [FIRST, "A story", "One sentence. …!", "", "?! …"])
def test_a_message_of_one_sentence_or_none_stays_as_it_is(text: str) -> None:
    assert split(text) == []


def test_what_follows_an_opening_no_stands_alone() -> None:
    assert [part.get(TEXT) for part in split("No, she has a mentor.")] == ["she has a mentor."]
    assert [part.get(TEXT) for part in split("She starts soon. No, in May.")] == ["She starts soon.", "in May."]


def test_only_so_many_sentences_are_looked_at() -> None:
    assert len(split("She starts. " * 50)) == MOST_SENTENCES


def test_a_batch_of_messages_is_not_split() -> None:
    batch = [Message({TEXT: f"{FIRST} {SECOND}"}), Message({TEXT: FIRST})]
    assert MessageSplitter().process(batch) == batch


def test_the_first_question_is_the_intent_and_the_second_one_is_asked_too() -> None:
    message = gathered(understood(FIRST, MENTOR), understood(SECOND, MONEY), whole=MONEY)
    assert message.get(INTENT)["name"] == MENTOR
    assert message.get(ENTITIES) == [{"entity": "also_asked", "value": MONEY}]


@pytest.mark.parametrize(
    ("parts", "whole"),
    [
        ([(MENTOR, 0.9), (MENTOR, 0.9)], MENTOR),
        ([(MENTOR, 0.9), (MONEY, SURE - 0.01)], MENTOR),
        ([(MENTOR, 0.9), ("out_of_scope", 0.9)], MENTOR),
        ([(MENTOR, 0.9), (MONEY, 0.9)], OTHER),
    ],
    ids=["one question put twice", "one is not sure", "one is no question", "together they ask something else"],
)
def test_a_message_is_left_alone_where_two_questions_are_not_sure(parts: list[tuple[str, float]], whole: str) -> None:
    texts = (FIRST, SECOND)
    message = gathered(*(understood(text, *part) for text, part in zip(texts, parts, strict=True)), whole=whole)
    assert message.get(INTENT)["name"] == whole
    assert message.get(ENTITIES) == []


def test_messages_that_do_not_belong_together_stay_apart() -> None:
    messages = [understood(text, MENTOR) for text in ("One thing?", "Another thing?", "A third thing?")]
    assert QuestionGatherer().process(messages) == messages
