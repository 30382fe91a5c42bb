"""The result of a readiness check as a file to keep: a JSON document with date and answers, and nothing personal."""

from __future__ import annotations

import datetime
import json
from typing import Any, TypeGuard

from bot.readiness.check import ANSWERS, Earlier
from bot.readiness.result import OPEN, Result
from bot.rulebase.model import RuleBase

KIND, VERSION = "waymark-readiness-check", 1
LARGEST = 20_000
"""Characters of a file that is read at most; a complete one has 2,000."""


class ResultFileError(ValueError):
    """A file is no result of a readiness check. `problem` is the key of the text that says so, below `check.file`."""

    def __init__(self, problem: str) -> None:
        self.problem = problem
        super().__init__(f"the file of a readiness check cannot be used: {problem}")


def as_file(result: Result, on: datetime.date) -> str:
    """The result as it stood on a date, as a JSON document."""
    answers = {each.component.id: each.answer for each in result.standings if each.answer != OPEN}
    document = {"kind": KIND, "version": VERSION, "date": on.isoformat(), "answers": answers}
    return json.dumps(document, indent=2) + "\n"


def from_file(text: str, base: RuleBase) -> Earlier:
    """The earlier check that a JSON document holds. Answers to questions that are no longer asked are left out.

    Raises:
        ResultFileError: when the text is no such document.
    """
    document = _document(text)
    if document.get("kind") != KIND:
        raise ResultFileError("other_kind")
    if document.get("version") != VERSION:
        raise ResultFileError("other_version")
    date, answers = document.get("date"), document.get("answers")
    if not is_date(date):
        raise ResultFileError("no_date")
    if not isinstance(answers, dict) or not all(answer in ANSWERS for answer in answers.values()):
        raise ResultFileError("other_answers")
    kept = {key: answer for key, answer in answers.items() if key in base.components}
    if not kept:
        raise ResultFileError("no_answers")
    return Earlier(kept, date)


def is_date(value: object) -> TypeGuard[str]:
    """Whether a value is a date such as 2026-01-31."""
    try:
        return isinstance(value, str) and datetime.date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _document(text: str) -> dict[str, Any]:
    if len(text) > LARGEST:
        raise ResultFileError("too_large")
    try:
        document = json.loads(text)
    except (ValueError, RecursionError):
        raise ResultFileError("not_json") from None
    if not isinstance(document, dict):
        raise ResultFileError("other_kind")
    return document
