"""Where each finding is used."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.rulebase.model import RuleBase


@dataclass(frozen=True)
class Uses:
    """By id of finding: the questions whose advice rests on it, the topics whose pitfalls, checklist or concerns do, and
    the components of the readiness check.
    """

    questions: dict[str, tuple[str, ...]] = field(default_factory=dict)
    topics: dict[str, tuple[str, ...]] = field(default_factory=dict)
    components: dict[str, tuple[str, ...]] = field(default_factory=dict)


def uses(base: RuleBase) -> Uses:
    """Every use of every finding, in the order of the rule base."""
    questions: dict[str, dict[str, None]] = {}
    topics: dict[str, dict[str, None]] = {}
    components: dict[str, dict[str, None]] = {}
    for rule in base.rules.values():
        for statement in rule.statements():
            for finding in statement.because:
                questions.setdefault(finding, {})[rule.answers] = None
    for topic in base.topics.values():
        for statement in (*topic.pitfalls.values(), *topic.checks.values()):
            for finding in statement.because:
                topics.setdefault(finding, {})[topic.id] = None
    for concern in base.concerns.values():
        for statement in concern.statements():
            for finding in statement.because:
                topics.setdefault(finding, {})[concern.topic] = None
    for component in base.components.values():
        for statement in component.statements():
            for finding in statement.because:
                components.setdefault(finding, {})[component.id] = None
    return Uses(_listed(questions), _listed(topics), _listed(components))


def _listed(found: dict[str, dict[str, None]]) -> dict[str, tuple[str, ...]]:
    return {key: tuple(each) for key, each in found.items()}
