"""Conditions are read into objects; what is no condition is noted."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from bot.rulebase.conditions import DEEPEST, read_condition
from bot.rulebase.model import ALWAYS, All, Any, Condition, Is, Not, leaves
from bot.rulebase.problems import Problem
from bot.rulebase.reader import Problems, read_file

MENTOR = Is("mentor_named", "yes")
MONEY = Is("money", "project")


def read(folder: Path, text: str) -> tuple[Condition, list[Problem]]:
    """The condition behind `when:` in line 2 of a file, and the problems noted."""
    file = folder / "file.yml"
    file.write_text(f"# a remark\nwhen: {text}\n", encoding="utf-8")
    problems = Problems(folder)
    top = read_file(file, problems)
    assert top is not None
    return top.required("when", read_condition, ALWAYS), problems.found


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    def late(*_: object) -> None:
        raise TimeoutError(f"took longer than {seconds} s")

    before = signal.signal(signal.SIGALRM, late)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("{fact: mentor_named, is: yes}", MENTOR),
        ("{is: yes, fact: mentor_named}", MENTOR),
        ("{not: {fact: mentor_named, is: yes}}", Not(MENTOR)),
        ("{all: [{fact: mentor_named, is: yes}, {fact: money, is: project}]}", All((MENTOR, MONEY))),
        ("{any: [{fact: money, is: project}, {fact: mentor_named, is: yes}]}", Any((MONEY, MENTOR))),
        ("{any: [{fact: mentor_named, is: yes}]}", Any((MENTOR,))),
        ("{not: {any: [{not: {fact: mentor_named, is: yes}}]}}", Not(Any((Not(MENTOR),)))),
        (
            "{all: [{fact: mentor_named, is: yes}, {not: {fact: mentor_named, is: yes}}]}",
            All((MENTOR, Not(MENTOR))),
        ),
    ],
)
def test_each_operator_is_read_into_its_object(tmp_path: Path, text: str, condition: Condition) -> None:
    assert read(tmp_path, text) == (condition, [])


@pytest.mark.parametrize(
    ("text", "what", "remedy"),
    [
        ("{fact: money}", "the key “is” is missing", "Add “is:” here"),
        ("{is: project}", "the key “fact” is missing", "Add “fact:” here"),
        ("{fact: money, is: [project]}", "a text is expected here", "Write one non-empty text"),
        ("{fact: money, is: ''}", "a text is expected here", "Write one non-empty text"),
        ("{fact: money, is: project, unless: x}", "the key “unless” is not known here", "Known are: fact, is"),
        ("{fact: money, iss: project}", "the key “is” is missing", "Add “is:” here"),
        ("{all: []}", "the list is empty", "Name at least one item, or delete the key"),
        ("{any: []}", "the list is empty", "Name at least one item, or delete the key"),
        ("{all: {fact: money, is: project}}", "a list is expected here", "Write a list, also for a single item"),
        ("{nott: {fact: money, is: project}}", "the key “nott” is not known here", "Known are: "),
        ("{not: [{fact: money, is: project}]}", "the key “fact” is missing", "Add “fact:” here"),
        ("{all: [mentor_named]}", "the key “fact” is missing", "Add “fact:” here"),
        ("mentor_named", "the key “fact” is missing", "Add “fact:” here"),
        ("", "the key “fact” is missing", "Add “fact:” here"),
    ],
)
def test_what_is_no_condition_is_noted(tmp_path: Path, text: str, what: str, remedy: str) -> None:
    _, found = read(tmp_path, text)
    assert {problem.line for problem in found} == {2}
    assert any(problem.what == what and remedy in problem.remedy for problem in found), found


@pytest.mark.parametrize(
    "second", ["not: {fact: money, is: project}", "any: [{fact: money, is: project}]", "fact: money"]
)
def test_two_operators_in_one_condition_are_noted(tmp_path: Path, second: str) -> None:
    _, found = read(tmp_path, f"{{all: [{{fact: mentor_named, is: yes}}], {second}}}")
    assert found and all("is not known here" in problem.what for problem in found)


def nested(levels: int) -> str:
    return "{not: " * (levels - 1) + "{fact: money, is: project}" + "}" * (levels - 1)


def test_the_deepest_allowed_condition_is_read(tmp_path: Path) -> None:
    condition, found = read(tmp_path, nested(DEEPEST))
    assert not found
    assert list(leaves(condition)) == [MONEY]


def test_a_condition_one_level_deeper_is_noted(tmp_path: Path) -> None:
    _, found = read(tmp_path, nested(DEEPEST + 1))
    assert found == [
        Problem(
            f"{tmp_path.name}/file.yml", 2, "the condition is nested more than 8 levels deep", "Split the rule in two"
        )
    ]


@pytest.mark.parametrize(
    "text",
    [
        "&a {not: *a}",
        "&a {all: [*a]}",
        "&a {any: [*a, *a]}",
        "&a {not: {all: [*a]}}",
        f"&a {{all: [{', '.join(['*a'] * 8)}]}}",
        "{all: [&m {fact: mentor_named, is: yes}, {not: *m}]}",
    ],
)
def test_a_condition_that_holds_itself_or_a_part_twice_is_not_read(tmp_path: Path, text: str) -> None:
    file = tmp_path / "file.yml"
    file.write_text(f"# a remark\nwhen: {text}\n", encoding="utf-8")
    problems = Problems(tmp_path)
    with at_most(5):
        assert read_file(file, problems) is None
    assert [(problem.line, problem.what) for problem in problems.found] == [
        (2, "something here is repeated by an alias (*…)")
    ]


def test_a_comparison_knows_its_line_and_is_the_same_in_another(tmp_path: Path) -> None:
    condition, found = read(
        tmp_path,
        "\n  any:\n    - {fact: a, is: yes}\n    - not:\n        fact: b\n        is: no\n    - {is: yes, fact: a}",
    )
    assert not found
    first, second, third = leaves(condition)
    assert (first.line, second.line, third.line) == (4, 6, 8)
    assert first == third and hash(first) == hash(third)


def test_leaves_come_from_left_to_right() -> None:
    condition = All((Not(Any((MENTOR, MONEY))), Is("a", "b"), MENTOR))
    assert list(leaves(condition)) == [MENTOR, MONEY, Is("a", "b"), MENTOR]


def test_what_always_holds_compares_no_fact() -> None:
    assert list(leaves(ALWAYS)) == []
