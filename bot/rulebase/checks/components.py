"""A component of the readiness check that asks for a fact asks for one that exists, with yes or no, and alone."""

from __future__ import annotations

from bot.rulebase.model import YES_NO, RuleBase
from bot.rulebase.places import Places


def check(base: RuleBase, places: Places) -> None:
    asking: dict[str, str] = {}
    for component in base.components.values():
        if not component.fact:
            continue
        fact = base.facts.get(component.fact)
        if fact is None:
            what, remedy = f"the fact “{component.fact}” does not exist", "Correct its id, or delete `fact:`"
        elif fact.values != YES_NO:
            what, remedy = f"the fact “{component.fact}” is not one of yes or no", "Delete `fact:`"
        elif component.fact in asking:
            what, remedy = f"“{asking[component.fact]}” asks for the fact “{component.fact}” too", "Delete one of them"
        else:
            asking[component.fact] = component.id
            continue
        places.problem("components", component.id, what, remedy, at="fact")
