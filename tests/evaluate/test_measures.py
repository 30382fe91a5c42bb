"""What is measured on rankings of intents."""

from __future__ import annotations

from itertools import pairwise

import pytest

from evaluate.measures import Band, Outcome, calibration, calibration_error, confusions, share, sweep
from evaluate.questions import NOT_COVERED, Asked


def outcome(meant: str, *ranking: tuple[str, float]) -> Outcome:
    return Outcome(Asked("…", meant, "plain"), list(ranking))


# One message


def test_a_question_is_answered_rightly_where_the_likeliest_intent_is_meant_and_likely_enough() -> None:
    found = outcome("a", ("a", 0.4), ("b", 0.3))
    assert found.right() and found.right(0.4) and not found.right(0.41)
    assert not found.declined(0.4) and found.declined(0.41)
    assert not outcome("b", ("a", 0.4), ("b", 0.3)).right()


@pytest.mark.parametrize("intent", sorted(NOT_COVERED))
def test_what_is_taken_for_not_covered_is_declined_however_likely_and_never_right(intent: str) -> None:
    for meant in ("a", intent):
        assert outcome(meant, (intent, 0.99), ("a", 0.01)).declined(0.0)
        assert not outcome(meant, (intent, 0.99)).right()
    assert not outcome(intent).asked.covered and outcome("a").asked.covered


def test_a_message_without_a_ranking_is_declined() -> None:
    nothing = outcome("a")
    assert nothing.confidence == 0.0 and nothing.declined(0.0)
    assert not nothing.right() and not nothing.offered()


@pytest.mark.parametrize(("place", "offered"), [(0, True), (2, True), (3, False)])
def test_the_question_meant_is_offered_among_the_likeliest_three(place: int, offered: bool) -> None:
    ranking = [(f"other_{number}", 0.1) for number in range(5)]
    ranking.insert(place, ("a", 0.1))
    assert outcome("a", *ranking).offered() == offered


# Many messages


def test_a_share_of_nothing_is_nothing() -> None:
    assert share([]) == 0.0
    assert share([True, False, True, True]) == 0.75


def test_a_threshold_asks_back_what_is_covered_and_leaves_unanswered_what_is_not() -> None:
    outcomes = [
        outcome("a", ("a", 0.9)),
        outcome("a", ("a", 0.3)),
        outcome("a", ("b", 0.6)),
        outcome("a", ("out_of_scope", 0.8)),
        outcome("out_of_scope", ("a", 0.5)),
        outcome("beyond_coverage", ("beyond_coverage", 0.1)),
    ]
    assert sweep(outcomes, [0.0, 0.3, 0.5, 0.55, 1.0]) == [
        Band(0.0, right=0.5, asked_back=0.0, declined=0.5),
        Band(0.3, right=0.5, asked_back=0.0, declined=0.5),
        Band(0.5, right=0.25, asked_back=0.25, declined=0.5),
        Band(0.55, right=0.25, asked_back=0.25, declined=1.0),
        Band(1.0, right=0.0, asked_back=1.0, declined=1.0),
    ]
    assert sweep([], [0.5]) == [Band(0.5, 0.0, 0.0, 0.0)]


def test_a_higher_threshold_never_answers_more() -> None:
    outcomes = [outcome(meant, ("a", number / 20)) for number in range(21) for meant in ("a", "b", "out_of_scope")]
    bands = sweep(outcomes, [number / 50 for number in range(51)])
    for low, high in pairwise(bands):
        assert low.right >= high.right and low.asked_back <= high.asked_back and low.declined <= high.declined
    assert bands[0].right > bands[-1].right


def test_each_tenth_of_confidence_that_occurs_is_compared_with_the_share_that_is_right() -> None:
    outcomes = [
        outcome("a", ("a", 1.0)),
        outcome("a", ("b", 0.9)),
        outcome("out_of_scope", ("out_of_scope", 0.25)),
        outcome("a"),
    ]
    assert calibration(outcomes) == [(0.0, 0.0, 1), (0.25, 1.0, 1), (0.95, 0.5, 2)]


def test_the_calibration_error_is_the_mean_distance_over_the_messages() -> None:
    found = [outcome("a", ("a", 0.25)), outcome("a", ("a", 1.0)), outcome("a", ("b", 0.9)), outcome("a")]
    assert calibration_error(found) == pytest.approx((0.75 * 1 + 0.45 * 2 + 0.0 * 1) / 4)


def test_who_is_as_often_right_as_confident_has_no_calibration_error() -> None:
    assert calibration_error([outcome("a", ("a", 0.5)), outcome("a", ("b", 0.5))]) == 0.0
    assert calibration_error([outcome("a", ("a", 1.0))]) == 0.0
    assert calibration_error([outcome("a", ("b", 1.0))]) == 1.0


def test_confusions_are_counted_the_most_frequent_first() -> None:
    outcomes = [
        outcome("a", ("b", 0.9)),
        outcome("b", ("a", 0.9)),
        outcome("b", ("a", 0.1), ("b", 0.05)),
        outcome("a", ("a", 0.9), ("b", 0.1)),
        outcome("a"),
    ]
    assert confusions(outcomes) == [("b", "a", 2), ("a", "b", 1)]
