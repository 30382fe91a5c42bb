"""What can be asked after an answer: why, sources, pitfalls, checklist, related questions."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from bot.presentation.answer import BULLET, MOST_WORDS
from bot.presentation.conditions import whether
from bot.presentation.follow_ups import (
    IN_WORDS,
    MOST,
    checklist,
    checklist_items,
    fitting,
    pitfalls,
    question_buttons,
    related,
    sources,
    typical_pitfalls,
    why,
)
from bot.presentation.reply import Button, Reply
from bot.presentation.sources import short_source
from bot.presentation.texts import Texts
from bot.reasoning.advise import Advice, advise
from bot.rulebase.model import BASES, Not, RuleBase

from .small import FINDINGS, MENTOR, PROJECT, base, english, real, rule, situations, statement
from .test_answer import CODE, QUESTIONS

LIMIT = 260
FollowUp = Callable[[Advice, RuleBase, Texts], Reply]
ALL: list[FollowUp] = [why, sources, pitfalls, checklist, related]


def lines(follow_up: FollowUp, knowledge: RuleBase, **situation: str) -> list[str]:
    return follow_up(advise(knowledge, "question", situation), knowledge, english()).text.split("\n")


# Why


def test_why_lists_the_findings_of_the_bottom_line_with_their_sources() -> None:
    knowledge = base(rule(bottom_line=statement("Bottom line.", "one", "staff", "cited")))
    assert lines(why, knowledge) == [
        "Why I say this:",
        "• Says one. (Alpha 2024, theme 1, one manager) /evidence/finding/one",
        "• Says staff. (Beta 2024, theme 1, many staff members) /evidence/finding/staff",
        "• Says cited. (Beta 2024, discussion, literature it cites) /evidence/finding/cited",
    ]


def test_why_goes_on_with_the_findings_behind_warnings_and_then_steps() -> None:
    steps, warnings = [statement("One.", "some", "one")], [statement("Careful.", "staff")]
    said = lines(why, base(rule(bottom_line=statement("A.", "one"), steps=steps, watch_out=warnings)))
    listed = [line.partition(".")[0] for line in said if line.startswith(BULLET)]
    assert listed == ["• Says one", "• Says staff", "• Says some"]


@pytest.mark.parametrize("basis", BASES)
def test_why_says_what_each_step_rests_on(basis: str) -> None:
    steps = [statement("One.", "some", basis="done_elsewhere"), statement("Two.", "some", basis=basis)]
    assert lines(why, base(rule(steps=steps)))[-1] == (
        f"How far the steps go: “One”: done elsewhere, effect not reported. “Two”: {english().get(f'bases.{basis}')}."
    )


def test_why_names_a_step_by_its_first_words_as_it_has_no_number_where_it_is_told() -> None:
    steps = [statement("Name a mentor for her, with the staff.", "some", basis="wished_for")]
    assert "“Name a mentor for her…”: " in lines(why, base(rule(steps=steps)))[-1]


def test_why_names_only_the_steps_that_are_said() -> None:
    steps = [
        statement("Name one.", "some", when=Not(MENTOR), basis="wished_for"),
        statement("Always.", "some", basis="said_to_help"),
    ]
    knowledge = base(rule(steps=steps))
    assert lines(why, knowledge, mentor="yes")[-1] == "How far the steps go: “Always”: said to have helped."


def test_why_names_the_facts_that_would_change_the_answer() -> None:
    steps = [statement("One.", "some", when=Not(MENTOR)), statement("Two.", "some", when=PROJECT)]
    assert lines(why, base(rule(steps=steps)))[-1] == (
        "I do not know whether a mentor has been named and whether a project pays or the money is permanent "
        "or nobody has decided; knowing it would change this answer."
    )


def test_why_asks_for_nothing_where_nothing_is_missing() -> None:
    assert "I do not know" not in "\n".join(lines(why, base(rule())))


def test_why_lists_each_finding_once_and_at_most_five() -> None:
    keys = [finding.id for finding in FINDINGS]
    assert len(keys) > MOST
    bottom_lines = [rule(PROJECT, statement("A.", *keys), key="a"), rule(Not(PROJECT), statement("B.", *keys), key="b")]
    said = lines(why, base(*bottom_lines))
    assert [line.partition(".")[0] for line in said if line.startswith(BULLET)] == [f"• Says {key}" for key in keys[:5]]


# Sources


def test_sources_lists_the_studies_of_the_whole_advice() -> None:
    knowledge = base(rule(steps=[statement("Step.", "staff")]))
    said = lines(sources, knowledge)
    assert said[0] == "Sources of this answer:"
    assert [line[:7] for line in said[1:-1]] == ["• Alpha", "• Beta "]
    assert said[-1] == "In full: /evidence/question/question"
    assert "FM4" in said[1] and "A1, focus group 2" in said[2]


# Pitfalls and checklist


SIX = [
    statement("None.", "all"),
    statement("One of two.", "one", "all"),
    statement("Both.", "one", "staff"),
    statement("None either.", "authors"),
    statement("One too.", "staff"),
    statement("Left out.", "cited"),
]


@pytest.mark.parametrize(
    ("follow_up", "where", "heading"),
    [
        (pitfalls, "pitfalls", "Pitfalls others met (Mentors):"),
        (checklist, "checks", "Checklist (Mentors), built by Waymark from the findings:"),
    ],
)
def test_what_is_closest_to_the_advice_comes_first_and_at_most_five_come(
    follow_up: FollowUp, where: str, heading: str
) -> None:
    knowledge = base(rule(steps=[statement("Step.", "staff")]), **{where: SIX})
    assert lines(follow_up, knowledge) == [
        heading,
        "• Both. (Alpha 2024, Beta 2024)",
        "• One of two. (Alpha 2024, Beta 2024)",
        "• One too. (Beta 2024)",
        "• None. (Beta 2024)",
        "• None either. (Alpha 2024)",
    ]


def test_the_items_of_the_checklist_can_be_had_without_its_heading() -> None:
    knowledge = base(rule(steps=[statement("Step.", "staff")]), checks=SIX)
    assert checklist_items(advise(knowledge, "question", {}), knowledge, english()) == lines(checklist, knowledge)[1:]


# What a message holds


@pytest.mark.parametrize(
    ("lengths", "around", "fit"),
    [
        ([], 0, 0),
        ([MOST_WORDS], 0, 1),
        ([100, MOST_WORDS - 100], 0, 2),
        ([100, MOST_WORDS - 99], 0, 1),
        ([100, MOST_WORDS - 100], 1, 1),
        ([60, 60, 60, 1], 0, 3),
        ([MOST_WORDS + 1, 1], 0, 1),
        ([10, 200, 10], 0, 1),
    ],
)
def test_as_many_items_fit_as_there_is_room_for_beside_the_other_lines_and_never_none(
    lengths: list[int], around: int, fit: int
) -> None:
    items = [" ".join(["word"] * length) for length in lengths]
    assert fitting(items, " ".join(["word"] * around)) == fit


def test_no_follow_up_in_words_is_a_button_too() -> None:
    assert not set(IN_WORDS) & set(english().at("buttons"))


# Related questions


def test_related_lists_the_questions_and_offers_them_as_buttons() -> None:
    knowledge = base(rule())
    reply = related(advise(knowledge, "question", {}), knowledge, english())
    assert reply.text == "Questions close to this one:\n• Another question?"
    assert reply.buttons == (Button("Another question?", "/other"),)


@pytest.mark.parametrize("follow_up", ALL)
def test_every_follow_up_offers_the_related_questions(follow_up: FollowUp) -> None:
    knowledge = base(rule())
    assert follow_up(advise(knowledge, "question", {}), knowledge, english()).buttons == (
        Button("Another question?", "/other"),
    )


def test_buttons_ask_questions_in_the_order_given() -> None:
    buttons = question_buttons(["other", "question"], base(rule()), english())
    assert [button.payload for button in buttons] == ["/other", "/question"]


# Nothing to say


NOTHING = "I have nothing to list on this question."


@pytest.mark.parametrize("follow_up", [pitfalls, checklist])
def test_where_a_topic_has_nothing_to_list_that_is_said_instead_of_a_heading(follow_up: FollowUp) -> None:
    knowledge = base(rule())
    assert follow_up(advise(knowledge, "question", {}), knowledge, english()) == Reply(
        NOTHING, (Button("Another question?", "/other"),)
    )


def test_where_no_question_is_related_that_is_said_instead_of_a_heading() -> None:
    knowledge = base(rule(), related=())
    assert related(advise(knowledge, "question", {}), knowledge, english()) == Reply(NOTHING)


# The real rule base


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("follow_up", ALL)
def test_every_follow_up_of_every_real_question_is_short_and_in_one_piece(follow_up: FollowUp, question: str) -> None:
    for situation in situations(question):
        reply = follow_up(advise(real(), question, situation), real(), english())
        assert reply.words() <= LIMIT, (situation, reply.words())
        assert all(line.strip() for line in reply.text.split("\n")), "a blank line"
        assert reply.text.count(f"\n{BULLET}") in range(1, MOST + 1), "a heading alone, or too many items"
        assert not ("{" in reply.text or "}" in reply.text)
        assert follow_up is sources or not CODE.search(reply.text), CODE.findall(reply.text)


@pytest.mark.parametrize("question", QUESTIONS)
def test_why_names_source_and_basis_of_every_real_answer(question: str) -> None:
    for situation in situations(question):
        advice = advise(real(), question, situation)
        said = why(advice, real(), english()).text
        points = (*advice.bottom_lines, *advice.watch_out, *advice.steps)
        for finding in list(dict.fromkeys(finding for point in points for finding in point.findings))[:MOST]:
            assert f"{BULLET}{finding.says['en']} ({short_source(finding, real(), english())})" in said
        steps = said.rpartition("How far the steps go: ")[2].partition("\n")[0]
        assert steps.count("”: ") == len(advice.steps)
        for point in advice.steps:
            beginning = " ".join(point.statement.says["en"].split()[:3]).rstrip(".,;:")
            assert re.search(
                rf"“{re.escape(beginning)}[^”]*”: {english().get(f'bases.{point.statement.basis}')}\.", steps
            )
        for fact in advice.missing:
            assert whether(real().facts[fact], english()) in said


@pytest.mark.parametrize("question", QUESTIONS)
def test_sources_links_every_study_of_a_real_answer_and_prints_its_codes(question: str) -> None:
    advice = advise(real(), question, {})
    said = sources(advice, real(), english()).text
    for finding in advice.findings():
        study = real().studies[finding.study]
        assert f"https://doi.org/{study.doi}" in said
        assert study.citation in said and study.later_version in said
        assert all(code in said for code in finding.codes)
        assert all(reference in said for reference in finding.cites)


@pytest.mark.parametrize("question", QUESTIONS)
def test_what_is_closest_to_a_real_answer_comes_first(question: str) -> None:
    advice = advise(real(), question, {})
    cited = {finding.id for finding in advice.findings()}
    topic = real().topics[advice.question.topic]
    for follow_up, items in ((pitfalls, topic.pitfalls), (checklist, topic.checks)):
        text = follow_up(advice, real(), english()).text
        shown = [item for item in items.values() if item.says["en"] in text]
        left_out = [item for item in items.values() if item.says["en"] not in text]
        assert len(shown) == min(MOST, len(items))
        assert min(close(cited, item.because) for item in shown) >= max(
            (close(cited, item.because) for item in left_out), default=0
        )


def close(cited: set[str], because: tuple[str, ...]) -> int:
    return len(cited & set(because))


# Before anything was answered


def test_typical_pitfalls_are_one_from_each_of_some_topics_with_a_button_for_the_others() -> None:
    knowledge, words = real(), english()
    reply = typical_pitfalls(knowledge, words)
    topics = [knowledge.topics[key] for key in words.at("follow_ups.typical_topics")]
    told = reply.text.split("\n")[1:]
    assert len(topics) == len(told) == MOST and reply.words() <= MOST_WORDS
    for topic, line, button in zip(topics, told, reply.buttons, strict=True):
        assert line.startswith(f"{BULLET}{topic.title['en']}. {next(iter(topic.pitfalls.values())).says['en']}")
        assert button.title == topic.title["en"]
        asked = button.payload.removeprefix('/ask_pitfalls{"question": "').removesuffix('"}')
        assert knowledge.questions[asked].topic == topic.id
