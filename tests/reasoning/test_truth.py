"""Kleene's strong three-valued tables, written out."""

from __future__ import annotations

from itertools import permutations, product

import pytest

from bot.reasoning.truth import Truth, conjunction, disjunction, negation

F, U, T = Truth.FALSE, Truth.UNKNOWN, Truth.TRUE

NOT = {F: T, U: U, T: F}
AND = {
    (F, F): F, (F, U): F, (F, T): F,
    (U, F): F, (U, U): U, (U, T): U,
    (T, F): F, (T, U): U, (T, T): T,
}  # fmt: skip
OR = {
    (F, F): F, (F, U): U, (F, T): T,
    (U, F): U, (U, U): U, (U, T): T,
    (T, F): T, (T, U): T, (T, T): T,
}  # fmt: skip


@pytest.mark.parametrize("value", Truth)
def test_negation_follows_kleenes_table(value: Truth) -> None:
    assert negation(value) is NOT[value]


@pytest.mark.parametrize("pair", product(Truth, repeat=2))
def test_conjunction_of_two_follows_kleenes_table(pair: tuple[Truth, Truth]) -> None:
    assert conjunction(pair) is AND[pair]


@pytest.mark.parametrize("pair", product(Truth, repeat=2))
def test_disjunction_of_two_follows_kleenes_table(pair: tuple[Truth, Truth]) -> None:
    assert disjunction(pair) is OR[pair]


@pytest.mark.parametrize("triple", product(Truth, repeat=3))
def test_conjunction_and_disjunction_of_three_are_those_of_two_folded_from_either_side(
    triple: tuple[Truth, Truth, Truth],
) -> None:
    a, b, c = triple
    assert conjunction(triple) is AND[AND[a, b], c] is AND[a, AND[b, c]]
    assert disjunction(triple) is OR[OR[a, b], c] is OR[a, OR[b, c]]


@pytest.mark.parametrize("triple", product(Truth, repeat=3))
def test_the_order_of_the_parts_does_not_matter(triple: tuple[Truth, Truth, Truth]) -> None:
    assert {conjunction(order) for order in permutations(triple)} == {conjunction(triple)}
    assert {disjunction(order) for order in permutations(triple)} == {disjunction(triple)}


def test_a_conjunction_of_nothing_is_true_and_a_disjunction_of_nothing_false() -> None:
    assert conjunction(()) is T
    assert disjunction(()) is F


@pytest.mark.parametrize("value", Truth)
def test_a_single_part_keeps_its_value(value: Truth) -> None:
    assert conjunction([value]) is disjunction([value]) is value


def test_parts_may_come_from_a_generator() -> None:
    assert conjunction(value for value in (T, U)) is U
    assert disjunction(value for value in (F, U)) is U


@pytest.mark.parametrize("pair", product(Truth, repeat=2))
def test_de_morgans_laws_hold_in_three_values(pair: tuple[Truth, Truth]) -> None:
    assert negation(conjunction(pair)) is disjunction(map(negation, pair))
    assert negation(disjunction(pair)) is conjunction(map(negation, pair))
