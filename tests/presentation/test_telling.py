"""Examples, and more on a question: each time something that was not told before."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator

import pytest

from bot.presentation.answer import BULLET, MOST_WORDS
from bot.presentation.follow_ups import MOST
from bot.presentation.reply import Button
from bot.presentation.sources import finding_path, in_short
from bot.presentation.telling import Told, example, more
from bot.presentation.texts import Texts
from bot.reasoning.advise import Advice, advise
from bot.rulebase.model import Finding, RuleBase

from .small import FINDINGS, base, english, finding, real, rule, situations, statement
from .test_answer import CODE, QUESTIONS

Teller = Callable[[Advice, Collection[str], RuleBase, Texts], Told]
BOTH: list[Teller] = [example, more]
SOME_DID = finding("some_did", kind="practice")
ONE_DID = finding("one_did", voice="one", kind="practice")
ONE_MET = finding("one_met", "beta", voice="one", speaker="mentor", kind="barrier")
DONE = (SOME_DID, finding("wish", kind="wish"), ONE_DID, ONE_MET)
LONG = tuple(finding(f"long_{number}", says=" ".join(["word"] * 59) + f" {number}.") for number in range(4))


def asked(teller: Teller, knowledge: RuleBase, *told: str) -> Told:
    return teller(advise(knowledge, "question", {}), told, knowledge, english())


def lines(told: Told) -> list[str]:
    return told.reply.text.split("\n")


def resting_on(*findings: Finding, related: tuple[str, ...] = ("other",)) -> RuleBase:
    steps = [statement("Step.", *(each.id for each in findings))]
    return base(rule(steps=steps), findings=(*FINDINGS, *findings), related=related)


# Examples


def test_an_example_is_one_finding_with_its_source_and_its_place_in_the_evidence() -> None:
    said = asked(example, base(rule(bottom_line=statement("Bottom line.", "some", "one"))))
    assert lines(said) == ["For example: Says one. (Alpha 2024, theme 1, one manager) /evidence/finding/one"]
    assert said.findings == ("one",)


def test_what_one_told_comes_before_what_was_done_and_each_once() -> None:
    knowledge, told = resting_on(*DONE), []
    while new := asked(example, knowledge, *told).findings:
        told += new
    assert told == ["one", "one_did", "one_met", "some_did"]


@pytest.mark.parametrize(("told", "done"), [(["one"], True), (["one", "one_did"], False)])
def test_of_what_was_done_it_is_said_that_this_is_no_evidence(told: list[str], done: bool) -> None:
    said = asked(example, resting_on(*DONE), *told).reply.text
    assert ("That is what was done, not evidence that it worked." in said) is done


def test_that_there_are_more_is_said_as_long_as_there_are() -> None:
    knowledge = resting_on(SOME_DID)
    assert lines(asked(example, knowledge))[-1] == "I have more: ask for another one."
    assert "I have more" not in asked(example, knowledge, "one").reply.text


def test_when_every_example_is_told_that_is_said_and_related_questions_are_offered() -> None:
    said = asked(example, base(rule()), "one")
    assert lines(said) == [
        "I have told every example that I have on this question.",
        "Questions close to this one:",
        "• Another question?",
    ]
    assert said.reply.buttons == (Button("Another question?", "/other"),)
    assert said.findings == ()


def test_where_there_never_was_an_example_something_else_is_said() -> None:
    said = asked(example, base(rule(bottom_line=statement("Bottom line.", "some"))))
    assert lines(said)[0].startswith("I have no example on this question")


# More


def test_more_is_what_the_answer_rests_on_beside_its_bottom_line_then_that() -> None:
    said = asked(more, base(rule(steps=[statement("Step.", "staff", "some")])))
    assert lines(said) == [
        "More on this:",
        "• Says staff. (Beta 2024, theme 1, many staff members)",
        "• Says some. (Alpha 2024, theme 1, some managers)",
        "• Says one. (Alpha 2024, theme 1, one manager)",
    ]
    assert said.findings == ("staff", "some", "one")


def test_what_the_words_of_the_bottom_line_tell_is_not_told_again() -> None:
    bottom_line = statement("Somebody says staff, and more.", "staff", "authors")
    assert asked(more, base(rule(bottom_line=bottom_line))).findings == ("authors",)


def test_what_was_told_before_is_not_told_again() -> None:
    assert asked(more, resting_on(*DONE), "some_did", "one_met").findings == ("wish", "one_did", "one")


def test_at_most_five_are_told_and_it_is_said_that_there_are_more() -> None:
    knowledge = base(rule(steps=[statement("Step.", *(each.id for each in FINDINGS))]))
    said = asked(more, knowledge)
    assert len(said.findings) == MOST < len(FINDINGS)
    assert lines(said)[-1] == "There is more: say “go on”."
    rest = asked(more, knowledge, *said.findings)
    assert {*said.findings, *rest.findings} == {each.id for each in FINDINGS}
    assert "There is more" not in rest.reply.text


def test_what_a_message_does_not_hold_is_left_for_the_next() -> None:
    knowledge = resting_on(*LONG)
    first = asked(more, knowledge)
    assert first.findings == ("long_0", "long_1") and first.reply.words() <= MOST_WORDS
    assert asked(more, knowledge, *first.findings).findings[:2] == ("long_2", "long_3")


def test_when_everything_is_told_that_is_said_and_related_questions_are_offered() -> None:
    said = asked(more, base(rule()), "one")
    assert lines(said) == [
        "That is all I have on this question.",
        "Questions close to this one:",
        "• Another question?",
    ]
    assert said.findings == ()


# Both


@pytest.mark.parametrize("teller", BOTH)
def test_without_related_questions_none_are_offered(teller: Teller) -> None:
    said = asked(teller, resting_on(SOME_DID, related=()), "one", "some_did")
    assert len(lines(said)) == 1 and said.reply.buttons == ()


@pytest.mark.parametrize("teller", BOTH)
def test_the_related_questions_are_offered_each_time(teller: Teller) -> None:
    assert asked(teller, base(rule())).reply.buttons == (Button("Another question?", "/other"),)


def everything(teller: Teller, advice: Advice) -> Iterator[Told]:
    """All that is told when one asks until nothing is left, which is said last."""
    told: list[str] = []
    while True:
        said = teller(advice, told, real(), english())
        yield said
        if not said.findings:
            return
        assert not {*told} & {*said.findings}, "told twice"
        told += said.findings


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("teller", BOTH)
def test_every_real_reply_is_short_in_one_piece_and_tells_what_it_says_it_tells(teller: Teller, question: str) -> None:
    for situation in situations(question):
        advice = advise(real(), question, situation)
        for said in everything(teller, advice):
            assert said.reply.words() <= MOST_WORDS
            assert all(line.strip() for line in said.reply.text.split("\n")), "a blank line"
            assert not ("{" in said.reply.text or "}" in said.reply.text)
            assert not CODE.search(said.reply.text)
            for key in said.findings:
                assert in_short(real().findings[key], real(), english()) in said.reply.text


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_real_example_is_of_one_voice_or_of_what_was_done_and_leads_to_the_evidence(question: str) -> None:
    advice = advise(real(), question, {})
    for said in everything(example, advice):
        for told in (real().findings[key] for key in said.findings):
            assert told in advice.findings()
            assert told.voice == "one" or told.kind == "practice"
            assert finding_path(told) in said.reply.text


@pytest.mark.parametrize("question", QUESTIONS)
def test_more_of_a_real_answer_never_lists_more_than_five(question: str) -> None:
    for said in everything(more, advise(real(), question, {})):
        assert said.reply.text.count(f"\n{BULLET}") in range(1, MOST + 1)
