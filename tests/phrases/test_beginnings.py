"""What follows an answer of one word."""

from __future__ import annotations

import pytest

from bot.knowledge import beginnings


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("No, she has supervision.", "she has supervision."),
        ("Nej, hun har en mentor", "hun har en mentor"),
        ("Yes – we do", "we do"),
        ("No. She has", "She has"),
    ],
)
def test_what_follows_an_answer_of_one_word_can_stand_alone(text: str, rest: str) -> None:
    assert beginnings().after_one_word(text) == rest


@pytest.mark.parametrize("text", ["", "No.", "No, ", "no mentor yet", "not yet, in May", "Nobody, no", " No, she has"])
def test_where_there_is_no_such_answer_or_nothing_after_it_the_text_stays(text: str) -> None:
    assert beginnings().after_one_word(text) == text
