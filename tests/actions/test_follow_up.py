"""What all follow-ups share: which question they are about."""

from __future__ import annotations

import pytest

from actions.checklist import ActionChecklist
from actions.effect import ActionEffect
from actions.example import ActionExample
from actions.first import ActionFirst
from actions.follow_up import FollowUp
from actions.knowledge import advice_on
from actions.more import ActionMore
from actions.others import ActionOthers
from actions.pitfalls import ActionPitfalls
from actions.related import ActionRelated
from actions.sources import ActionSources
from actions.telling import Telling
from actions.why import ActionWhy
from bot.knowledge import rule_base, texts

from .talk import turn

BUTTONS_QUESTION, SLOTS_QUESTION = "funding_permanent", "mentor_who"
FORGED = {
    "an unknown id": "no_such_question",
    "a finding": next(iter(rule_base().findings)),
    "a topic": next(iter(rule_base().topics)),
    "an intent that is no question": "greet",
    "an id with a space": " mentor_who",
    "an id in capitals": "MENTOR_WHO",
    "an empty text": "",
    "a number": 42,
    "a truth value": True,
    "a list": ["mentor_who"],
    "a table": {"question": "mentor_who"},
    "a path": "../../rules/studies.yml",
    "a placeholder": "{0.__class__}",
}

FOLLOW_UPS: tuple[FollowUp, ...] = (
    ActionWhy(),
    ActionSources(),
    ActionPitfalls(),
    ActionChecklist(),
    ActionRelated(),
    ActionExample(),
    ActionFirst(),
    ActionOthers(),
    ActionMore(),
    ActionEffect(),
)
every_follow_up = pytest.mark.parametrize("action", FOLLOW_UPS, ids=lambda action: action.name())
every_forgery = pytest.mark.parametrize("value", FORGED.values(), ids=FORGED.keys())


@every_follow_up
def test_a_button_asks_about_the_answer_it_stands_below(action: FollowUp) -> None:
    said = turn(action, carried=BUTTONS_QUESTION, answered=SLOTS_QUESTION)
    expected = action.reply(advice_on(BUTTONS_QUESTION))
    assert (said.text, said.buttons) == (expected.text, expected.buttons)


@every_follow_up
def test_words_ask_about_the_question_answered_last(action: FollowUp) -> None:
    said = turn(action, answered=SLOTS_QUESTION)
    expected = action.reply(advice_on(SLOTS_QUESTION))
    assert (said.text, said.buttons) == (expected.text, expected.buttons)


@every_follow_up
def test_the_question_meant_is_remembered_for_the_next_follow_up(action: FollowUp) -> None:
    carried = turn(action, carried=BUTTONS_QUESTION, answered=SLOTS_QUESTION)
    assert carried.remembered["answered"] == BUTTONS_QUESTION
    assert turn(action, answered=SLOTS_QUESTION).remembered["answered"] == SLOTS_QUESTION


@every_follow_up
def test_only_what_tells_something_new_each_time_remembers_what_it_told(action: FollowUp) -> None:
    slots = {"answered", "told"} if isinstance(action, Telling) else {"answered"}
    assert turn(action, answered=SLOTS_QUESTION).remembered.keys() == slots


@every_follow_up
def test_plain_words_say_that_nothing_was_answered_yet(action: FollowUp) -> None:
    said = turn(action)
    assert said.text == texts().get("follow_ups.nothing_yet")
    assert said.buttons == ()
    assert said.events == []


@every_forgery
def test_a_forged_question_is_ignored_in_favour_of_the_one_answered_last(value: object) -> None:
    for action in FOLLOW_UPS:
        said = turn(action, carried=value, answered=SLOTS_QUESTION)
        assert said.text == action.reply(advice_on(SLOTS_QUESTION)).text
        assert said.remembered["answered"] == SLOTS_QUESTION


@every_forgery
def test_a_forged_question_alone_is_as_none(value: object) -> None:
    for action in FOLLOW_UPS:
        for said in (
            turn(action, carried=value),
            turn(action, answered=value),
            turn(action, carried=value, answered=value),
        ):
            assert said.text == texts().get("follow_ups.nothing_yet")
            assert said.events == []


def test_no_follow_up_holds_a_blank_line_which_would_tear_the_message_apart() -> None:
    for action in FOLLOW_UPS:
        for question in rule_base().questions:
            assert "\n\n" not in action.reply(advice_on(question)).text
