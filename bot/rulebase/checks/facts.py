"""Conditions compare facts that exist with values that they can have, and decide something."""

from __future__ import annotations

from difflib import get_close_matches

from bot.reasoning.evaluate import evaluate
from bot.reasoning.truth import Truth
from bot.rulebase.checks.situations import every_situation
from bot.rulebase.model import ALWAYS, All, Condition, Is, RuleBase, leaves
from bot.rulebase.places import Places


def check(base: RuleBase, places: Places) -> None:
    used: set[str] = set()
    for rule in base.rules.values():
        conditions = [(rule.when, ALWAYS), *((statement.when, rule.when) for statement in rule.statements())]
        for condition, within in conditions:
            used.update(leaf.fact for leaf in leaves(condition))
            if all(_compares_well(leaf, rule.id, base, places) for leaf in leaves(condition)):
                _check_decides(condition, within, rule.id, base, places)
    for fact in base.facts.keys() - used:
        places.problem("facts", fact, f"no condition uses the fact “{fact}”", "Use it in a `when:` or delete it")


def _compares_well(leaf: Is, rule: str, base: RuleBase, places: Places) -> bool:
    fact = base.facts.get(leaf.fact)
    if fact is None:
        close = get_close_matches(leaf.fact, base.facts, n=1)
        remedy = f"Write “{close[0]}” if you mean that" if close else "Known are: " + ", ".join(base.facts)
        places.problem("rules", rule, f"the fact “{leaf.fact}” does not exist", remedy, at=leaf.line)
        return False
    if leaf.value not in fact.values:
        what = f"the fact “{leaf.fact}” can never be “{leaf.value}”"
        places.problem("rules", rule, what, "Its values are: " + ", ".join(fact.values), at=leaf.line)
        return False
    return True


def _check_decides(condition: Condition, within: Condition, rule: str, base: RuleBase, places: Places) -> None:
    first = next(leaves(condition), None)
    if first is None:
        return
    whole = All((within, condition))
    found = {evaluate(whole, situation).value for situation in every_situation([whole], base)}
    if found == {Truth.FALSE}:
        places.problem("rules", rule, f"a condition of “{rule}” can never hold", "Correct or delete it", at=first.line)
    elif all(evaluate(condition, each).value is Truth.TRUE for each in every_situation([condition], base)):
        places.problem("rules", rule, f"a condition of “{rule}” always holds", "Delete it", at=first.line)
