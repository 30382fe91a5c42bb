"""Which language a message is written in."""

from __future__ import annotations

import pytest

from bot.presentation.language import COMMON, language_of
from bot.presentation.reply import payload

from .small import english, real


@pytest.mark.parametrize(
    "text",
    [
        "Hvem skal være mentor for vores nye peer?",
        "HVAD SKAL VI GØRE?",
        "hvor tit supervision og hvor lang tid",
        "min eneste mentor er meget negativ",
    ],
)
def test_danish_is_told_by_its_common_words(text: str) -> None:
    assert language_of(text) == "da"


@pytest.mark.parametrize(
    "text",
    [
        "Vem ska vara mentor för vår nya peer?",
        "vi har ingen handledning till vår psw, is that a problm",
        "hur länge ska man vänta",
        "Hon är sjuk.",
    ],
)
def test_swedish_is_told_by_its_common_words(text: str) -> None:
    assert language_of(text) == "sv"


@pytest.mark.parametrize(
    ("text", "language"), [("vi har en mentor på æ", "da"), ("vi har en mentor på ö", "sv"), ("vi har det på ø", "da")]
)
def test_a_letter_that_only_one_of_them_has_decides_between_the_two(text: str, language: str) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "…", "?!", "42", "🙂", "/", "どうぞ", "mentor", "Wer soll der Mentor sein?",
        "Who should be mentor?", "Søren and Åsa do not want to be mentors", "is the sygeplejerske the right mentor for her?",
        "for at", "i",
    ],
)  # fmt: skip
def test_anything_else_counts_as_english(text: str) -> None:
    assert language_of(text) == "en"


def test_words_that_english_shares_with_another_language_do_not_make_a_message_foreign() -> None:
    for language in ("da", "sv"):
        assert language_of(" ".join(sorted(COMMON["en"] & COMMON[language]))) == "en"


def test_no_english_sentence_of_the_rule_base_is_taken_for_another_language() -> None:
    asked = [each.asks for each in real().questions.values()]
    said = [each.says for each in real().findings.values()]
    assert [text for text in map(english().say, (*asked, *said)) if language_of(text) != "en"] == []


def test_what_a_button_sends_counts_as_english() -> None:
    told = [payload("tell_fact", fact=f"{key}={value}") for key, each in real().facts.items() for value in each.values]
    asked = [message for key in real().questions for message in (payload(key), payload("ask_why", question=key))]
    assert {language_of(message) for message in (*told, *asked)} == {"en"}
