"""How much of what the rule base holds comes from which study."""

from __future__ import annotations

from dataclasses import dataclass

from bot.rulebase.model import RuleBase


@dataclass(frozen=True)
class Cell:
    """Findings of a study on a topic, and rules of the topic that rest on at least one finding of the study."""

    findings: int
    rules: int


@dataclass(frozen=True)
class Coverage:
    """`cells[topic][study]`; `rules` and `findings` are those of each topic and study in all."""

    cells: dict[str, dict[str, Cell]]
    rules: dict[str, int]
    findings: dict[str, int]


def coverage(base: RuleBase) -> Coverage:
    """Counts findings and rules for each topic and study."""
    cells = {topic: {study: Cell(0, 0) for study in base.studies} for topic in base.topics}
    for finding in base.findings.values():
        cell = cells[finding.topic][finding.study]
        cells[finding.topic][finding.study] = Cell(cell.findings + 1, cell.rules)
    rules = dict.fromkeys(base.topics, 0)
    for rule in base.rules.values():
        topic = base.questions[rule.answers].topic
        rules[topic] += 1
        for study in {base.findings[key].study for statement in rule.statements() for key in statement.because}:
            cell = cells[topic][study]
            cells[topic][study] = Cell(cell.findings, cell.rules + 1)
    findings = {study: sum(row[study].findings for row in cells.values()) for study in base.studies}
    return Coverage(cells, rules, findings)
