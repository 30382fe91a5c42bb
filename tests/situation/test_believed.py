"""Which facts are believed: by a phrase, by sentences like the message, or by both."""

from __future__ import annotations

import pytest

from bot.knowledge import tellings
from bot.situation.believed import AGAINST_PHRASE, ALONE, BESIDE_PHRASE, Likely, believed
from bot.situation.recognise import Stated

PHRASE = Stated("mentor_named", "no", 0, 9)


def found(*likely: Likely, phrases: tuple[Stated, ...] = ()) -> dict[str, str]:
    return {each.fact: each.value for each in believed(phrases, likely, tellings())}


def mentor(value: str, chance: float) -> Likely:
    return Likely("mentor_named", value, chance, 10, 20)


@pytest.mark.parametrize(
    ("chance", "by_a_phrase", "is_believed"),
    [
        (ALONE, False, True),
        (ALONE - 0.001, False, False),
        (BESIDE_PHRASE, True, True),
        (BESIDE_PHRASE - 0.001, True, False),
    ],
)
def test_a_fact_needs_less_where_a_phrase_tells_it(chance: float, by_a_phrase: bool, is_believed: bool) -> None:
    phrases = (PHRASE,) if by_a_phrase else ()
    assert found(mentor("no", chance), phrases=phrases) == ({"mentor_named": "no"} if is_believed else {})


def test_of_two_values_the_likelier_one_is_believed_with_its_own_words() -> None:
    [stated] = believed((), (mentor("no", 0.3), mentor("yes", 0.6)), tellings())
    assert stated == Stated("mentor_named", "yes", 10, 20)


@pytest.mark.parametrize(
    ("other", "own", "value"),
    [
        (AGAINST_PHRASE, BESIDE_PHRASE, "yes"),
        (AGAINST_PHRASE - 0.001, BESIDE_PHRASE, "no"),
        (AGAINST_PHRASE - 0.001, BESIDE_PHRASE - 0.001, "yes"),
    ],
)
def test_another_value_than_that_of_a_phrase_must_be_more_likely_than_not(other: float, own: float, value: str) -> None:
    assert found(mentor("yes", other), mentor("no", own), phrases=(PHRASE,)) == {"mentor_named": value}


def test_a_phrase_names_the_words_more_exactly_than_sentences() -> None:
    [stated] = believed((PHRASE,), (mentor("no", 0.9),), tellings())
    assert stated == PHRASE


def test_a_phrase_alone_is_not_believed() -> None:
    assert found(phrases=(PHRASE,)) == {}


def test_a_phrase_for_one_value_is_no_support_for_another() -> None:
    assert found(mentor("yes", ALONE / 2), phrases=(PHRASE,)) == {}


def test_what_follows_from_a_fact_is_known_too_unless_it_is_told_otherwise() -> None:
    stage = Likely("stage", "recruiting", 0.9, 0, 5)
    assert found(stage) == {"stage": "recruiting", "psw_started": "no"}
    assert found(stage, Likely("psw_started", "yes", 0.9, 0, 5)) == {"stage": "recruiting", "psw_started": "yes"}
