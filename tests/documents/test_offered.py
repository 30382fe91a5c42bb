"""Which documents there are in a conversation."""

from __future__ import annotations

import pytest

from bot.documents.offered import PLAN, NothingKnownError, Talk, can_be_made, fitting, make, names, offer, talk_in
from bot.documents.plan import plan
from bot.documents.template import template_sheet
from bot.presentation.reply import Offer
from bot.readiness.check import Check
from bot.reasoning.advise import advise
from bot.situation.memory import Known, as_slot, values

from .made import FRAME, MEMORY

BASE, TEXTS = FRAME.base, FRAME.texts
NOTHING = Talk({}, None)
CHECKED = Talk({}, None, Check({"steering_group": "no"}))


def test_there_are_the_plan_and_every_template() -> None:
    assert names(BASE) == (
        "plan",
        "readiness",
        "staff_questions",
        "function_description",
        "staff_meeting",
        "own_manager",
        "advert",
    )


@pytest.mark.parametrize(
    ("slots", "talk"),
    [
        ({}, NOTHING),
        ({"situation": None, "answered": None}, NOTHING),
        ({"situation": as_slot(MEMORY), "answered": "describe_situation"}, Talk(MEMORY, None)),
        ({"situation": {}, "answered": "mentor_who"}, Talk({}, "mentor_who")),
        ({"situation": {"weather": ["fine", ""]}, "answered": ["mentor_who"]}, NOTHING),
        ({"situation": "mentor_named=no", "answered": "no_such_question"}, NOTHING),
        ({"check": {"answers": {"steering_group": "no", "weather": "yes"}}}, CHECKED),
    ],
)
def test_only_facts_and_questions_that_exist_are_taken_from_a_conversation(
    slots: dict[str, object], talk: Talk
) -> None:
    assert talk_in(slots, BASE) == talk


def test_there_is_something_where_a_situation_was_told_or_a_question_answered() -> None:
    assert not NOTHING
    assert Talk(MEMORY, None) and Talk({}, "mentor_who")


def test_what_somebody_means_who_names_nothing_depends_on_whether_a_check_was_taken() -> None:
    assert fitting(NOTHING) == fitting(Talk(MEMORY, "mentor_who")) == (PLAN,)
    assert fitting(CHECKED) == (PLAN, "readiness", "staff_questions")


@pytest.mark.parametrize(
    ("talk", "lacking"),
    [
        (NOTHING, {"plan", "readiness"}),
        (Talk(MEMORY, None), {"readiness"}),
        (Talk({}, "mentor_who"), {"readiness"}),
        (CHECKED, set()),
    ],
)
def test_what_can_be_made_is_made_and_nothing_else(talk: Talk, lacking: set[str]) -> None:
    assert {name for name in names(BASE) if not can_be_made(name, talk)} == lacking
    for name in names(BASE):
        if name in lacking:
            with pytest.raises(NothingKnownError):
                make(name, talk, FRAME, own_words=False)
        else:
            assert make(name, talk, FRAME, own_words=False).title == offer(name, talk, BASE, TEXTS).title


def test_own_words_are_offered_with_the_plan_only_where_there_are_some() -> None:
    assert offer(PLAN, Talk(MEMORY, None), BASE, TEXTS) == Offer("plan", "Plan for peer support", own_words=True)
    assert not offer(PLAN, Talk({"mentor_named": Known("no")}, "mentor_who"), BASE, TEXTS).own_words


def test_a_template_is_offered_under_its_title() -> None:
    assert offer("advert", Talk(MEMORY, None), BASE, TEXTS) == Offer("advert", "Talking points for a job advert")


@pytest.mark.parametrize("own_words", [True, False])
def test_the_plan_is_made_of_the_situation_and_the_last_answer(own_words: bool) -> None:
    advice = advise(BASE, "mentor_who", values(MEMORY))
    expected = plan(MEMORY, None, advice, FRAME, own_words=own_words)
    assert make(PLAN, Talk(MEMORY, "mentor_who"), FRAME, own_words=own_words) == expected


@pytest.mark.parametrize("name", BASE.templates)
def test_a_template_needs_nothing(name: str) -> None:
    assert make(name, NOTHING, FRAME, own_words=False) == template_sheet(BASE.templates[name], FRAME)
