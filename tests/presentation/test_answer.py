"""The first reply: bottom line first, sources last, short, in one piece."""

from __future__ import annotations

import json
import re

import pytest

from bot.presentation.answer import BULLET, FOLLOW_UPS, answer
from bot.reasoning.advise import advise
from bot.rulebase.model import All, Any, Condition, Is, Not, RuleBase

from .small import MENTOR, PROJECT, base, english, real, rule, situations, statement

LIMIT = 180
CODE = re.compile(r"\b(FM ?[1-5]|A[1-7]|B(8|9|1[0-2])|C1[3-8])\b|focus group [0-9]", re.IGNORECASE)
STUDIES = ("Johansen", "Grim", "Lerbæk")
QUESTIONS = sorted(real().questions)


def lines(knowledge: RuleBase, **situation: str) -> list[str]:
    return answer(advise(knowledge, "question", situation), knowledge, english()).text.split("\n")


def test_a_plain_fact_is_a_bottom_line_and_its_sources() -> None:
    assert lines(base(rule())) == ["Bottom line.", "Sources: Alpha 2024, theme 1 (one manager)."]


def test_the_parts_come_in_a_fixed_order_with_their_headings() -> None:
    knowledge = base(
        rule(
            steps=[statement("Step one.", "some"), statement("Step two.", "authors")],
            watch_out=[statement("Mind this.", "one"), statement("And that.", "one")],
            differ=[statement("Some say so.", "one")],
            silent=[statement("Beta says nothing.", studies=("beta",))],
        )
    )
    assert lines(knowledge) == [
        "Bottom line.",
        "What to do:",
        "• Step one.",
        "• Step two.",
        "Watch out: Mind this. And that.",
        "Where they differ: Some say so.",
        "What they do not say: Beta says nothing.",
        "Sources: Alpha 2024, theme 1 (one manager, some managers); discussion (the authors).",
    ]


def test_what_may_apply_is_worded_with_if_in_every_part() -> None:
    may = statement("Name one.", "one", when=Not(MENTOR))
    knowledge = base(rule(bottom_line=may, steps=[may], watch_out=[may], differ=[may], silent=[may]))
    said = "If no mentor has been named yet: Name one."
    assert lines(knowledge)[:-1] == [
        said,
        "What to do:",
        f"• {said}",
        f"Watch out: {said}",
        f"Where they differ: {said}",
        f"What they do not say: {said}",
    ]


def test_what_applies_is_said_without_if() -> None:
    knowledge = base(rule(steps=[statement("Name one.", "one", when=Not(MENTOR))]))
    assert "• Name one." in lines(knowledge, mentor="no")


def test_what_is_solved_is_left_out_with_its_heading() -> None:
    knowledge = base(rule(steps=[statement("Name one.", "one", when=Not(MENTOR))]))
    assert lines(knowledge, mentor="yes") == ["Bottom line.", "Sources: Alpha 2024, theme 1 (one manager)."]


def test_several_rules_that_may_apply_are_each_worded_with_if() -> None:
    knowledge = base(
        rule(PROJECT, statement("Plan ahead.", "one"), key="a"),
        rule(Not(PROJECT), statement("Relax.", "some"), key="b"),
    )
    assert lines(knowledge)[:2] == [
        "If a project pays: Plan ahead.",
        "If it is not so that a project pays: Relax.",
    ]
    assert lines(knowledge, money="project")[0] == "Plan ahead."
    assert lines(knowledge, money="undecided")[0] == "Relax."


def test_only_what_is_unknown_is_worded_with_if() -> None:
    knowledge = base(rule(Is("started", "yes"), steps=[statement("Name one.", "one", when=Not(MENTOR))]))
    assert "• If the PSW has started and no mentor has been named yet: Name one." in lines(knowledge)
    assert "• If no mentor has been named yet: Name one." in lines(knowledge, started="yes")
    assert "• If the PSW has started: Name one." in lines(knowledge, mentor="no")
    assert "• Name one." in lines(knowledge, started="yes", mentor="no")


@pytest.mark.parametrize(
    ("when", "words"),
    [
        (All((PROJECT, Not(MENTOR))), "no mentor has been named yet"),
        (Any((Is("money", "permanent"), Not(MENTOR))), "no mentor has been named yet"),
        (Not(All((PROJECT, MENTOR))), "no mentor has been named yet"),
        (Not(Any((Not(PROJECT), MENTOR))), "no mentor has been named yet"),
        (
            Any((Not(MENTOR), All((PROJECT, Is("started", "yes"))))),
            "no mentor has been named yet or the PSW has started",
        ),
    ],
)
def test_what_is_known_is_not_worded_with_if_wherever_it_stands(when: Condition, words: str) -> None:
    knowledge = base(rule(steps=[statement("Name one.", "one", when=when)]))
    assert f"• If {words}: Name one." in lines(knowledge, money="project")


def test_every_follow_up_has_a_button_that_carries_the_question() -> None:
    knowledge = base(rule())
    buttons = answer(advise(knowledge, "question", {}), knowledge, english()).buttons
    assert [button.title for button in buttons] == ["Why?", "Sources", "Pitfalls", "Checklist", "Related questions"]
    for intent, button in zip(FOLLOW_UPS, buttons, strict=True):
        assert button.payload.startswith(f"/{intent}{{")
        assert json.loads(button.payload[len(intent) + 1 :]) == {"question": "question"}


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_real_question_is_answered_briefly_with_a_study_and_sources_in_every_situation(question: str) -> None:
    for situation in situations(question):
        reply = answer(advise(real(), question, situation), real(), english())
        assert reply.words() <= LIMIT, (situation, reply.words())
        each = reply.text.split("\n")
        assert all(line.strip() for line in each), "a blank line"
        assert each[-1].startswith("Sources: ") and any(name in each[-1] for name in STUDIES)
        assert sum(line.startswith("Sources:") for line in each) == 1
        assert not each[0].startswith((BULLET, "What to do", "Watch out", "Where they", "What they"))


@pytest.mark.parametrize("question", QUESTIONS)
def test_no_participant_code_stands_in_a_first_reply(question: str) -> None:
    for situation in situations(question):
        text = answer(advise(real(), question, situation), real(), english()).text
        assert not CODE.search(text), (situation, CODE.findall(text))


@pytest.mark.parametrize("question", QUESTIONS)
def test_at_most_three_things_to_do_stand_in_a_first_reply(question: str) -> None:
    for situation in situations(question):
        assert answer(advise(real(), question, situation), real(), english()).text.count(f"\n{BULLET}") <= 3


@pytest.mark.parametrize("question", QUESTIONS)
def test_no_placeholder_is_left_unfilled(question: str) -> None:
    for situation in situations(question):
        assert not re.search(r"[{}]", answer(advise(real(), question, situation), real(), english()).text)


@pytest.mark.parametrize(
    "code", ["FM1", "FM5", "A1", "A7", "B8", "B12", "C13", "C18", "focus group 2", "Focus group 1"]
)
def test_the_pattern_for_participant_codes_knows_them_all(code: str) -> None:
    assert CODE.search(f"One manager ({code}) said so.")


@pytest.mark.parametrize("text", ["FACT", "A PSW", "B7", "C19", "FM6", "B13", "A8", "the focus group of 17"])
def test_the_pattern_for_participant_codes_knows_nothing_else(text: str) -> None:
    assert not CODE.search(text)
