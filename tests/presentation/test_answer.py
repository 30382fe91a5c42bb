"""The first reply: bottom line first, sources last, short, in one piece."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import replace

import pytest

from bot.presentation.answer import BULLET, FOLLOW_UPS, MOST_WORDS_OF_SEVERAL, answer
from bot.presentation.reply import Button, Reply
from bot.reasoning.advise import advise
from bot.rulebase.model import All, Any, Condition, Is, Not, RuleBase

from ..data.examples import examples
from .small import MENTOR, PROJECT, base, english, real, rule, situations, statement

LIMIT = 180
CODE = re.compile(r"\b(FM ?[1-5]|A[1-7]|B(8|9|1[0-2])|C1[3-8])\b|focus group [0-9]", re.IGNORECASE)
STUDIES = ("Johansen", "Grim", "Lerbæk")
QUESTIONS = sorted(real().questions)


def lines(knowledge: RuleBase, **situation: str) -> list[str]:
    return answer(advise(knowledge, "question", situation), knowledge, english()).text.split("\n")


def test_a_plain_fact_is_a_bottom_line_and_its_sources() -> None:
    assert lines(base(rule())) == [
        "Bottom line.",
        "Sources: Alpha 2024, theme 1 (one manager). /evidence/question/question",
    ]


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
        "Sources: Alpha 2024, theme 1 (one manager, some managers); discussion (the authors). /evidence/question/question",
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
    assert lines(knowledge, mentor="yes") == [
        "Bottom line.",
        "Sources: Alpha 2024, theme 1 (one manager). /evidence/question/question",
    ]


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


def test_another_question_that_may_have_been_asked_takes_the_place_of_the_last_button() -> None:
    knowledge = base(rule())
    plain = answer(advise(knowledge, "question", {}), knowledge, english())
    reply = answer(advise(knowledge, "question", {}), knowledge, english(), knowledge.questions["other"])
    assert reply.text == plain.text
    assert reply.buttons == (Button("Another question?", "/other"), *plain.buttons[:-1])


# Findings that were, or may have been, asked for


def told(knowledge: RuleBase, asked: Iterable[str] = (), near: Iterable[str] = (), **situation: str) -> Reply:
    return answer(advise(knowledge, "question", situation, asked, near), knowledge, english())


def saying(knowledge: RuleBase, **texts: str) -> RuleBase:
    """The rule base with other words for some of its findings."""
    changed = {key: replace(knowledge.findings[key], says={"en": text}) for key, text in texts.items()}
    return replace(knowledge, findings={**knowledge.findings, **changed})


def long(name: str, words: int) -> str:
    """So many words that stand nowhere else."""
    return " ".join(f"{name}{number}" for number in range(words))


def test_a_finding_that_was_asked_for_comes_first_with_its_source() -> None:
    assert told(base(rule()), asked=["staff"]).text.split("\n") == [
        "Says staff. (Beta 2024, many staff members)",
        "Bottom line.",
        "Sources: Beta 2024, theme 1 (many staff members). Alpha 2024, theme 1 (one manager). /evidence/question/question",
    ]


def test_findings_that_may_have_been_meant_follow_the_advice() -> None:
    knowledge = base(rule(silent=[statement("Beta says nothing.", studies=("beta",))]))
    knowledge = saying(knowledge, some="Money matters.", authors="Time matters.")
    assert told(knowledge, near=["some", "authors"]).text.split("\n") == [
        "Bottom line.",
        "What they do not say: Beta says nothing.",
        "Also close to what you ask:",
        "• Money matters. (Alpha 2024, some managers)",
        "• Time matters. (Alpha 2024, the authors)",
        "Sources: Alpha 2024, theme 1 (one manager, some managers); discussion (the authors). /evidence/question/question",
    ]


def test_what_was_asked_for_changes_no_button() -> None:
    assert told(base(rule()), asked=["some"], near=["staff"]).buttons == told(base(rule())).buttons


@pytest.mark.parametrize("part", ["bottom_line", "steps", "watch_out", "differ", "silent"])
@pytest.mark.parametrize("role", ["asked", "near"])
def test_a_finding_that_the_answer_says_anyway_is_not_told_again(part: str, role: str) -> None:
    says = statement("Choose a respected colleague, as Danish managers did.", "some", studies=("alpha",))
    knowledge = saying(
        base(rule(**{part: says if part == "bottom_line" else [says]})),
        some="A Danish MANAGER chooses respected colleagues.",
    )
    assert told(knowledge, **{role: ["some"]}) == told(knowledge)


@pytest.mark.parametrize(
    "text",
    [
        "Danish managers chose a mentor with standing.",
        "Colleagues respected the Danish managers' decision on payment.",
        "Respected.",
    ],
)
def test_a_finding_of_which_only_some_words_are_said_is_told(text: str) -> None:
    knowledge = base(rule(steps=[statement("Choose a colleague, as Danish managers did.", "some")]))
    knowledge = saying(knowledge, some=text)
    assert told(knowledge, asked=["some"]).text.startswith(f"{text} (Alpha 2024, some managers)\n")


RETOLD = "In one place no supervision was given, and talks with the peer took the leader longer than anybody else's."
"""Half of its words stand in the statements below."""


def test_a_finding_that_may_have_been_meant_is_not_told_again_where_the_bottom_line_rests_on_it_and_half_tells_it() -> (
    None
):
    says = statement("Where supervision was not given in one place, talks took longer.", "some")
    knowledge = saying(base(rule(bottom_line=says)), some=RETOLD)
    assert told(knowledge, near=["some"]) == told(knowledge)
    assert told(knowledge, asked=["some"]).text.startswith(RETOLD)


def test_a_finding_that_was_asked_for_is_not_told_again_where_the_bottom_line_rests_on_it_and_tells_most_of_it() -> (
    None
):
    says = statement("Where no supervision was given in one place, talks with the peer took longer.", "some")
    knowledge = saying(base(rule(bottom_line=says)), some=RETOLD)
    assert told(knowledge, asked=["some"]) == told(knowledge)


@pytest.mark.parametrize("part", ["steps", "watch_out"])
def test_a_finding_that_only_a_step_or_a_warning_half_tells_is_told(part: str) -> None:
    says = statement("Where supervision was not given in one place, talks took longer than with others.", "some")
    knowledge = saying(base(rule(**{part: [says]})), some=RETOLD)
    assert told(knowledge, asked=["some"]).text.startswith(RETOLD)


def test_of_several_findings_only_those_that_the_answer_does_not_say_are_told() -> None:
    knowledge = saying(base(rule()), some="Money matters.", one="The bottom line.")
    assert told(knowledge, near=["one", "some"]) == told(knowledge, near=["some"])


def test_a_finding_that_only_a_solved_step_says_is_told() -> None:
    knowledge = base(rule(steps=[statement("Name a mentor early.", "some", when=Not(MENTOR))]))
    knowledge = saying(knowledge, some="Name a mentor early.")
    assert not told(knowledge, asked=["some"]).text.startswith("Name a mentor early. (")
    assert told(knowledge, asked=["some"], mentor="yes").text.startswith("Name a mentor early. (Alpha 2024")


CROWDED = base(
    rule(
        bottom_line=statement(long("bottom", 10), "one"),
        steps=[statement(long(f"step_{number}_", 15), "one") for number in "abc"],
        watch_out=[statement(long(f"warning_{number}_", 15), "one") for number in "ab"],
        differ=[statement(long("differ", 10), "one")],
        silent=[statement(long("silent", 10), studies=("beta",))],
    )
)
GIVE_WAY = ["step_c", "step_b", "warning_b", "warning_a", "step_a"]


def given_way(reply: Reply) -> list[str]:
    return [part for part in GIVE_WAY if f"{part}_0" not in reply.text]


def test_last_steps_and_then_warnings_give_way_to_a_finding_that_was_asked_for_as_far_as_they_must() -> None:
    stages = []
    for length in range(1, 180):
        reply = told(saying(CROWDED, some=long("asked", length)), asked=["some"])
        gone = given_way(reply)
        assert gone == GIVE_WAY[: len(gone)]
        assert reply.words() <= LIMIT or gone == GIVE_WAY
        assert not gone or reply.words() > LIMIT - 20, "more has given way than had to"
        assert all(f"{part}0" in reply.text for part in ("asked", "bottom", "differ", "silent"))
        assert ("What to do:" in reply.text, "Watch out:" in reply.text) == (
            "step_a" not in gone,
            "warning_a" not in gone,
        )
        stages.append(len(gone))
    assert sorted(set(stages)) == [0, 1, 2, 3, 4, 5] and stages == sorted(stages)


def test_where_there_are_no_warnings_all_steps_may_give_way() -> None:
    knowledge = base(rule(steps=[statement(long(f"step_{number}_", 15), "one") for number in "ab"]))
    text = told(saying(knowledge, some=long("asked", 160)), asked=["some"]).text
    assert "What to do:" not in text and "step_" not in text and "asked159" in text


def test_the_sources_of_what_gave_way_are_not_named() -> None:
    knowledge = base(rule(steps=[statement(long("step", 15), "staff")]))
    assert "Beta 2024" in told(knowledge, asked=["some"]).text
    assert "Beta 2024" not in told(saying(knowledge, some=long("asked", 160)), asked=["some"]).text


def test_steps_and_warnings_give_way_to_findings_that_may_have_been_meant_too() -> None:
    reply = told(saying(CROWDED, some=long("near", 30), staff=long("also", 20)), near=["some", "staff"])
    assert reply.words() <= LIMIT
    assert given_way(reply) == GIVE_WAY[: len(given_way(reply))] != []
    assert "near29" in reply.text and "also19" in reply.text


def test_the_first_step_gives_way_to_no_more_than_one_finding_that_may_have_been_meant() -> None:
    first = base(rule(steps=[statement(long("step_", 60), "one")]))
    beside = told(saying(first, some=long("near", 25), staff=long("also", 30)), near=["some", "staff"])
    assert all(word in beside.text for word in ("step_0", "near24", "also29"))
    for length in (60, 90):
        reply = told(saying(first, some=long("near", 70), staff=long("also", length)), near=["some", "staff"])
        assert "near69" in reply.text and "also" not in reply.text
    alone = told(saying(first, some=long("near", 130), staff=long("also", 5)), near=["some", "staff"])
    assert "near129" in alone.text and "step_" not in alone.text and "also" not in alone.text


def test_where_that_is_not_enough_the_last_of_the_findings_that_may_have_been_meant_gives_way() -> None:
    knowledge = saying(CROWDED, some=long("near", 60), staff=long("also", 60))
    assert told(knowledge, near=["some", "staff"]) == told(knowledge, near=["some"])
    assert "near59" in told(knowledge, near=["some", "staff"]).text


def test_nothing_gives_way_to_a_finding_that_has_no_room_even_so() -> None:
    knowledge = saying(CROWDED, some=long("near", 170))
    assert told(knowledge, near=["some"]) == told(knowledge)


def test_what_was_asked_for_goes_before_what_may_have_been_meant() -> None:
    knowledge = saying(CROWDED, some=long("asked", 60), staff=long("near", 60))
    assert told(knowledge, asked=["some"], near=["staff"]) == told(knowledge, asked=["some"])


def test_a_finding_is_told_after_all_once_the_step_that_says_it_gave_way() -> None:
    step = statement(f"Name a mentor early. {long('step', 40)}", "some")
    knowledge = saying(base(rule(steps=[step])), some="Name a mentor early.", staff=long("near", 120))
    assert told(knowledge, asked=["some"]) == told(knowledge)
    lines_ = told(knowledge, asked=["some"], near=["staff"]).text.split("\n")
    assert lines_[:3] == [
        "Name a mentor early. (Alpha 2024, some managers)",
        "Bottom line.",
        "Also close to what you ask:",
    ]


def test_an_answer_that_is_too_long_by_itself_is_left_as_it_is() -> None:
    knowledge = base(rule(steps=[statement(long("step", LIMIT), "one"), statement("Another.", "one")]))
    assert "• Another." in told(knowledge).text
    assert told(saying(knowledge, some="Bottom."), near=["some"]) == told(knowledge)


PAIRS = sorted({(example.intent, example.finding) for example in examples() if example.finding})


@pytest.mark.parametrize("question", sorted({question for question, _ in PAIRS}))
def test_every_real_finding_can_be_asked_for_or_near_in_every_situation_and_the_reply_is_brief(question: str) -> None:
    findings = [finding for of, finding in PAIRS if of == question]
    too_long = []
    for situation in situations(question):
        for finding in findings:
            asked = answer(advise(real(), question, situation, asked=[finding]), real(), english())
            near = answer(advise(real(), question, situation, near=[finding]), real(), english())
            assert near.words() <= LIMIT
            if asked.words() > LIMIT:
                too_long.append((finding, situation, asked.words()))
    assert too_long == []


@pytest.mark.parametrize("question", sorted({question for question, _ in PAIRS}))
def test_a_real_finding_that_is_asked_for_comes_first_unless_the_answer_says_it(question: str) -> None:
    plain = answer(advise(real(), question, {}), real(), english())
    for finding in (finding for of, finding in PAIRS if of == question):
        reply = answer(advise(real(), question, {}, asked=[finding]), real(), english())
        says = english().say(real().findings[finding].says)
        assert reply.text.startswith(f"{says} (") or reply == plain
        assert all(
            line in reply.text for line in plain.text.split("\n") if line.startswith(("Where they", "What they"))
        )


# Every real question


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


# Further questions of the same message


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_further_question_is_told_in_short_within_what_a_phone_holds(question: str) -> None:
    """With the question that stands next in the rule base, whose button comes first."""
    second = QUESTIONS[(QUESTIONS.index(question) + 1) % len(QUESTIONS)]
    first, also = (advise(real(), each, {}) for each in (question, second))
    reply = answer(first, real(), english(), also=[also])
    assert f"You also ask, “{english().say(also.question.asks)}”" in reply.text.split("\n")[-1]
    assert all(english().say(point.statement.says) in reply.text for point in first.bottom_lines)
    told = all(english().say(point.statement.says) in reply.text for point in also.bottom_lines)
    assert told or "Use the button for that." in reply.text
    assert reply.words() <= MOST_WORDS_OF_SEVERAL
    assert (reply.buttons[0].payload, len(reply.buttons)) == (f"/{second}", 5)
