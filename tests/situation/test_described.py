"""Whether a message describes a situation, or asks for something in particular."""

from __future__ import annotations

import pytest

from bot.situation.described import CLEAR, asks_in_particular, describes_situation
from bot.situation.patterns import Tellings
from bot.situation.recognise import Stated, recognise

from .small import BASE

VAGUE, LIKELY = 0.0, 0.99
ONE, SETTING, TWO = "She has a mentor.", "She starts in May.", "No mentor. No supervision."


def described(text: str, clearest: float, tellings: Tellings) -> bool:
    return describes_situation(text, recognise(text, tellings), clearest, tellings, BASE)


@pytest.mark.parametrize("text", ["", "Hello!", "What should we do?", "Who should be mentor?"])
@pytest.mark.parametrize("clearest", [VAGUE, LIKELY])
def test_a_message_that_states_nothing_describes_no_situation(text: str, clearest: float, tellings: Tellings) -> None:
    assert not described(text, clearest, tellings)


@pytest.mark.parametrize("text", [ONE, SETTING, TWO, f"{ONE} {SETTING}"])
def test_a_message_that_states_something_describes_it_where_no_question_is_clear(text: str, tellings: Tellings) -> None:
    assert described(text, VAGUE, tellings)


@pytest.mark.parametrize(("text", "enough"), [(ONE, False), (TWO, True), (f"{ONE} No supervision.", True)])
def test_two_facts_are_enough_however_clear_a_question_is(text: str, enough: bool, tellings: Tellings) -> None:
    assert described(text, LIKELY, tellings) == enough


def test_what_people_mention_beside_whatever_they_ask_does_not_count(tellings: Tellings) -> None:
    facts = [Stated("mentor", "no", 0, 1), Stated("started", "yes", 0, 1), Stated("stage", "settled", 0, 1)]
    assert not describes_situation("…", facts, LIKELY, tellings, BASE)
    assert describes_situation("…", [*facts, Stated("supervision", "no", 0, 1)], LIKELY, tellings, BASE)
    assert describes_situation("…", facts, VAGUE, tellings, BASE)


def test_a_question_is_clear_from_a_certain_likelihood(tellings: Tellings) -> None:
    assert described(ONE, CLEAR - 0.001, tellings)
    assert not described(ONE, CLEAR, tellings)


@pytest.mark.parametrize(
    ("question", "open_"),
    [
        ("What should we do?", True),
        ("Any advice?!?", True),
        ("any advice?\nWhat should we do?", True),
        ("Who should be mentor?", False),
        ("What should we do? Who pays?", False),
        ("Who pays? Thanks.", False),
        ("Who pays? Any advice?", False),
        ("What should we do. Who pays?", False),
        ("Who pays?!", False),
        ("Who pays", False),
        ("and how many hours does it take.", False),
        ("I wonder who pays", True),
        ("Thanks!", True),
    ],
)
def test_a_question_that_is_clear_must_ask_for_advice_on_the_whole(
    question: str, open_: bool, tellings: Tellings
) -> None:
    assert described(f"{TWO} {question}", LIKELY, tellings) == open_
    assert described(f"{question} {TWO}", LIKELY, tellings) == open_
    assert described(f"{ONE} {question}", VAGUE, tellings) == open_


def test_two_facts_are_enough_where_what_is_asked_comes_close_to_nothing(tellings: Tellings) -> None:
    assert described(f"{TWO} Did I miss it?", VAGUE, tellings)
    assert not described(f"{ONE} Did I miss it?", VAGUE, tellings)


@pytest.mark.parametrize("facts", ["", TWO])
@pytest.mark.parametrize(
    ("question", "particular"),
    [
        ("", False),
        ("Any advice?", False),
        ("?", True),
        ("Who pays?", True),
        ("Who pays", True),
        ("It matters who pays", False),
        ("Any advice? So?", True),
    ],
)
def test_a_message_asks_in_particular_whether_it_tells_facts_or_not(
    question: str, particular: bool, facts: str, tellings: Tellings
) -> None:
    assert asks_in_particular(f"{facts} {question}", tellings) == particular
