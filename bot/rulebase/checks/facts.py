"""Conditions compare facts that exist with values that they can have, and decide something."""

from __future__ import annotations

from difflib import get_close_matches

from bot.reasoning.evaluate import evaluate
from bot.reasoning.truth import Truth
from bot.rulebase.checks.situations import every_situation
from bot.rulebase.model import ALWAYS, All, Concern, Condition, Is, Rule, RuleBase, leaves
from bot.rulebase.places import Places


def check(base: RuleBase, places: Places) -> None:
    used: set[str] = set()
    owners: list[tuple[str, Rule | Concern]] = [("rules", rule) for rule in base.rules.values()]
    owners += [("concerns", concern) for concern in base.concerns.values()]
    for kind, owner in owners:
        conditions = [(owner.when, ALWAYS), *((statement.when, owner.when) for statement in owner.statements())]
        for condition, within in conditions:
            used.update(leaf.fact for leaf in leaves(condition))
            if all(_compares_well(leaf, kind, owner.id, base, places) for leaf in leaves(condition)):
                _check_decides(condition, within, kind, owner.id, base, places)
    for fact in base.facts.keys() - used:
        places.problem("facts", fact, f"no condition uses the fact “{fact}”", "Use it in a `when:` or delete it")


def _compares_well(leaf: Is, kind: str, owner: str, base: RuleBase, places: Places) -> bool:
    fact = base.facts.get(leaf.fact)
    if fact is None:
        close = get_close_matches(leaf.fact, base.facts, n=1)
        remedy = f"Write “{close[0]}” if you mean that" if close else "Known are: " + ", ".join(base.facts)
        places.problem(kind, owner, f"the fact “{leaf.fact}” does not exist", remedy, at=leaf.line)
        return False
    if leaf.value not in fact.values:
        what = f"the fact “{leaf.fact}” can never be “{leaf.value}”"
        places.problem(kind, owner, what, "Its values are: " + ", ".join(fact.values), at=leaf.line)
        return False
    return True


def _check_decides(
    condition: Condition, within: Condition, kind: str, owner: str, base: RuleBase, places: Places
) -> None:
    first = next(leaves(condition), None)
    if first is None:
        return
    whole = All((within, condition))
    found = {evaluate(whole, situation).value for situation in every_situation([whole], base)}
    if found == {Truth.FALSE}:
        places.problem(kind, owner, f"a condition of “{owner}” can never hold", "Correct or delete it", at=first.line)
    elif all(evaluate(condition, each).value is Truth.TRUE for each in every_situation([condition], base)):
        places.problem(kind, owner, f"a condition of “{owner}” always holds", "Delete it", at=first.line)
