"""A few components, two of which ask for facts, in a rule base of their own."""

from __future__ import annotations

from bot.rulebase.model import Component, Fact, RuleBase, Statement


def words(text: str) -> dict[str, str]:
    return {"en": text}


def component(key: str, level: str, phase: str, fact: str = "", step: bool = True) -> Component:
    done = Statement(words(f"Consider {key}."), ("some",), basis="own_inference")
    return Component(
        key, level, words(f"{key} title"), words(f"Is there {key}?"), fact, ("manager", "hr"), phase,
        words(f"there is {key}"), words(f"there is no {key} yet"), Statement(words(f"Some had {key}."), ("some",)), None,
        done if step else None,
    )  # fmt: skip


COMPONENTS = (
    component("needs", "organisation", "later", fact="needs_known"),
    component("money", "organisation", "considering"),
    component("training", "team", "before_day_one"),
    component("supervision", "continuous_support", "first_weeks"),
    component("mentor", "preparation", "before_day_one", fact="mentor_named"),
)
FACTS = {
    key: Fact(key, ("yes", "no"), words(f"{key}?"), {"yes": words(key), "no": words(f"not {key}")})
    for key in ("needs_known", "mentor_named")
}
BASE = RuleBase({}, {}, FACTS, {}, {}, {}, {}, components={each.id: each for each in COMPONENTS})
