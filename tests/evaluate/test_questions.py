"""The held-out messages and the examples that every peer learns from."""

from __future__ import annotations

from bot.knowledge import rule_base
from evaluate.questions import NOT_COVERED, examples, held_out
from evaluate.report import STYLES

from ..data import examples as data


def test_every_held_out_message_is_written_in_one_of_the_styles_and_each_style_occurs() -> None:
    assert {each.style for each in held_out()} == {*STYLES}


def test_every_held_out_message_is_there_once_with_what_it_means() -> None:
    assert sorted((each.text, each.meant) for each in held_out()) == sorted(data.held_out())


def test_what_is_covered_are_the_questions_of_the_rule_base_and_nothing_else() -> None:
    assert {each.meant for each in held_out() if each.covered} == {*rule_base().questions}
    assert {each.meant for each in held_out() if not each.covered} == NOT_COVERED


def test_the_peers_learn_from_every_example_of_the_bot_and_from_no_held_out_message() -> None:
    assert sorted(examples()) == sorted((each.text, each.intent) for each in data.examples())
    assert not {text for text, _ in examples()} & {each.text for each in held_out()}
