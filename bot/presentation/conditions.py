"""Conditions and facts in words."""

from __future__ import annotations

from bot.presentation.texts import Texts
from bot.rulebase.model import YES_NO, All, Any, Condition, Fact, Is, Not, RuleBase


def in_words(condition: Condition, base: RuleBase, texts: Texts) -> str:
    """The condition as a clause that completes “if …”."""
    if isinstance(condition, Is):
        return texts.say(base.facts[condition.fact].said[condition.value])
    if isinstance(condition, Not):
        return _negated(condition.part, base, texts)
    parts = dict.fromkeys(_grouped(part, base, texts) for part in condition.parts)
    return texts.get("labels.and" if isinstance(condition, All) else "labels.or").join(parts)


def whether(fact: Fact, texts: Texts) -> str:
    """The fact as something not known: “whether a mentor has been named”."""
    values = fact.values[:1] if fact.values == YES_NO else fact.values
    return texts.get(
        "follow_ups.whether", condition=texts.get("labels.or").join(texts.say(fact.said[v]) for v in values)
    )


def _grouped(part: Condition, base: RuleBase, texts: Texts) -> str:
    """A part in words, marked as belonging together where it has parts of its own."""
    words = in_words(part, base, texts)
    inner = part.part if isinstance(part, Not) else part
    if isinstance(inner, All | Any) and len(inner.parts) > 1:
        both = isinstance(inner, All) is not isinstance(part, Not)
        return texts.get("labels.both" if both else "labels.either", condition=words)
    return words


def _negated(part: Condition, base: RuleBase, texts: Texts) -> str:
    if isinstance(part, Is) and base.facts[part.fact].values == YES_NO:
        other = "no" if part.value == "yes" else "yes"
        return in_words(Is(part.fact, other), base, texts)
    if isinstance(part, Not):
        return in_words(part.part, base, texts)
    if isinstance(part, (All, Any)):
        opposite = Any if isinstance(part, All) else All
        return in_words(opposite(tuple(Not(each) for each in part.parts)), base, texts)
    return texts.get("labels.not", condition=in_words(part, base, texts))
