"""Problems of whole objects are placed in the file."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.rulebase.places import Places
from bot.rulebase.reader import Entry, Problems, read_file

TEXT = """\
rules: # two, but before the first rule
  first:
    because: [one]
    steps:
      - because: [two]
"""
RULE = 2
"""The line of the rule."""


@pytest.fixture
def problems(tmp_path: Path) -> Problems:
    return Problems(tmp_path)


@pytest.fixture
def places(problems: Problems) -> Places:
    file = problems.root / "file.yml"
    file.write_text(TEXT, encoding="utf-8")
    places = Places(problems)
    assert places.remember("rules", "first", first_rule(problems), RULE)
    return places


def first_rule(problems: Problems) -> Entry:
    top = read_file(problems.root / "file.yml", problems)
    assert top is not None
    rule = dict(dict(top.fields())["rules"].fields())["first"]
    assert not problems.found
    return rule


@pytest.mark.parametrize(
    ("at", "line"), [("", RULE), (0, RULE), ("because", 3), ("steps", 4), ("nowhere", 3), (5, 5), (1, 1)]
)
def test_a_problem_stands_at_its_object_or_at_a_key_or_line_of_it(
    places: Places, problems: Problems, at: str | int, line: int
) -> None:
    places.problem("rules", "first", "what", "Remedy", at=at)
    assert [str(problem) for problem in problems.found] == [f"{problems.root.name}/file.yml:{line}: what. Remedy."]


def test_a_problem_stands_at_its_object_where_nothing_else_is_said(places: Places, problems: Problems) -> None:
    places.problem("rules", "first", "what", "Remedy")
    assert [problem.line for problem in problems.found] == [RULE]


def test_of_two_objects_of_a_kind_with_the_same_id_the_first_is_remembered(places: Places, problems: Problems) -> None:
    assert places.remember("rules", "first", first_rule(problems), 7) is False
    places.problem("rules", "first", "what", "Remedy")
    assert [problem.line for problem in problems.found] == [RULE]


def test_the_same_id_of_two_kinds_has_two_places(places: Places, problems: Problems) -> None:
    assert places.remember("questions", "first", first_rule(problems), 4)
    places.problem("rules", "first", "what", "Remedy")
    places.problem("questions", "first", "what", "Remedy")
    assert [problem.line for problem in problems.found] == [2, 4]
