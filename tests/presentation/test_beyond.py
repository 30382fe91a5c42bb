"""The reply to a question of this field that the studies do not answer."""

from __future__ import annotations

import pytest

from bot.knowledge import rule_base, texts
from bot.presentation.beyond import MOST_WORDS, not_answered
from bot.presentation.reply import Button
from bot.presentation.sources import question_path
from bot.reasoning.advise import advise


def test_where_nothing_is_near_it_says_what_is_covered_and_whom_to_ask() -> None:
    reply = not_answered(None, rule_base(), texts())
    assert reply.text == f"{texts().get('beyond.unsaid')}\n{texts().get('beyond.covered')}"
    assert [button.payload for button in reply.buttons] == [f"/{key}" for key in texts().at("beyond.buttons")]


@pytest.mark.parametrize("question", sorted(rule_base().questions))
def test_that_it_is_not_answered_comes_before_the_nearest_question_and_its_button(question: str) -> None:
    advice = advise(rule_base(), question, {})
    reply = not_answered(advice, rule_base(), texts())
    first, second = reply.text.split("\n")
    assert first == texts().get("beyond.unsaid")
    asks = texts().say(advice.question.asks)
    assert reply.buttons[0] == Button(asks, f"/{question}")
    assert second == texts().get("beyond.nearest_below") or (
        asks in second and question_path(advice.question) in second
    )
    assert reply.words() <= MOST_WORDS


def test_most_questions_are_near_enough_in_length_to_be_told() -> None:
    told = [not_answered(advise(rule_base(), key, {}), rule_base(), texts()).text for key in rule_base().questions]
    assert sum(texts().get("beyond.nearest_below") not in text for text in told) > len(told) / 2
