"""The synthetic rule bases of the growth benchmark, and what counts as too slow."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.growth import Growth, too_slow, write_rules
from bench.report import growth_table
from bot.reasoning.advise import advise
from bot.reasoning.concerns import assess
from bot.rulebase.loader import load

FEW = Growth(rules=100, load_s=0.1, memory_mb=1.0, question_us=50.0, situation_us=60.0)


@pytest.mark.parametrize("size", [100, 400])
def test_a_synthetic_rule_base_is_sound_and_grows_in_questions_and_facts(tmp_path: Path, size: int) -> None:
    write_rules(tmp_path / "rules", size)
    base = load(tmp_path / "rules")
    assert len(base.rules) == size
    assert len(base.questions) == len(base.facts) == len(base.concerns) == size // 2


@pytest.mark.parametrize("size", [100, 400])
def test_what_matches_does_not_grow(tmp_path: Path, size: int) -> None:
    write_rules(tmp_path / "rules", size)
    base = load(tmp_path / "rules")
    assert len(advise(base, "question_25", {}).bottom_lines) == 2
    assert len(assess(base, {"fact_25": "yes"}).raised) == 1


def test_a_rule_base_of_more_rules_may_take_a_little_longer() -> None:
    assert too_slow([FEW, Growth(20_000, 20.0, 90.0, question_us=74.0, situation_us=179.0)]) == []


def test_each_kind_of_advice_that_takes_too_long_is_named() -> None:
    slow = too_slow([FEW, Growth(20_000, 20.0, 90.0, question_us=76.0, situation_us=181.0)])
    assert len(slow) == 2
    assert "1.52 times" in slow[0] and "3.02 times" in slow[1]


def test_the_table_has_a_line_for_each_size() -> None:
    head, line = growth_table([FEW]).splitlines()
    assert "advice on a question, µs" in head
    assert line.split() == ["100", "0.10", "1.00", "50.0", "60.0"]
