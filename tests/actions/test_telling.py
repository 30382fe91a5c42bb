"""What examples and “more” share: what was told on a question is not told again."""

from __future__ import annotations

import pytest

from actions.example import ActionExample
from actions.knowledge import advice_on
from actions.more import ActionMore
from actions.telling import Telling
from bot.knowledge import rule_base

from .talk import turn

QUESTION, OTHER = "mentor_who", "mentor_views"
FINDING = next(iter(rule_base().findings))
FORGED = {
    "a text": QUESTION,
    "a number": 42,
    "a table": {QUESTION: [FINDING]},
    "nothing": [],
    "findings without their question": [FINDING],
    "what is no finding": [QUESTION, "no_such_finding", 42, None, ["x"], "{0.__class__}"],
}
every_telling = pytest.mark.parametrize("action", [ActionExample(), ActionMore()], ids=lambda action: action.name())


@every_telling
def test_what_was_told_is_remembered_with_its_question(action: Telling) -> None:
    assert turn(action, answered=QUESTION).remembered["told"] == [
        QUESTION,
        *action.tell(advice_on(QUESTION), ()).findings,
    ]


@every_telling
def test_asked_again_it_tells_what_comes_next_until_nothing_is_left(action: Telling) -> None:
    told: object = None
    texts = []
    for _ in range(len(rule_base().findings)):
        said = turn(action, answered=QUESTION, told=told)
        texts.append(said.text)
        if said.remembered["told"] == told:
            break
        told = said.remembered["told"]
    assert len(texts) > 2 and len({*texts}) == len(texts)
    assert isinstance(told, list) and len({*told}) == len(told)
    assert turn(action, answered=QUESTION, told=told).text == texts[-1]


@every_telling
def test_what_was_told_on_another_question_does_not_count(action: Telling) -> None:
    told = turn(action, answered=OTHER).remembered["told"]
    for said in (turn(action, answered=QUESTION, told=told), turn(action, carried=QUESTION, answered=OTHER, told=told)):
        assert said.text == action.reply(advice_on(QUESTION)).text
        assert said.remembered["told"] == turn(action, answered=QUESTION).remembered["told"]


@every_telling
@pytest.mark.parametrize("told", FORGED.values(), ids=FORGED.keys())
def test_what_cannot_have_been_told_is_as_nothing(action: Telling, told: object) -> None:
    said = turn(action, answered=QUESTION, told=told)
    assert said.text == action.reply(advice_on(QUESTION)).text
    assert said.remembered == turn(action, answered=QUESTION).remembered


def test_more_does_not_tell_an_example_again() -> None:
    told = turn(ActionExample(), answered=QUESTION).remembered["told"]
    after = turn(ActionMore(), answered=QUESTION, told=told).remembered["told"]
    assert after[: len(told)] == told and len({*after}) == len(after) > len(told)
