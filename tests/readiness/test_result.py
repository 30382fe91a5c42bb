"""What a readiness check comes to."""

from __future__ import annotations

import pytest

from bot.readiness.check import Check, Earlier
from bot.readiness.result import OPEN, Move, Result, Standing, result

from .small import BASE

C = BASE.components


def ids(standings: tuple[Standing, ...]) -> list[str]:
    return [each.component.id for each in standings]


def of(earlier: Earlier | None = None, **answers: str) -> Result:
    return result(Check(answers, earlier=earlier), {}, BASE)


def test_every_component_stands_somewhere_in_the_order_of_the_check() -> None:
    found = result(Check({"money": "partly", "training": "skipped"}), {"mentor_named": "yes"}, BASE)
    assert found.standings == (
        Standing(C["needs"], OPEN),
        Standing(C["money"], "partly"),
        Standing(C["training"], "skipped"),
        Standing(C["supervision"], OPEN),
        Standing(C["mentor"], "yes", told=True),
    )


def test_what_was_answered_in_the_check_was_not_told_before_it() -> None:
    found = result(Check({"mentor": "yes"}), {"mentor_named": "yes"}, BASE)
    assert found.at("preparation") == (Standing(C["mentor"], "yes", told=False),)


def test_what_is_in_place_missing_and_not_settled_is_told_apart() -> None:
    found = of(money="yes", training="no", supervision="unknown", mentor="partly")
    assert (ids(found.strengths), ids(found.gaps), ids(found.unsettled)) == (
        ["money"], ["training", "mentor"], ["needs", "supervision"]
    )  # fmt: skip


def test_gaps_come_in_the_order_of_time_and_what_is_missing_before_what_is_partly_there() -> None:
    check = Check({"training": "partly", "supervision": "no", "money": "partly"})
    found = result(check, {"mentor_named": "no", "needs_known": "no"}, BASE)
    assert ids(found.gaps) == ["money", "mentor", "training", "supervision", "needs"]


@pytest.mark.parametrize(
    ("before", "now", "forward"),
    [("no", "partly", True), ("no", "yes", True), ("partly", "yes", True), ("yes", "partly", False), ("yes", "no", False), ("partly", "no", False)],
)  # fmt: skip
def test_what_moved_since_the_earlier_check_says_in_which_direction(before: str, now: str, forward: bool) -> None:
    [move] = of(Earlier({"money": before, "training": "no"}), money=now, training="no").moves
    assert move == Move(C["money"], before, now)
    assert move.forward is forward


@pytest.mark.parametrize("other", ["unknown", "skipped"])
def test_what_was_or_is_not_known_has_not_moved(other: str) -> None:
    assert of(Earlier({"money": other}), money="yes").moves == ()
    assert of(Earlier({"money": "yes"}), money=other).moves == ()
    assert of(Earlier({"money": "yes"})).moves == ()
    assert of(Earlier({}), money="yes").moves == ()


def test_without_an_earlier_check_nothing_has_moved() -> None:
    assert of(money="yes").moves == ()
