"""Every statement of advice rests on findings that exist; a silence names the studies that are silent."""

from __future__ import annotations

from bot.rulebase.checks.statements import all_statements
from bot.rulebase.model import Concern, Rule, RuleBase
from bot.rulebase.places import Places


def check(base: RuleBase, places: Places) -> None:
    sections = [section for template in base.templates.values() for section in template.sections]
    silences = {id(statement) for rule in base.rules.values() for statement in rule.silent}
    silences |= {id(component.silent) for component in base.components.values()}
    silences |= {id(statement) for section in sections for statement in section.silent}
    owners: list[Rule | Concern] = [*base.rules.values(), *base.concerns.values()]
    steps = {id(statement) for owner in owners for statement in owner.steps}
    steps |= {id(component.step) for component in base.components.values()}
    steps |= {id(statement) for section in sections for statement in section.proposed}
    for kind, key, statement in all_statements(base):

        def problem(what: str, remedy: str, kind: str = kind, key: str = key, line: int = statement.line) -> None:
            places.problem(kind, key, what, remedy, at=line)

        for finding in statement.because:
            if finding not in base.findings:
                problem(f"the finding “{finding}” does not exist", "Correct its id or write the finding")
        for study in statement.studies:
            if study not in base.studies:
                problem(f"the study “{study}” does not exist", "Known are: " + ", ".join(base.studies))
        if id(statement) in silences and not statement.studies:
            problem(f"a silence of “{key}” names no study", "Add `studies: [...]` with those that say nothing")
        if id(statement) not in silences and not statement.because:
            problem(f"a statement of “{key}” rests on no finding", "Add `because: [...]` with the ids of its findings")
        if id(statement) in steps and not statement.basis:
            problem(f"a step of “{key}” does not say what it rests on", "Add `basis:`, for example done_elsewhere")
