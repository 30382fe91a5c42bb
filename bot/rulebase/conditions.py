"""Reads conditions: closed operators and comparisons of facts, no expressions."""

from __future__ import annotations

from bot.rulebase.model import ALWAYS, All, Any, Condition, Is, Not
from bot.rulebase.reader import Entry

DEEPEST = 8


def read_condition(entry: Entry) -> Condition:
    """`{fact: name, is: value}`, `{not: …}`, `{all: [...]}` or `{any: [...]}`, at most `DEEPEST` levels deep."""
    return _read(entry, 1)


def _read(entry: Entry, depth: int) -> Condition:
    if depth > DEEPEST:
        entry.problem(f"the condition is nested more than {DEEPEST} levels deep", "Split the rule in two")
        return ALWAYS
    condition: Condition
    if entry.has("all"):
        condition = All(entry.required("all", lambda e: _parts(e, depth), ()))
    elif entry.has("any"):
        condition = Any(entry.required("any", lambda e: _parts(e, depth), ()))
    elif entry.has("not"):
        condition = Not(entry.required("not", lambda e: _read(e, depth + 1), ALWAYS))
    else:
        condition = Is(entry.required("fact", Entry.text, ""), entry.required("is", Entry.text, ""), entry.line)
    entry.no_other_keys()
    return condition


def _parts(entry: Entry, depth: int) -> tuple[Condition, ...]:
    return tuple(_read(item, depth + 1) for item in entry.items())
