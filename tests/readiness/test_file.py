"""A result as a file: what is written, and which files can be read back."""

from __future__ import annotations

import datetime
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.knowledge import texts
from bot.readiness.check import ANSWERS, Check, Earlier
from bot.readiness.file import LARGEST, ResultFileError, as_file, from_file
from bot.readiness.result import result

from .small import BASE

ON = datetime.date(2026, 1, 31)
DOCUMENT: dict[str, Any] = {
    "kind": "waymark-readiness-check",
    "version": 1,
    "date": "2026-01-31",
    "answers": {"money": "partly", "mentor": "yes"},
}


def written(**other: object) -> str:
    return json.dumps({**DOCUMENT, **other})


def test_it_holds_the_date_and_how_the_components_stand_and_nothing_that_was_said() -> None:
    found = result(Check({"money": "partly"}), {"mentor_named": "yes"}, BASE)
    assert json.loads(as_file(found, ON)) == DOCUMENT


@given(st.dictionaries(st.sampled_from(sorted(BASE.components)), st.sampled_from(ANSWERS), min_size=1))
def test_what_is_written_can_be_read_back(answers: dict[str, str]) -> None:
    facts = {"needs": "needs_known", "mentor": "mentor_named"}
    told = {facts[key]: answer for key, answer in answers.items() if key in facts and answer in ("yes", "no")}
    assert from_file(as_file(result(Check(answers), told, BASE), ON), BASE) == Earlier(answers, "2026-01-31")


def test_answers_to_questions_that_are_asked_no_more_are_left_out() -> None:
    text = written(answers={"weather": "yes", "money": "no"})
    assert from_file(text, BASE) == Earlier({"money": "no"}, "2026-01-31")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "not_json"),
        ("{", "not_json"),
        pytest.param("[" * (LARGEST - 1), "not_json", id="nested too deep"),
        pytest.param(" " * (LARGEST + 1), "too_large", id="too large"),
        ("[]", "other_kind"),
        ("1", "other_kind"),
        ("{}", "other_kind"),
        (written(kind="shopping"), "other_kind"),
        (written(version=2), "other_version"),
        (written(version=None), "other_version"),
        (written(date="31.1.2026"), "no_date"),
        (written(date="20260131"), "no_date"),
        (written(date="2026-02-30"), "no_date"),
        (written(date=20260131), "no_date"),
        (written(answers=["money"]), "other_answers"),
        (written(answers={"money": "maybe"}), "other_answers"),
        (written(answers={"money": ["yes"]}), "other_answers"),
        (written(answers={}), "no_answers"),
        (written(answers={"weather": "yes"}), "no_answers"),
    ],
)
def test_a_file_that_is_no_result_is_refused_with_a_text_that_says_why(text: str, problem: str) -> None:
    with pytest.raises(ResultFileError) as caught:
        from_file(text, BASE)
    assert caught.value.problem == problem
    assert texts().get(f"check.file.{problem}")
