"""Every finding is used by a rule, a concern, a component of the readiness check, a pitfall, a check or a template."""

from __future__ import annotations

from bot.rulebase.checks.statements import all_statements
from bot.rulebase.model import RuleBase
from bot.rulebase.places import Places


def check(base: RuleBase, places: Places) -> None:
    used = {finding for _, _, statement in all_statements(base) for finding in statement.because}
    for key in base.findings.keys() - used:
        places.problem(
            "findings",
            key,
            f"nothing uses the finding “{key}”",
            "Cite it in a rule, a concern, a component, a pitfall, a check or a template, or delete it",
        )
