"""Answers in words, by how a message begins."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.knowledge import beginnings
from bot.paths import RULES
from bot.readiness.check import ANSWERS
from bot.readiness.words import load_beginnings
from bot.rulebase.problems import RuleBaseError


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("yes", "yes"),
        (" Yes! ", "yes"),
        ("ja, det har vi", "yes"),
        ("yes, and Anna is her mentor", "yes"),
        ("no, nobody has told the night shift", "no"),
        ("No. Staff are ready.", "no"),
        ("no – nothing", "no"),
        ("not yet - we wait for HR", "no"),
        ("nej", "no"),
        ("yes, but only the day shift", "partly"),
        ("Yes but not everyone", "partly"),
        ("partly: some have", "partly"),
        ("yes, in part, I guess", "partly"),
        ("delvist", "partly"),
        ("I don’t know", "unknown"),
        ("no idea, ask HR", "unknown"),
        ("vet inte", "unknown"),
        ("skip this one", "skipped"),
        ("næste", "skipped"),
    ],
)
def test_a_message_answers_with_the_longest_beginning_that_fits(text: str, answer: str) -> None:
    assert beginnings().answer(text) == answer


@pytest.mark.parametrize(
    "text",
    ["", "…", "no mentor yet", "yesterday she started", "sure thing", "who pays?", "no?", "nobody, no", "well, yes", "skip the line"],
)  # fmt: skip
def test_what_only_starts_like_an_answer_is_none(text: str) -> None:
    assert beginnings().answer(text) is None


def test_every_answer_can_be_given_in_words() -> None:
    assert set(beginnings().answers.values()) == {*ANSWERS}


@pytest.mark.parametrize(
    ("old", "new", "where", "what", "remedy"),
    [
        ("  skipped: [", "  skiped: [", "  yes:", "the key “skipped” is missing", "Add “skipped:”"),
        ("  skipped: [", "  skiped: [skip]\n  skipped: [", "  skiped:", "“skiped” is not known here", "Write “skipped”"),
        ("  no: [no,", "  no: [no, Yes!,", "  no:", "“Yes!” begins the answer “yes” already", "Delete one of them"),
        ("  no: [no,", "  no: [[no],", "  no:", "a text is expected here", "Write one non-empty text"),
        ("answers:", "replies:", "replies:", "the key “answers” is missing", "Add “answers:”"),
    ],
)  # fmt: skip
def test_a_mistake_is_reported_where_it_stands(
    tmp_path: Path, old: str, new: str, where: str, what: str, remedy: str
) -> None:
    text = (RULES / "answers.yml").read_text(encoding="utf-8")
    assert text.count(old) == 1
    folder = tmp_path / "rules"
    folder.mkdir()
    (folder / "answers.yml").write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(RuleBaseError) as caught:
        load_beginnings(folder)
    lines = text.replace(old, new).split("\n")
    found = [(each.file, lines[each.line - 1], each.what, each.remedy) for each in caught.value.problems]
    assert any(
        file == "rules/answers.yml" and line.startswith(where) and what in said and remedy in do
        for file, line, said, do in found
    ), found


def test_a_file_that_is_missing_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(RuleBaseError, match=r"answers\.yml:1: the file cannot be read"):
        load_beginnings(tmp_path)
