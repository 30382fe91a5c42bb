"""Kleene's strong three-valued logic (S. C. Kleene, Introduction to Metamathematics, 1952, § 64)."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum


class Truth(Enum):
    """A fact nobody mentioned is UNKNOWN, never FALSE."""

    FALSE = 0
    UNKNOWN = 1
    TRUE = 2


def negation(value: Truth) -> Truth:
    return Truth(2 - value.value)


def conjunction(values: Iterable[Truth]) -> Truth:
    """The least of the values; TRUE for none."""
    return min(values, key=lambda value: value.value, default=Truth.TRUE)


def disjunction(values: Iterable[Truth]) -> Truth:
    """The greatest of the values; FALSE for none."""
    return max(values, key=lambda value: value.value, default=Truth.FALSE)
