"""Which documents there are in a conversation."""

from __future__ import annotations

import pytest

from bot.documents.offered import PLAN, NothingKnownError, Talk, make, names, offer, talk_in
from bot.documents.plan import plan
from bot.documents.template import template_sheet
from bot.presentation.reply import Offer
from bot.reasoning.advise import advise
from bot.situation.memory import Known, as_slot, values

from .made import FRAME, MEMORY

BASE, TEXTS = FRAME.base, FRAME.texts
NOTHING = Talk({}, None)


def test_there_are_the_plan_and_every_template() -> None:
    assert names(BASE) == ("plan", "function_description", "staff_meeting", "own_manager", "advert")


@pytest.mark.parametrize(
    ("slots", "talk"),
    [
        ({}, NOTHING),
        ({"situation": None, "answered": None}, NOTHING),
        ({"situation": as_slot(MEMORY), "answered": "describe_situation"}, Talk(MEMORY, None)),
        ({"situation": {}, "answered": "mentor_who"}, Talk({}, "mentor_who")),
        ({"situation": {"weather": ["fine", ""]}, "answered": ["mentor_who"]}, NOTHING),
        ({"situation": "mentor_named=no", "answered": "no_such_question"}, NOTHING),
    ],
)
def test_only_facts_and_questions_that_exist_are_taken_from_a_conversation(
    slots: dict[str, object], talk: Talk
) -> None:
    assert talk_in(slots, BASE) == talk


def test_there_is_something_where_a_situation_was_told_or_a_question_answered() -> None:
    assert not NOTHING
    assert Talk(MEMORY, None) and Talk({}, "mentor_who")


def test_own_words_are_offered_with_the_plan_only_where_there_are_some() -> None:
    assert offer(PLAN, Talk(MEMORY, None), BASE, TEXTS) == Offer("plan", "Plan for peer support", own_words=True)
    assert not offer(PLAN, Talk({"mentor_named": Known("no")}, "mentor_who"), BASE, TEXTS).own_words


def test_a_template_is_offered_under_its_title() -> None:
    assert offer("advert", Talk(MEMORY, None), BASE, TEXTS) == Offer("advert", "Talking points for a job advert")


@pytest.mark.parametrize("own_words", [True, False])
def test_the_plan_is_made_of_the_situation_and_the_last_answer(own_words: bool) -> None:
    advice = advise(BASE, "mentor_who", values(MEMORY))
    expected = plan(MEMORY, advice, FRAME, own_words=own_words)
    assert make(PLAN, Talk(MEMORY, "mentor_who"), FRAME, own_words=own_words) == expected


def test_there_is_no_plan_where_nothing_is_known() -> None:
    with pytest.raises(NothingKnownError):
        make(PLAN, NOTHING, FRAME, own_words=False)


@pytest.mark.parametrize("name", BASE.templates)
def test_a_template_needs_nothing(name: str) -> None:
    assert make(name, NOTHING, FRAME, own_words=False) == template_sheet(BASE.templates[name], FRAME)
