"""Times that sentences name, in days from today, by the words that are shipped."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.knowledge import calendar

TODAY = date(2026, 11, 23)


def days(sentence: str, today: date = TODAY) -> list[int]:
    return sorted(round(each) for each in calendar().times.days(sentence.lower(), today))


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Her first day with us was two weeks ago.", [-14, -1]),
        ("He's been here a fortnight", [-14]),
        ("She has been with us for two and a half months.", [-75]),
        ("he has been our PSW for a year and a half", [-548]),
        ("8 mths in with our peer", [-240]),
        ("two years on, she is part of the furniture", [-730]),
        ("hun har været her i tre uger", [-21]),
        ("our grant ends in 18 months", [540]),
        ("The town has promised three more years.", [1095]),
        ("hun starter om to uger", [14]),
        ("four months left", [120]),
        ("It started last week.", [-7]),
        ("They start next month.", [30]),
        ("Third week now.", [-21]),
        ("week 3 with the new peer", [-21]),
        ("since 2023", [-1408]),
        ("funding through 2030", [1483]),
    ],
)
def test_lengths_of_time_are_reckoned_from_today(sentence: str, expected: list[int]) -> None:
    assert days(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "on"),
    [
        ("She started on 1 September.", date(2026, 9, 1)),
        ("She starts on the 4th of January", date(2027, 1, 4)),
        ("He began in March and is doing well.", date(2026, 3, 15)),
        ("Our PSW will start in March.", date(2027, 3, 15)),
        ("Our peer has been here since Easter.", date(2026, 4, 15)),
        ("the region pays until june", date(2027, 6, 15)),
        ("paid until June 2028", date(2028, 6, 15)),
        ("The grant runs until the end of 2028.", date(2028, 12, 15)),
        ("money till 2027-03", date(2027, 3, 15)),
        ("money till 2027-03-01", date(2027, 3, 1)),
        ("Hun starter den 1. februar.", date(2027, 2, 1)),
        ("hun har været her siden august", date(2026, 8, 15)),
        ("The project ends on December 31, 2027", date(2027, 12, 28)),
    ],
)
def test_dates_lie_on_the_side_of_today_that_the_words_tell(sentence: str, on: date) -> None:
    assert days(sentence) == [(on - TODAY).days]


@pytest.mark.parametrize(
    "sentence",
    [
        "", "May I ask who the mentor is?", "She may start or not", "The week was hard.", "We march on.", "a two month course",
        "on 2026-19-01", "a shift of 8 hours", "since last autumn", "Berlin in March",
    ],
)  # fmt: skip
def test_what_names_no_time_or_does_not_tell_its_side_gives_none(sentence: str) -> None:
    assert days(sentence) == []


def test_the_same_words_mean_other_days_on_another_day() -> None:
    assert days("She started in March.", date(2027, 4, 1)) == [-17]
    assert days("She started in March.", date(2027, 2, 1)) == [-323]


@given(st.text(max_size=80), st.dates(date(1971, 1, 1), date(2099, 1, 1)))
def test_any_text_on_any_day_can_be_read(text: str, today: date) -> None:
    calendar().times.days(text.lower(), today)
