"""Answers in words to the question for a fact with other values than yes and no."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.knowledge import rule_base, value_words
from bot.paths import RULES
from bot.rulebase.model import YES_NO
from bot.rulebase.problems import RuleBaseError
from bot.situation.value_words import load_value_words


@pytest.mark.parametrize(
    ("fact", "text", "value"),
    [
        ("funding_kind", "Permanent!", "permanent"),
        ("funding_kind", "project, until June", "project"),
        ("funding_kind", "not decided yet", "undecided"),
        ("psw_employer", "we do", "our_service"),
        ("psw_employer", "the user organisation - NSPH", "user_organisation"),
        ("stage", "months in", "settled"),
        ("stage", "Just started.", "started"),
        ("staff_informed", "not all of them", "some"),
        ("staff_informed", "nobody", "none"),
        ("staff_informed", "alla", "all"),
        ("staff_attitude", "mixed, I would say", "divided"),
    ],
)
def test_an_answer_means_the_value_with_which_it_begins(fact: str, text: str, value: str) -> None:
    assert value_words()[fact].answer(text) == value


@pytest.mark.parametrize(
    ("fact", "text"),
    [("funding_kind", "permanent posts are rare"), ("staff_informed", "all about mentors"), ("stage", "why?"), ("psw_employer", "")],
)  # fmt: skip
def test_what_only_starts_like_an_answer_means_no_value(fact: str, text: str) -> None:
    assert value_words()[fact].answer(text) is None


def test_every_value_of_such_a_fact_can_be_said() -> None:
    several = {key: fact.values for key, fact in rule_base().facts.items() if fact.values != YES_NO}
    assert {key: {*words.answers.values()} for key, words in value_words().items()} == {
        key: {*values} for key, values in several.items()
    }


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ("\nstage:\n", "\nstages:\n", "stages:", "“stages” is not known here"),
        ("  welcoming: [", "  welcomed: [", "  welcomed: [", "“welcomed” is not known here"),
        ("  all: [all,", "  all: [all, None,", "  none: [none,", "“none” begins the answer “all” already"),
    ],
)
def test_a_mistake_is_reported_where_it_stands(tmp_path: Path, old: str, new: str, line: str, said: str) -> None:
    text = (RULES / "values.yml").read_text(encoding="utf-8")
    assert text.count(old) == 1
    folder = tmp_path / "rules"
    folder.mkdir()
    (folder / "values.yml").write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(RuleBaseError) as caught:
        load_value_words(folder, rule_base().facts)
    lines = text.replace(old, new).split("\n")
    found = [(each.file, lines[each.line - 1], each.what) for each in caught.value.problems]
    assert any(file == "rules/values.yml" and at.startswith(line) and said in what for file, at, what in found), found
