"""Searching the evidence by words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.evidence.search import LONGEST, Found, search

from ..presentation.small import FINDINGS, base, english, finding, real, rule, statement, words

NAMED = replace(finding("named", cites=("Jørgensen 2019",)), says=words("Lærke's café: C++ is no well-being."))
SMALL = replace(
    base(rule(steps=[statement("Choose a mentor who is respected.", "one")])),
    findings={each.id: each for each in (*FINDINGS, NAMED)},
)


def found(query: str) -> Found:
    return search(query, SMALL, english())


def findings(query: str) -> list[str]:
    return [each.id for each in found(query).findings]


def questions(query: str) -> list[str]:
    return [each.id for each in found(query).questions]


@pytest.mark.parametrize("query", ["question", "QUEST", "respected mentor", "mentor, respected?", "bottom"])
def test_a_question_is_found_by_the_beginnings_of_words_of_its_wording_or_advice(query: str) -> None:
    assert questions(query)[0] == "question"


@pytest.mark.parametrize("query", ["entor", "mentors", "mentor zebra", "mentor alpha"])
def test_a_word_in_the_middle_too_much_or_from_elsewhere_finds_no_question(query: str) -> None:
    assert questions(query) == []


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("says cited", ["cited"]),
        ("beta", ["staff", "cited", "all"]),
        ("2024 theme one", ["one"]),
        ("one manager", ["one"]),
        ("gamma", ["cited"]),
        ("2019", ["cited", "named"]),
    ],
)
def test_a_finding_is_found_by_its_text_its_source_and_what_it_cites(query: str, expected: list[str]) -> None:
    assert findings(query) == expected


@pytest.mark.parametrize("query", ["lærke", "LÆRKE", "laerke", "cafe", "café", "cafe\u0301", "jorgensen", "Jørgensen"])
def test_accents_and_danish_letters_may_be_left_out(query: str) -> None:
    assert findings(query) == ["named"]


@pytest.mark.parametrize("query", ["", " ", "?", "+++", "()[]\\", "\0"])
def test_without_a_word_nothing_is_found(query: str) -> None:
    assert found(query) == Found((), ())


@pytest.mark.parametrize("query", ["C++ is", "(lærke's", "well-being", "c.*is", "lærke\\"])
def test_signs_only_part_words(query: str) -> None:
    assert findings(query) == ["named"]


def test_of_a_long_query_only_the_beginning_is_read() -> None:
    assert findings("gamma ".ljust(LONGEST) + "zebra") == ["cited"]
    assert findings("gamma ".ljust(LONGEST - 5) + "zebra") == []


@pytest.mark.parametrize("key", list(real().questions)[::9])
def test_every_question_is_found_by_its_own_wording(key: str) -> None:
    question = real().questions[key]
    assert question in search(english().say(question.asks), real(), english()).questions


@pytest.mark.parametrize("key", list(real().findings)[::40])
def test_every_finding_is_found_by_its_own_wording(key: str) -> None:
    one = real().findings[key]
    assert one in search(english().say(one.says), real(), english()).findings
