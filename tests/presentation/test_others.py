"""“What did the other study find?”"""

from __future__ import annotations

import pytest

from bot.presentation.answer import MOST_WORDS
from bot.presentation.others import others
from bot.presentation.reply import Button, Reply
from bot.reasoning.advise import advise
from bot.rulebase.model import RuleBase

from .small import FINDINGS, base, english, finding, real, rule, situations, statement
from .test_answer import CODE, QUESTIONS

SAME = "I found nothing on which the studies differ here; that does not mean that everyone agrees."
OTHERS = "From studies that the short answer does not rest on:"
STAFF = "Says staff. (Beta 2024, theme 1, many staff members) /evidence/finding/staff"
ALPHA = tuple(each for each in FINDINGS if each.study == "alpha")


def asked(knowledge: RuleBase) -> Reply:
    return others(advise(knowledge, "question", {}), knowledge, english())


def lines(knowledge: RuleBase) -> list[str]:
    return asked(knowledge).text.split("\n")


def test_differences_come_first_then_a_finding_of_each_other_study_then_silences() -> None:
    knowledge = base(
        rule(
            steps=[statement("Step.", "some", "staff", "all")],
            differ=[statement("Some say so.", "one"), statement("Some do not.", "one")],
            silent=[statement("Beta says nothing.", studies=("beta",))],
        )
    )
    assert lines(knowledge) == [
        "Where they differ: Some say so. Some do not.",
        OTHERS,
        f"• {STAFF}",
        "What they do not say: Beta says nothing.",
    ]


def test_where_nothing_differs_that_is_said_plainly() -> None:
    assert lines(base(rule(steps=[statement("Step.", "staff")]))) == [SAME, OTHERS, f"• {STAFF}"]


def test_a_finding_that_was_not_said_to_differ_goes_before_one_that_was() -> None:
    differ, step = statement("They differ.", "staff"), statement("Step.", "staff", "all")
    assert "Says all." in asked(base(rule(steps=[step], differ=[differ]))).text
    assert "Says staff." in asked(base(rule(differ=[differ]))).text


@pytest.mark.parametrize("kind", ["context", "limitation"])
def test_background_comes_last(kind: str) -> None:
    ground = finding("ground", "beta", kind=kind)
    knowledge = base(rule(steps=[statement("Step.", "ground", "staff")]), findings=(*FINDINGS, ground))
    assert "Says staff." in asked(knowledge).text
    assert "Says ground." in asked(base(rule(steps=[statement("Step.", "ground")]), findings=(*ALPHA, ground))).text
    assert "Says staff." in asked(base(rule(), findings=(ground, *FINDINGS))).text


def test_where_the_answer_has_none_of_a_study_the_closest_of_the_topic_is_given_as_such() -> None:
    near = finding("near", "beta", says="Mentors met the bottom line too.")
    knowledge = base(rule(), findings=(*FINDINGS, near))
    assert lines(knowledge)[2] == (
        "• Not on this question, but on “Mentors”: Mentors met the bottom line too. "
        "(Beta 2024, theme 1, some managers) /evidence/finding/near"
    )


def test_where_a_study_has_nothing_on_the_topic_that_is_said_plainly() -> None:
    assert lines(base(rule(), findings=ALPHA)) == [SAME, OTHERS, "• Beta 2024: I found nothing on this."]


def test_where_the_bottom_line_rests_on_every_study_that_is_said() -> None:
    knowledge = base(rule(bottom_line=statement("Bottom line.", "one", "staff")))
    assert lines(knowledge) == [SAME, "The short answer already rests on all the studies."]


def test_silences_give_way_where_a_message_does_not_hold_them() -> None:
    def silent(words: int) -> RuleBase:
        return base(rule(steps=[statement("Step.", "staff")], silent=[statement(" ".join(["word"] * words))]))

    room = MOST_WORDS - asked(silent(1)).words() + 1
    assert asked(silent(room)).words() == MOST_WORDS
    assert lines(silent(room + 1)) == [SAME, OTHERS, f"• {STAFF}"]


def test_the_related_questions_are_offered() -> None:
    assert asked(base(rule())).buttons == (Button("Another question?", "/other"),)


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_real_reply_is_short_in_one_piece_and_has_a_line_for_each_other_study(question: str) -> None:
    for situation in situations(question):
        advice = advise(real(), question, situation)
        said = others(advice, real(), english())
        assert said.words() <= MOST_WORDS, situation
        assert all(line.strip() for line in said.text.split("\n")), "a blank line"
        assert not ("{" in said.text or "}" in said.text)
        assert not CODE.search(said.text)
        behind = {each.study for point in advice.bottom_lines for each in point.findings}
        listed = [line for line in said.text.split("\n") if line.startswith("• ")]
        assert len(listed) == len(real().studies) - len(behind)
        for study in real().studies.values():
            assert any(f"{study.name} {study.year}" in line for line in listed) is (study.id not in behind)
        for point in advice.differ:
            assert point.statement.says["en"] in said.text
