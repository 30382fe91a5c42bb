"""“Did it help?”"""

from __future__ import annotations

import pytest

from bot.presentation.answer import MOST_WORDS
from bot.presentation.effect import MOST_OUTCOMES, effect
from bot.presentation.reply import Button, Reply
from bot.reasoning.advise import advise
from bot.rulebase.model import Finding, RuleBase

from .small import FINDINGS, base, english, finding, real, rule, situations, statement
from .test_answer import CODE, QUESTIONS

NOTHING = "I found nothing on what came of it."
FIXED = "None of the studies measured effects. For what went less well, ask for pitfalls."


def came(key: str, says: str = "The training helped staff") -> Finding:
    return finding(key, says=f"{says}, says {key}.", outcome=True)


def asked(*findings: Finding, behind: tuple[str, ...] = ()) -> Reply:
    steps = [statement("Step.", *behind)] if behind else []
    knowledge: RuleBase = base(rule(steps=steps), findings=(*FINDINGS, *findings))
    return effect(advise(knowledge, "question", {}), knowledge, english())


def test_outcomes_are_told_with_their_sources_and_that_no_study_measured_effects() -> None:
    assert asked(came("a"), behind=("a",)).text.split("\n") == [
        "What came of it, as others saw it:",
        "• The training helped staff, says a. (Alpha 2024, theme 1, some managers)",
        FIXED,
    ]


def test_outcomes_from_elsewhere_in_the_topic_follow_and_are_told_as_such() -> None:
    lines = asked(came("elsewhere"), came("own"), behind=("own",)).text.split("\n")
    assert "says own." in lines[1]
    assert lines[2].startswith("• Not on this question, but on “Mentors”: The training helped staff, says elsewhere.")


def test_only_what_is_marked_as_an_outcome_counts() -> None:
    told = asked(came("a"), finding("b", says="Says b."), behind=("a", "b")).text
    assert "says a." in told and "Says b." not in told


def test_where_nothing_came_of_it_that_is_said_with_the_fixed_sentence() -> None:
    assert asked().text.split("\n") == [NOTHING, FIXED]


def test_at_most_three_are_told() -> None:
    findings = [came(str(number)) for number in range(5)]
    text = asked(*findings, behind=("0", "1")).text
    assert text.count("\n• ") == MOST_OUTCOMES
    assert "says 0." in text and "says 1." in text


def test_what_a_message_does_not_hold_is_left_out() -> None:
    findings = [came(str(number), says=" ".join(["word"] * 60) + " helped staff") for number in range(3)]
    reply = asked(*findings, behind=("0", "1", "2"))
    assert reply.words() <= MOST_WORDS
    assert reply.text.count("\n• ") == 2 and reply.text.endswith(FIXED)


def test_the_related_questions_are_offered() -> None:
    assert asked().buttons == asked(came("a")).buttons == (Button("Another question?", "/other"),)


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_real_reply_is_short_in_one_piece_and_says_that_no_study_measured_effects(question: str) -> None:
    for situation in situations(question):
        said = effect(advise(real(), question, situation), real(), english())
        assert said.words() <= MOST_WORDS, situation
        assert all(line.strip() for line in said.text.split("\n")), "a blank line"
        assert not ("{" in said.text or "}" in said.text)
        assert not CODE.search(said.text)
        assert said.text.count("\n• ") <= MOST_OUTCOMES
        assert said.text.endswith(FIXED)
        told = [each for each in real().findings.values() if each.says["en"] in said.text]
        assert all(each.outcome for each in told)
