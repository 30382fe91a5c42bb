"""“What would change your advice?”"""

from __future__ import annotations

import pytest

from bot.presentation.answer import MOST_WORDS
from bot.presentation.change import change
from bot.presentation.reply import Button
from bot.reasoning.advise import advise
from bot.reasoning.evaluate import Situation
from bot.rulebase.model import Not

from .small import MENTOR, base, english, real, rule, statement

NAME = statement("Name a mentor.", "some", when=Not(MENTOR))


def lines(situation: Situation, *steps: object) -> list[str]:
    knowledge = base(rule(steps=steps))  # type: ignore[arg-type]
    return change(advise(knowledge, "question", situation), knowledge, english()).text.split("\n")


def test_what_would_be_said_in_another_case_is_told_below_its_condition() -> None:
    heading, case, evidence = lines({}, NAME)
    assert heading == "What would change this answer:"
    assert case.startswith("• If ") and case.endswith("Name a mentor.")
    assert evidence.startswith("Other evidence could change it too")


def test_a_fact_that_was_told_is_named_as_such() -> None:
    assert lines({"mentor": "yes"}, NAME)[1].startswith("• If, unlike what you told me, ")


def test_an_answer_without_conditions_says_so() -> None:
    assert lines({})[0].startswith("Nothing that you could tell me")


@pytest.mark.parametrize("question", sorted(real().questions))
def test_no_reply_is_longer_than_a_first_answer_and_each_offers_what_is_related(question: str) -> None:
    reply = change(advise(real(), question, {}), real(), english())
    assert reply.words() <= MOST_WORDS
    assert reply.buttons == tuple(
        Button(real().questions[key].asks["en"], f"/{key}") for key in real().questions[question].related
    )
