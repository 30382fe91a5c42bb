"""Random conditions and situations for property tests, and classical logic to compare with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product

from hypothesis import strategies as st

from bot.rulebase.model import All, Any, Condition, Is, Not

FACTS: Mapping[str, tuple[str, ...]] = {
    "mentor": ("yes", "no"),
    "started": ("yes", "no"),
    "money": ("project", "permanent", "undecided"),
    "staff": ("open", "torn", "against"),
}
"""Facts with the values they can have."""
SINGLE = {f"fact_{number}": ("yes", "no") for number in range(6)}
"""Facts for conditions that name none of them twice."""

values = st.sampled_from([(fact, value) for fact, values in FACTS.items() for value in values])
leaf = values.map(lambda pair: Is(*pair))


def _nested(parts: st.SearchStrategy[Condition]) -> st.SearchStrategy[Condition]:
    several = st.lists(parts, max_size=4).map(tuple)
    return st.one_of(parts.map(Not), several.map(All), several.map(Any))


conditions: st.SearchStrategy[Condition] = st.recursive(leaf, _nested, max_leaves=8)
situations = st.fixed_dictionaries({}, optional={fact: st.sampled_from(values) for fact, values in FACTS.items()})


@st.composite
def read_once(draw: st.DrawFn) -> Condition:
    """A condition that names no fact twice."""
    fresh = iter(SINGLE)

    def renamed(condition: Condition) -> Condition:
        if isinstance(condition, Is):
            return Is(next(fresh), draw(st.sampled_from(("yes", "no"))))
        if isinstance(condition, Not):
            return Not(renamed(condition.part))
        return type(condition)(tuple(renamed(part) for part in condition.parts))

    shapes = st.recursive(leaf, _nested, max_leaves=len(SINGLE))
    return renamed(draw(shapes))


single_situations = st.fixed_dictionaries(
    {}, optional={fact: st.sampled_from(values) for fact, values in SINGLE.items()}
)


def completions(situation: Mapping[str, str], facts: Mapping[str, tuple[str, ...]]) -> Iterator[dict[str, str]]:
    """Every way to make all facts known without changing those that are."""
    options = [(situation[fact],) if fact in situation else values for fact, values in facts.items()]
    for chosen in product(*options):
        yield dict(zip(facts, chosen, strict=True))


def holds(condition: Condition, complete: Mapping[str, str]) -> bool:
    """Classical two-valued evaluation where every fact is known."""
    if isinstance(condition, Is):
        return complete[condition.fact] == condition.value
    if isinstance(condition, Not):
        return not holds(condition.part, complete)
    each = (holds(part, complete) for part in condition.parts)
    return all(each) if isinstance(condition, All) else any(each)
