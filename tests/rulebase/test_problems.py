"""A problem reads as one line that an editor can jump to."""

from __future__ import annotations

from bot.rulebase.problems import Problem, RuleBaseError

FIRST = Problem("rules/a.yml", 9, "what", "Remedy")
SECOND = Problem("rules/a.yml", 10, "what", "Remedy")
THIRD = Problem("rules/b.yml", 1, "what", "Remedy")


def test_a_problem_names_file_line_and_remedy_in_one_line() -> None:
    assert str(FIRST) == "rules/a.yml:9: what. Remedy."


def test_an_error_shows_every_problem_once_by_file_and_line() -> None:
    error = RuleBaseError([THIRD, SECOND, FIRST, SECOND])
    assert error.problems == [FIRST, SECOND, THIRD]
    assert str(error).splitlines() == [str(FIRST), str(SECOND), str(THIRD)]
