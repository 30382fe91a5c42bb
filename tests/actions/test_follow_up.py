"""What all follow-ups share: which question, or which situation, they are about."""

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
from bot.presentation.reply import Reply
from bot.reasoning.concerns import assess, closest_question

from .readiness import THIRD, WAITING, kept
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


def nothing_yet(action: FollowUp) -> Reply:
    """What an action says before anything was answered."""
    return action.before_any_answer()


@every_follow_up
def test_only_what_tells_something_new_each_time_remembers_what_it_told(action: FollowUp) -> None:
    slots = {"answered", "earlier"} | ({"told"} if isinstance(action, Telling) else set())
    assert turn(action, answered=SLOTS_QUESTION).remembered.keys() == slots


@every_follow_up
def test_plain_words_say_that_nothing_was_answered_yet(action: FollowUp) -> None:
    said = turn(action)
    assert (said.text, said.buttons, said.events) == (nothing_yet(action).text, nothing_yet(action).buttons, [])


def test_only_pitfalls_can_be_told_before_anything_was_answered() -> None:
    plain = Reply(texts().get("follow_ups.nothing_yet"))
    assert [action.name() for action in FOLLOW_UPS if nothing_yet(action) != plain] == ["action_pitfalls"]


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
            assert said.text == nothing_yet(action).text
            assert said.events == []


# After a described situation

SITUATION = {"mentor_named": ["no", "no mentor yet"], "staff_attitude": ["divided", "half of them grumble"]}
VALUES = {"mentor_named": "no", "staff_attitude": "divided"}


@every_follow_up
def test_after_a_situation_it_is_about_what_was_raised_or_else_about_the_question_closest_to_it(
    action: FollowUp,
) -> None:
    said = turn(action, answered="describe_situation", situation=SITUATION)
    assessment = assess(rule_base(), VALUES)
    closest = closest_question(assessment, rule_base())
    assert closest is not None
    expected = action.on_situation(assessment, VALUES) or action.reply(advice_on(closest, VALUES))
    assert (said.text, said.buttons, said.events) == (expected.text, expected.buttons, [])


def test_the_buttons_below_a_situation_and_what_to_do_first_are_about_what_was_raised() -> None:
    assessment = assess(rule_base(), VALUES)
    on_situation = [action for action in FOLLOW_UPS if action.on_situation(assessment, VALUES)]
    assert [action.name() for action in on_situation] == ["action_why", "action_sources", "action_first"]


@every_follow_up
def test_a_question_that_a_button_carries_goes_before_the_situation(action: FollowUp) -> None:
    said = turn(action, carried=BUTTONS_QUESTION, answered="describe_situation", situation=SITUATION)
    assert said.text == action.reply(advice_on(BUTTONS_QUESTION, VALUES)).text
    assert said.remembered["answered"] == BUTTONS_QUESTION


@every_follow_up
def test_a_situation_that_was_told_but_not_answered_last_only_shapes_the_advice(action: FollowUp) -> None:
    said = turn(action, answered=SLOTS_QUESTION, situation=SITUATION)
    assert said.text == action.reply(advice_on(SLOTS_QUESTION, VALUES)).text
    assert turn(action, situation=SITUATION).text == nothing_yet(action).text


@every_follow_up
@pytest.mark.parametrize("situation", [None, {}, {"weather": ["fine", "x"]}])
def test_after_a_situation_that_calls_for_nothing_there_is_nothing_to_go_back_to(
    action: FollowUp, situation: object
) -> None:
    said = turn(action, answered="describe_situation", situation=situation)
    nothing = texts().get("situation.nothing_raised") if isinstance(action, ActionWhy) else nothing_yet(action).text
    assert (said.text, said.events) == (nothing, [])


def test_no_follow_up_holds_a_blank_line_which_would_tear_the_message_apart() -> None:
    for action in FOLLOW_UPS:
        for question in rule_base().questions:
            assert "\n\n" not in action.reply(advice_on(question)).text


@every_follow_up
def test_while_the_check_waits_a_message_that_begins_with_an_answer_is_one(action: FollowUp) -> None:
    said = turn(action, "ask_more", answered="mentor_who", check=WAITING, text="no, it just says so from above")
    assert kept(said)["answers"][THIRD] == "no"
    said = turn(action, "ask_more", answered="mentor_who", check=WAITING, text="tell me more")
    assert "check" not in said.remembered and said.text
