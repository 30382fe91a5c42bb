"""“What would change your advice?”"""

from __future__ import annotations

from actions.change import ActionChange
from bot.knowledge import rule_base, texts
from bot.presentation.change import change
from bot.reasoning.advise import advise

from .talk import turn

QUESTION = "mentor_usual"


def test_it_is_about_the_question_answered_before() -> None:
    said = turn(ActionChange(), "ask_change", answered=QUESTION)
    assert said.text == change(advise(rule_base(), QUESTION, {}), rule_base(), texts()).text


def test_what_is_known_of_the_situation_counts() -> None:
    known = {"mentor_named": ["yes", "we have a mentor"]}
    told = turn(ActionChange(), "ask_change", answered=QUESTION, situation=known)
    assert told.text != turn(ActionChange(), "ask_change", answered=QUESTION).text


def test_before_any_answer_there_is_nothing_to_change() -> None:
    assert turn(ActionChange(), "ask_change").text == texts().get("follow_ups.nothing_yet")
