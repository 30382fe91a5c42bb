"""Which findings a text tells, and which of a topic are closest to an answer."""

from __future__ import annotations

import pytest

from bot.presentation.likeness import beyond, in_every_situation, tells
from bot.reasoning.advise import advise
from bot.rulebase.model import Not

from .small import FINDINGS, PROJECT, base, english, finding, rule, statement

LIKE = finding("like", says="Managers picked mentors whom colleagues would listen to.")


def test_the_bottom_line_is_what_every_rule_that_may_answer_says() -> None:
    rules = rule(PROJECT, statement("A.", "one"), key="a"), rule(Not(PROJECT), statement("B.", "one"), key="b")
    assert in_every_situation(advise(base(*rules), "question", {}), english()) == "A. B."


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Managers picked mentors whom colleagues would listen to.", True),
        ("By their account a manager would pick, as a mentor to whom a colleague listens, a picked one.", True),
        ("Managers picked mentors.", False),
        ("", False),
    ],
)
def test_a_text_tells_a_finding_if_it_has_nearly_all_its_words(text: str, told: bool) -> None:
    assert tells(text, LIKE, english()) is told


def test_what_is_beyond_an_answer_is_the_rest_of_its_topic_the_closest_first() -> None:
    far, near = finding("far", says="Money ran out."), finding("near", says="The bottom line fell.")
    knowledge = base(rule(steps=[statement("Step.", "some")]), findings=(*FINDINGS[:3], far, near))
    found = beyond(advise(knowledge, "question", {}), knowledge, english())
    assert [each.id for each in found] == ["near", "authors", "far"]


def test_a_word_that_many_findings_have_counts_less_than_a_rare_one() -> None:
    common = [finding(f"common_{number}", says="The bottom fell.") for number in range(3)]
    knowledge = base(rule(), findings=(FINDINGS[0], *common, finding("rare", says="A line held.")))
    assert beyond(advise(knowledge, "question", {}), knowledge, english())[0].id == "rare"
