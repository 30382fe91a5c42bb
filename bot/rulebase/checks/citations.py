"""Every statement of advice rests on findings that exist; a silence names the studies that are silent."""

from __future__ import annotations

from bot.rulebase.checks.statements import all_statements
from bot.rulebase.model import RuleBase
from bot.rulebase.places import Places


def check(base: RuleBase, places: Places) -> None:
    silences = {id(statement) for rule in base.rules.values() for statement in rule.silent}
    for kind, key, statement in all_statements(base):
        for finding in statement.because:
            if finding not in base.findings:
                places.problem(
                    kind, key, f"the finding “{finding}” does not exist", "Correct its id or write the finding", finding
                )
        for study in statement.studies:
            if study not in base.studies:
                places.problem(
                    kind, key, f"the study “{study}” does not exist", "Known are: " + ", ".join(base.studies), study
                )
        if id(statement) in silences:
            if not statement.studies:
                places.problem(
                    kind,
                    key,
                    f"a silence of “{key}” names no study",
                    "Add `studies: [...]` with those that say nothing",
                    "silent:",
                )
        elif not statement.because:
            places.problem(
                kind,
                key,
                f"a statement of “{key}” rests on no finding",
                "Add `because: [...]` with the ids of its findings",
            )
    for rule in base.rules.values():
        for step in rule.steps:
            if not step.basis:
                places.problem(
                    "rules",
                    rule.id,
                    f"a step of “{rule.id}” does not say what it rests on",
                    "Add `basis:`, for example done_elsewhere",
                    "steps:",
                )
