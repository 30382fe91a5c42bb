"""Taking a readiness check: what is asked next, going back, and facts that answer a question."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.readiness.check import (
    ANSWERS,
    Check,
    Earlier,
    answered,
    asking_next,
    begun_again,
    gone_back,
    resumed,
    standing,
)
from bot.situation.memory import Known, Memory, values

from .small import BASE

ALL = ("needs", "money", "training", "supervision", "mentor")
NOTHING: Memory = {}


def taken(*answers: str, memory: Memory = NOTHING) -> tuple[Check, Memory]:
    """A check from its start, with one answer after another."""
    check = asking_next(Check(), values(memory), BASE)
    for answer in answers:
        assert check.pending is not None
        check, memory = answered(check, memory, BASE.components[check.pending], answer, "so it is", BASE)
    return check, memory


def test_it_asks_in_the_order_of_the_rule_base_until_nothing_is_open() -> None:
    asked = [taken(*["partly"] * count)[0].pending for count in range(6)]
    assert asked == [*ALL, None]


def test_a_question_whose_fact_is_known_is_not_asked() -> None:
    memory = {"needs_known": Known("no"), "mentor_named": Known("yes")}
    asked = [taken(*["no"] * count, memory=memory)[0].pending for count in range(4)]
    assert asked == ["money", "training", "supervision", None]


@pytest.mark.parametrize("answer", ["yes", "no"])
def test_yes_and_no_to_a_question_for_a_fact_tell_the_fact_with_the_words(answer: str) -> None:
    _, memory = taken(answer)
    assert memory == {"needs_known": Known(answer, "so it is")}


@pytest.mark.parametrize("answer", ["partly", "unknown"])
def test_what_is_partly_so_or_not_known_is_no_fact_and_takes_back_what_was_one(answer: str) -> None:
    check, memory = answered(Check(), {"needs_known": Known("yes")}, BASE.components["needs"], answer, "", BASE)
    assert memory == {}
    assert standing(BASE.components["needs"], check, values(memory)) == answer


def test_skipping_takes_back_nothing() -> None:
    check, memory = answered(Check(), {"needs_known": Known("yes")}, BASE.components["needs"], "skipped", "", BASE)
    assert memory == {"needs_known": Known("yes")}
    assert standing(BASE.components["needs"], check, values(memory)) == "yes"


@pytest.mark.parametrize("answer", ANSWERS)
def test_a_fact_that_is_told_later_holds_before_an_answer(answer: str) -> None:
    check = Check({"needs": answer})
    assert standing(BASE.components["needs"], check, {"needs_known": "no"}) == "no"


@pytest.mark.parametrize("answer", ["yes", "no"])
def test_a_fact_that_is_forgotten_afterwards_is_asked_for_again(answer: str) -> None:
    check, _ = taken(answer, "yes")
    assert standing(BASE.components["needs"], check, {}) is None
    assert asking_next(check, {}, BASE).pending == "needs"


def test_going_back_leads_through_the_answers_one_by_one_and_loses_none() -> None:
    check, memory = taken("yes", "no", "partly")
    back = [gone_back(check), gone_back(gone_back(check)), gone_back(gone_back(gone_back(check)))]
    assert [each.pending for each in back] == ["training", "money", "needs"]
    assert all(each.answers == check.answers for each in back)
    again, _ = answered(back[1], memory, BASE.components["money"], "yes", "", BASE)
    assert again.answers == {"needs": "yes", "money": "yes", "training": "partly"}
    assert again.pending == "supervision"


def test_at_the_first_question_going_back_changes_nothing() -> None:
    check, _ = taken()
    assert gone_back(check) == check
    assert gone_back(gone_back(taken("no")[0])).pending == "needs"


def test_after_the_last_question_going_back_leads_to_it() -> None:
    assert gone_back(taken(*["no"] * 5)[0]).pending == "mentor"


def test_a_check_is_resumed_at_the_question_that_waits() -> None:
    check = gone_back(taken("yes", "no")[0])
    assert resumed(check, {}, BASE) == check


def test_a_check_that_was_stopped_is_resumed_at_the_first_open_question() -> None:
    assert resumed(Check({"needs": "partly", "training": "no"}), {}, BASE).pending == "money"


def test_where_all_was_asked_it_is_resumed_at_what_was_skipped() -> None:
    check, memory = taken("yes", "skipped", "unknown", "skipped", "no")
    again = resumed(check, values(memory), BASE)
    assert again.pending == "money"
    assert again.answers == {"needs": "yes", "training": "unknown", "mentor": "no"}


def test_where_all_was_answered_nothing_is_left_to_resume() -> None:
    check, memory = taken("yes", "no", "unknown", "partly", "no")
    assert resumed(check, values(memory), BASE) == check


def test_beginning_again_after_the_end_compares_with_the_check_before() -> None:
    check, memory = taken("yes", "no", "skipped", "partly", "unknown")
    again = begun_again(check, values(memory), BASE)
    assert again.earlier == Earlier(
        {"needs": "yes", "money": "no", "training": "skipped", "supervision": "partly", "mentor": "unknown"}
    )
    assert (again.answers, again.pending) == ({}, "money")


@pytest.mark.parametrize("answers", [(), ("yes",), ("yes", "no", "partly", "skipped")])
def test_beginning_again_before_the_end_goes_on(answers: tuple[str, ...]) -> None:
    check, memory = taken(*answers)
    assert begun_again(check, values(memory), BASE) == check


def test_an_earlier_check_that_was_loaded_stays_when_a_new_one_begins() -> None:
    earlier = Earlier({"money": "no"}, "2026-01-31")
    assert begun_again(Check(earlier=earlier), {}, BASE) == Check(pending="needs", earlier=earlier)


@given(st.lists(st.sampled_from(ANSWERS), max_size=5), st.dictionaries(st.sampled_from(sorted(BASE.facts)), st.sampled_from(["yes", "no"])))  # fmt: skip
def test_what_stands_is_never_asked_and_what_is_asked_does_not_stand(answers: list[str], facts: dict[str, str]) -> None:
    memory: Memory = {fact: Known(value) for fact, value in facts.items()}
    check = asking_next(Check(), facts, BASE)
    for answer in answers:
        if check.pending is None:
            break
        asked = BASE.components[check.pending]
        assert standing(asked, check, values(memory)) is None
        check, memory = answered(check, memory, asked, answer, "", BASE)
        assert standing(asked, check, values(memory)) == answer
