"""Walks all statements of the rule base with the object they belong to."""

from __future__ import annotations

from collections.abc import Iterator

from bot.rulebase.model import RuleBase, Statement


def all_statements(base: RuleBase) -> Iterator[tuple[str, str, Statement]]:
    """(kind of object, id, statement) for rules, concerns, components, pitfalls, checks and templates."""
    for rule in base.rules.values():
        for statement in rule.statements():
            yield "rules", rule.id, statement
    for concern in base.concerns.values():
        for statement in concern.statements():
            yield "concerns", concern.id, statement
    for component in base.components.values():
        for statement in component.statements():
            yield "components", component.id, statement
    for topic in base.topics.values():
        for key, statement in topic.pitfalls.items():
            yield "pitfalls", key, statement
        for key, statement in topic.checks.items():
            yield "checks", key, statement
    for template in base.templates.values():
        for statement in template.statements():
            yield "templates", template.id, statement
