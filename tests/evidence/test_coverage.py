"""How much comes from which study."""

from __future__ import annotations

from dataclasses import replace

from bot.evidence.coverage import Cell, coverage
from bot.rulebase.model import Question, RuleBase, Topic

from ..presentation.small import base, finding, real, rule, statement, words


def with_money(small: RuleBase) -> RuleBase:
    """Adds a topic with a finding of its own, and a question that nothing answers."""
    return replace(
        small,
        topics={**small.topics, "money": Topic("money", words("Money"), {}, {})},
        questions={**small.questions, "who_pays": Question("who_pays", "money", words("Who pays?"), ())},
        findings={**small.findings, "paid": replace(finding("paid"), topic="money")},
    )


def test_findings_are_counted_by_topic_and_study() -> None:
    found = coverage(with_money(base()))
    assert found.cells == {
        "topic": {"alpha": Cell(3, 0), "beta": Cell(3, 0)},
        "money": {"alpha": Cell(1, 0), "beta": Cell(0, 0)},
    }
    assert found.findings == {"alpha": 4, "beta": 3}


def test_a_rule_counts_once_for_each_study_that_it_rests_on() -> None:
    steps = [statement("A.", "some"), statement("B.", "staff")]
    found = coverage(base(rule(steps=steps), rule(key="second")))
    assert found.cells["topic"] == {"alpha": Cell(3, 2), "beta": Cell(3, 1)}
    assert found.rules == {"topic": 2}


def test_a_rule_does_not_rest_on_a_study_that_is_silent() -> None:
    found = coverage(base(rule(silent=[statement("Not said.", studies=("beta",))])))
    assert found.cells["topic"] == {"alpha": Cell(3, 1), "beta": Cell(3, 0)}


def test_a_rule_belongs_to_the_topic_of_its_question_wherever_its_findings_stand() -> None:
    answer = replace(rule(bottom_line=statement("They pay.", "staff")), answers="who_pays")
    found = coverage(with_money(base(answer)))
    assert found.cells["money"]["beta"] == Cell(0, 1)
    assert found.cells["topic"]["beta"] == Cell(3, 0)
    assert found.rules == {"topic": 0, "money": 1}


def test_nothing_of_the_real_rule_base_is_left_out() -> None:
    found = coverage(real())
    assert sum(found.findings.values()) == len(real().findings)
    assert sum(found.rules.values()) == len(real().rules)
    for topic, row in found.cells.items():
        assert all(cell.rules <= found.rules[topic] for cell in row.values())
