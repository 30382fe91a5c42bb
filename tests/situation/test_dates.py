"""Facts that depend on when something was or will be, and the file that says which do."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bot.knowledge import calendar, rule_base
from bot.paths import RULES
from bot.rulebase.problems import RuleBaseError
from bot.situation.dates import FILE, load_calendar
from bot.situation.recognise import Stated

TODAY = date(2026, 11, 23)


def dated(sentence: str, fact: str, value: str, today: date = TODAY) -> str:
    [stated] = calendar().dated(sentence, (Stated(fact, value, 0, len(sentence)),), today)
    return stated.value


@pytest.mark.parametrize(
    ("sentence", "fact", "value", "becomes"),
    [
        ("She started on 1 September.", "psw_started", "no", "yes"),
        ("She started on 1 September.", "stage", "chosen", "settled"),
        ("He started on 9 November.", "stage", "chosen", "started"),
        ("He's been here for three weeks.", "stage", "settled", "started"),
        ("hun har været her siden august", "stage", "started", "settled"),
        ("The grant runs until December 2028.", "money_ends_soon", "yes", "no"),
        ("The project is paid until June 2027.", "money_ends_soon", "no", "yes"),
        ("She starts on 4 January.", "stage", "chosen", "chosen"),
        ("She starts on 4 January.", "psw_started", "no", "no"),
        ("The money doesn't stop next year.", "money_ends_soon", "no", "no"),
        ("She was a patient here six years ago.", "psw_started", "no", "no"),
        ("I started here two weeks ago as head.", "stage", "chosen", "chosen"),
        ("He started in March and the next one on 1 November.", "stage", "chosen", "chosen"),
        ("She started on 1 September.", "mentor_named", "no", "no"),
        ("She started on 1 September.", "stage", "recruiting", "recruiting"),
    ],
)  # fmt: skip
def test_a_time_in_the_sentence_decides_where_it_tells_for_sure(
    sentence: str, fact: str, value: str, becomes: str
) -> None:
    assert dated(sentence, fact, value) == becomes


def test_only_the_sentence_that_states_a_fact_is_read_and_the_words_stay() -> None:
    text = "She starts soon. The other one started in May."
    stated = (Stated("psw_started", "no", 0, 16), Stated("stage", "chosen", 17, len(text)))
    first, second = calendar().dated(text, stated, TODAY)
    assert first == stated[0] and (second.value, second.start, second.end) == ("settled", 17, len(text))


def test_what_has_started_for_some_weeks_settles_as_time_passes() -> None:
    sentence = "She started on 1 September."
    assert [dated(sentence, "stage", "chosen", date(2026, month, 20)) for month in (9, 10, 11)] == [
        "started",
        "started",
        "settled",
    ]


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("  stage:\n", "  stag:\n", "there is no fact “stag”"),
        ("of: [chosen,", "of: [chozen,", "the value “chozen” is not known"),
        ("      settled: {", "      settlet: {", "the fact can never be “settlet”"),
        ('before: "-56"', "before: soon", "“soon” is not a number"),
        ("units:\n", "unit:\n", "the key “units” is missing"),
        ('  "1": [day,', "  one: [day,", "“one” is not a number"),
    ],
)
def test_a_mistake_in_the_file_is_named_with_its_line(old: str, new: str, problem: str, tmp_path: Path) -> None:
    text = (RULES / FILE).read_text(encoding="utf-8")
    assert text.count(old) == 1
    (tmp_path / FILE).write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(RuleBaseError) as raised:
        load_calendar(tmp_path, rule_base().facts)
    assert problem in str(raised.value) and f"{FILE}:" in str(raised.value)
