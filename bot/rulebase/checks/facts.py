"""Conditions compare facts that exist with values that they can have."""

from __future__ import annotations

from difflib import get_close_matches

from bot.rulebase.checks.statements import all_statements
from bot.rulebase.model import RuleBase, leaves
from bot.rulebase.places import Places


def check(base: RuleBase, places: Places) -> None:
    used: set[str] = set()
    conditions = [("rules", rule.id, rule.when) for rule in base.rules.values()]
    conditions += [(kind, key, statement.when) for kind, key, statement in all_statements(base)]
    for kind, key, condition in conditions:
        for leaf in leaves(condition):
            used.add(leaf.fact)
            fact = base.facts.get(leaf.fact)
            if fact is None:
                close = get_close_matches(leaf.fact, base.facts, n=1)
                remedy = f"Write “{close[0]}” if you mean that" if close else "Known are: " + ", ".join(base.facts)
                places.problem(kind, key, f"the fact “{leaf.fact}” does not exist", remedy, leaf.fact)
            elif leaf.value not in fact.values:
                places.problem(
                    kind,
                    key,
                    f"the fact “{leaf.fact}” can never be “{leaf.value}”",
                    "Its values are: " + ", ".join(fact.values),
                    leaf.fact,
                )
    for fact_id in base.facts.keys() - used:
        places.problem("facts", fact_id, f"no condition uses the fact “{fact_id}”", "Use it in a `when:` or delete it")
