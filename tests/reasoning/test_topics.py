"""Which topics a follow-up names, and which question it is about then."""

from __future__ import annotations

import pytest

from bot.knowledge import rule_base
from bot.reasoning.topics import holds_any, of_named_topic, topics_named

BASE = rule_base()


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("and the traps with MENTORS?", ["mentor"]),
        ("what about the job description", ["function_description"]),
        ("mentor och lön?", ["mentor", "employment"]),
        ("documentations", []),
        ("tormentor", []),
        ("", []),
    ],
)
def test_a_topic_is_named_by_one_of_its_words(text: str, topics: list[str]) -> None:
    assert sorted(topics_named(text, BASE)) == sorted(topics)


def test_a_question_of_a_named_topic_stays() -> None:
    assert of_named_topic("the mentor", "mentor_usual", ["mentor_who"], BASE) == "mentor_usual"


def test_without_a_named_topic_nothing_changes() -> None:
    assert of_named_topic("why?", "mentor_usual", ["funding_source"], BASE) == "mentor_usual"
    assert of_named_topic("why?", None, ["funding_source"], BASE) is None


def test_of_another_topic_the_closest_question_is_taken_or_else_its_first() -> None:
    assert of_named_topic("the money", "mentor_usual", ["mentor_who", "funding_permanent"], BASE) == "funding_permanent"
    first = next(each.id for each in BASE.questions.values() if each.topic == "funding")
    assert of_named_topic("the money", "mentor_usual", [], BASE) == first


def test_no_word_names_two_topics() -> None:
    words = [word for topic in BASE.topics.values() for word in topic.words]
    assert len(words) == len({*words}) and words == [word.casefold() for word in words]


@pytest.mark.parametrize(
    ("text", "found"),
    [("the biggest traps, IN GENERAL?", True), ("and overall", True), ("the overalls", False), ("general", False)],
)
def test_a_phrase_is_held_as_whole_words_in_any_case(text: str, found: bool) -> None:
    assert holds_any(text, ["in general", "overall"]) is found
