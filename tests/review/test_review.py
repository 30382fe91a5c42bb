"""A rule base is published only if every check passes; one run reports what all of them find."""

from __future__ import annotations

import pytest

from bot.rulebase.loader import load

from .published import Published

FINDINGS = "mentor/findings.yml"


def test_what_is_ready_is_returned_as_it_is_loaded(published: Published) -> None:
    assert published.is_sound()


def test_what_all_checks_find_is_reported_in_one_go(published: Published) -> None:
    published.replace(
        "studies.yml", "    places:\n      results", "    framework: {a: {b: {en: c}}}\n    places:\n      results"
    )
    published.replace(FINDINGS, "One manager chose", "Managers chose")
    published.replace("mentor/advice.yml", "Name a mentor.", "Always name a mentor. " + "word " * 180)
    published.write_examples("money.yml", money_who=1)
    assert sorted(problem.what.split("“")[0].strip() for problem in published.problems()) == [
        "",  # a statement, which is quoted
        "no finding of",
        "the answer to",
        "the finding",
        "the question",
        "the readiness check does not ask for the component",
        "the voice of",
    ]  # fmt: skip


def test_the_bot_can_be_tried_out_with_what_is_not_ready(published: Published) -> None:
    (published.root / "readings.yml").unlink()
    assert published.problems()
    assert load(published.root)


def test_a_rule_base_that_does_not_load_is_not_looked_at_further(published: Published) -> None:
    published.replace(FINDINGS, "kind: practice", "kind: practise")
    assert [problem.what for problem in published.problems()] == ["the kind “practise” is not known"]


@pytest.mark.parametrize("file", ["texts/en.yml", "readings.yml"])
def test_a_broken_file_beside_the_rules_is_the_only_problem(published: Published, file: str) -> None:
    published.append(file, "oops: [\n")
    (problem,) = published.problems()
    assert problem.file == f"rules/{file}" and "not valid YAML" in problem.what
