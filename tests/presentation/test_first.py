"""“What should I do first?”"""

from __future__ import annotations

import pytest

from bot.presentation.answer import MOST_WORDS
from bot.presentation.first import first, first_in_situation
from bot.presentation.reply import Button, Reply
from bot.reasoning.advise import advise
from bot.reasoning.concerns import assess
from bot.rulebase.model import BASES, All, Not, RuleBase

from .small import MENTOR, NO_MENTOR, base, english, real, rule, situations, statement
from .test_answer import CODE, QUESTIONS
from .test_situation import STARTED, concern, of

OFFERED = (Button("Another question?", "/other"),)
CHECKS = [statement("Far.", "all"), statement("Near.", "one", "staff")]


def asked(knowledge: RuleBase, **situation: str) -> Reply:
    return first(advise(knowledge, "question", situation), knowledge, english())


@pytest.mark.parametrize("basis", BASES)
def test_the_steps_come_in_order_with_what_each_rests_on(basis: str) -> None:
    steps = [statement("One.", "some", basis="done_elsewhere"), statement("Two.", "some", basis=basis)]
    assert asked(base(rule(steps=steps), checks=CHECKS)).text.split("\n") == [
        "Where to begin, step by step:",
        "• Step 1: One. (done elsewhere, effect not reported)",
        f"• Step 2: Two. ({english().get(f'bases.{basis}')})",
    ]


def test_a_step_that_may_apply_is_worded_with_if_and_one_that_does_not_is_left_out() -> None:
    knowledge = base(rule(steps=[statement("Name one.", "some", when=Not(MENTOR)), statement("Always.", "some")]))
    assert "• Step 1: If no mentor has been named yet: Name one." in asked(knowledge).text
    assert asked(knowledge, mentor="yes").text.endswith("\n• Step 1: Always. (Waymark's own inference)")


def test_without_steps_the_items_of_the_checklist_closest_to_the_answer_are_given() -> None:
    assert asked(base(rule(), checks=CHECKS)).text.split("\n") == [
        "The answer has no steps. Closest to it in the checklist (Mentors), built by Waymark from the findings:",
        "• Near. (Alpha 2024, Beta 2024)",
        "• Far. (Beta 2024)",
    ]


def test_without_steps_and_checklist_that_is_said() -> None:
    assert asked(base(rule())) == Reply("I have neither steps nor a checklist on this question.", OFFERED)


@pytest.mark.parametrize("knowledge", [base(rule(steps=[statement("One.", "some")])), base(rule(), checks=CHECKS)])
def test_the_related_questions_are_offered(knowledge: RuleBase) -> None:
    assert asked(knowledge).buttons == OFFERED


def test_steps_that_a_message_does_not_hold_are_left_out() -> None:
    long = " ".join(["word"] * 80) + "."
    reply = asked(base(rule(steps=[statement(long, "some")] * 3)))
    assert reply.words() <= MOST_WORDS and "Step 2" in reply.text and "Step 3" not in reply.text


# After a situation


def in_situation(knowledge: RuleBase, **situation: str) -> Reply | None:
    return first_in_situation(assess(knowledge, situation), knowledge, english())


def test_after_a_situation_the_first_step_of_each_thing_raised_comes_in_order() -> None:
    name = statement("Name one.", "some", when=Not(MENTOR))
    knowledge = of(
        concern("a", STARTED, name, statement("Talk.", "some", basis="done_elsewhere")),
        concern("b", STARTED),
        concern("c", All((STARTED, NO_MENTOR)), statement("Ask.", "staff", basis="done_elsewhere")),
    )
    assert in_situation(knowledge, started="yes") == Reply(
        "Where to begin, step by step:\n"
        "• Step 1: If no mentor has been named yet: Name one. (Waymark's own inference)\n"
        "• Step 2: Ask. (done elsewhere, effect not reported)"
    )
    solved = in_situation(knowledge, started="yes", mentor="yes")
    assert solved is not None and solved.text.split("\n")[1:] == [
        "• Step 1: Talk. (done elsewhere, effect not reported)"
    ]


def test_after_a_situation_that_calls_for_no_step_there_is_none() -> None:
    assert in_situation(of(concern("a", STARTED)), started="yes") is None
    assert in_situation(of(concern("a", STARTED, statement("Talk.", "some"))), started="no") is None


def test_first_steps_that_a_message_does_not_hold_are_left_out() -> None:
    step = statement(" ".join(["word"] * 80) + ".", "some")
    reply = in_situation(of(*(concern(key, STARTED, step) for key in "abc")), started="yes")
    assert reply is not None and reply.words() <= MOST_WORDS
    assert "Step 2" in reply.text and "Step 3" not in reply.text


@pytest.mark.parametrize("fact", sorted(real().facts))
def test_the_first_steps_on_any_fact_are_short_and_in_one_piece(fact: str) -> None:
    for value in real().facts[fact].values:
        said = in_situation(real(), **{fact: value})
        if said is None:
            assert not any(each.steps for each in assess(real(), {fact: value}).raised)
            continue
        assert said.words() <= MOST_WORDS
        assert all(line.strip() for line in said.text.split("\n"))
        assert not {"{", "}"} & {*said.text} and not CODE.search(said.text)


# The real rule base


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_real_reply_is_short_and_in_one_piece_and_leaves_out_no_step(question: str) -> None:
    for situation in situations(question):
        advice = advise(real(), question, situation)
        said = first(advice, real(), english())
        assert said.words() <= MOST_WORDS, situation
        assert all(line.strip() for line in said.text.split("\n")), "a blank line"
        assert not ("{" in said.text or "}" in said.text)
        assert not CODE.search(said.text)
        for number, point in enumerate(advice.steps, 1):
            assert f"• Step {number}: " in said.text and point.statement.says["en"] in said.text
