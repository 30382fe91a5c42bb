"""The reply to a described situation, why it was said, its sources, and what is known."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from random import Random

import pytest

from bot.channels.incoming import without_commands
from bot.presentation.reply import Button, Reply
from bot.presentation.situation import (
    FEWEST,
    MOST_FORGOTTEN,
    MOST_TOLD,
    MOST_WORDS,
    assessed,
    fact_in_words,
    known,
    sources_raised,
    why_raised,
)
from bot.reasoning.concerns import assess
from bot.reasoning.evaluate import Situation, evaluate
from bot.reasoning.truth import Truth
from bot.rulebase.model import All, Any, Concern, Condition, Is, Not, RuleBase, Statement, leaves
from bot.situation.memory import Known

from .small import MENTOR, NO_MENTOR, PROJECT, base, english, finding, real, rule, statement, words
from .test_answer import CODE

STARTED = Is("started", "yes")
NAME = statement("Name one.", "authors", when=Not(MENTOR))
FOLLOW_UPS = (
    Button("Why?", "/ask_why"),
    Button("Sources", "/ask_sources"),
    Button("My situation", "/ask_situation"),
    Button("Take away a plan", "/take_away"),
)


def concern(
    key: str, when: Condition, *steps: Statement, says: str = "", because: tuple[str, ...] = ("some",)
) -> Concern:
    return Concern(key, "topic", ("later",), when, words(says or f"Says {key}."), because, steps)


def of(*concerns: Concern) -> RuleBase:
    """The small rule base with these concerns; whether somebody has started is seen from outside only."""
    small = base(rule())
    started = replace(small.facts["started"], view=True)
    by_fact = {
        fact: tuple(c.id for c in concerns if fact in {leaf.fact for leaf in leaves(c.when)}) for fact in small.facts
    }
    return replace(
        small,
        facts={**small.facts, "started": started},
        concerns={each.id: each for each in concerns},
        concerns_by_fact=by_fact,
    )


def told(knowledge: RuleBase, **situation: str) -> Reply:
    return assessed(assess(knowledge, situation), situation, knowledge, english())


def why(knowledge: RuleBase, **situation: str) -> Reply:
    return why_raised(assess(knowledge, situation), situation, knowledge, english())


def sources(knowledge: RuleBase, **situation: str) -> Reply:
    return sources_raised(assess(knowledge, situation), knowledge, english())


def long(count: int, text: str = "word") -> str:
    return " ".join([text] * count) + "."


# What is raised


def test_a_reply_says_what_it_took_in_what_that_calls_for_with_its_studies_and_what_it_would_help_to_know() -> None:
    knowledge = of(
        concern("may_be", All((NO_MENTOR, STARTED)), because=("staff",)),
        concern("is", NO_MENTOR, NAME, statement("Wait.", "cited", when=PROJECT), because=("one", "staff")),
    )
    assert told(knowledge, mentor="no").text.split("\n") == [
        "What I take from it: no mentor has been named yet.",
        "1. Says is. (Alpha 2024; Beta 2024)",
        "• Name one.",
        "• If a project pays: Wait.",
        "2. If the PSW has started: Says may_be. (Beta 2024)",
        "What would help most to know: started?",
    ]


def test_facts_are_named_in_the_order_in_which_they_were_told_and_as_the_manager_sees_them() -> None:
    knowledge = of(concern("is", NO_MENTOR))
    for situation in ({"started": "no", "mentor": "no"}, {"mentor": "no", "started": "no"}):
        first = told(knowledge, **situation).text.split("\n")[0]
        assert "as you see it, the PSW has not started yet" in first and "as you see it, no mentor" not in first
        assert (first.index("started") < first.index("mentor")) == (next(iter(situation)) == "started")


def test_only_the_newest_facts_are_repeated() -> None:
    situation = {fact: each.values[0] for fact, each in real().facts.items()}
    first = assessed(assess(real(), situation), situation, real(), english()).text.split("\n")[0]
    said = [fact_in_words(real().facts[fact], value, english()) for fact, value in situation.items()]
    assert first == english().get("situation.noted", facts="; ".join(said[-MOST_TOLD:]))
    assert len(said) > MOST_TOLD


def test_a_step_that_is_solved_is_not_said_and_one_that_may_be_needed_is_said_with_if() -> None:
    knowledge = of(concern("is", STARTED, NAME))
    assert "• If no mentor has been named yet: Name one." in told(knowledge, started="yes").text
    assert "\n• Name one." in told(knowledge, started="yes", mentor="no").text
    assert "Name one." not in told(knowledge, started="yes", mentor="yes").text


def test_if_names_only_what_is_still_open() -> None:
    knowledge = of(concern("is", All((STARTED, NO_MENTOR, PROJECT))))
    assert "1. If a project pays: Says is. (Alpha 2024)" in told(knowledge, started="yes", mentor="no").text


@pytest.mark.parametrize("situation", [{"mentor": "yes"}, {"money": "project"}, {"started": "yes", "mentor": "yes"}])
def test_where_nothing_is_raised_that_is_said_and_nothing_is_asked(situation: dict[str, str]) -> None:
    reply = told(of(concern("is", NO_MENTOR, NAME)), **situation)
    assert reply.text.split("\n")[1:] == [english().get("situation.nothing_raised")]
    assert reply.buttons == FOLLOW_UPS


# Buttons


def test_a_question_with_yes_and_no_is_answered_by_buttons() -> None:
    assert told(of(concern("is", STARTED, NAME)), started="yes").buttons == (
        Button("Yes", '/tell_fact{"fact": "mentor=yes"}'),
        Button("No", '/tell_fact{"fact": "mentor=no"}'),
        *FOLLOW_UPS,
    )


def test_a_question_with_other_answers_has_a_button_for_each_in_words() -> None:
    assert told(of(concern("is", All((STARTED, PROJECT)))), started="yes").buttons == (
        Button("a project pays", '/tell_fact{"fact": "money=project"}'),
        Button("the money is permanent", '/tell_fact{"fact": "money=permanent"}'),
        Button("nobody has decided", '/tell_fact{"fact": "money=undecided"}'),
        *FOLLOW_UPS,
    )


# What gives way


def numbered(reply: Reply) -> list[str]:
    """The concerns and steps that are said, without their words."""
    return [line.split()[0] for line in reply.text.split("\n") if line[0].isdigit() or line.startswith("•")]


STEP = statement(long(20), "some")


@pytest.mark.parametrize(
    ("length", "left"),
    [
        (30, ["1.", "•", "•", "2.", "•", "•", "3.", "•", "•", "4.", "•", "•"]),
        (40, ["1.", "•", "•", "2.", "•", "•", "3.", "•", "4.", "•"]),
        (45, ["1.", "•", "•", "2.", "•", "3.", "•", "4.", "•"]),
        (50, ["1.", "•", "2.", "•", "3.", "•", "4.", "•"]),
        (60, ["1.", "•", "•", "2.", "•", "•", "3.", "•"]),
        (75, ["1.", "•", "2.", "•", "3.", "•"]),
        (80, ["1.", "•", "•", "2.", "•", "•"]),
        (115, ["1.", "•", "•", "2.", "•"]),
        (130, ["1.", "•", "2.", "•"]),
        (900, ["1.", "•", "2.", "•"]),
    ],
)
def test_further_steps_give_way_then_what_weighs_least_but_two_things_stay_with_their_first_steps(
    length: int, left: list[str]
) -> None:
    knowledge = of(*(concern(f"c{number}", NO_MENTOR, STEP, STEP, says=long(length)) for number in range(4)))
    reply = told(knowledge, mentor="no")
    assert numbered(reply) == left
    assert (reply.words() <= MOST_WORDS) == (length < 900)


def test_no_study_is_named_for_what_is_left_out() -> None:
    knowledge = of(*(concern(f"c{number}", NO_MENTOR, says=long(130), because=(each,)) for number, each in
                     enumerate(("one", "some", "staff"))))  # fmt: skip
    assert "Beta" not in told(knowledge, mentor="no").text
    assert len(numbered(told(knowledge, mentor="no"))) == FEWEST


# Why


def test_why_says_for_each_thing_what_was_told_that_calls_for_it_and_what_it_rests_on() -> None:
    knowledge = of(
        concern("is", All((NO_MENTOR, STARTED)), NAME, because=("one", "staff")),
        concern("may_be", All((NO_MENTOR, PROJECT))),
    )
    assert why(knowledge, mentor="no", started="yes").text.split("\n") == [
        "Why I raise this:",
        "1. Since, as you told me, no mentor has been named yet and the PSW has started:",
        "• Says one. (Alpha 2024, theme 1, one manager)",
        "• Says staff. (Beta 2024, theme 1, many staff members)",
        "2. Since, as you told me, no mentor has been named yet:",
        "• Says some. (Alpha 2024, theme 1, some managers)",
        "I do not know whether a project pays.",
    ]


def test_why_gives_only_what_speaks_for_it_as_a_reason() -> None:
    reply = why(of(concern("is", Any((NO_MENTOR, PROJECT)))), mentor="no", started="yes", money="permanent")
    assert "as you told me, no mentor has been named yet:" in reply.text


def test_why_says_where_nothing_was_raised() -> None:
    assert why(of(), mentor="no") == Reply(english().get("situation.nothing_raised"), FOLLOW_UPS)


def test_why_ends_before_it_gets_too_long() -> None:
    knowledge = of(*(concern(f"c{number}", NO_MENTOR, because=("long",)) for number in range(5)))
    findings = {**knowledge.findings, "long": replace(knowledge.findings["some"], says=words(long(90)))}
    reply = why(replace(knowledge, findings=findings), mentor="no")
    assert MOST_WORDS - 110 < reply.words() <= MOST_WORDS
    assert reply.buttons == FOLLOW_UPS


# Sources


def test_the_sources_are_those_of_everything_that_was_raised_cited_in_full() -> None:
    knowledge = of(concern("is", NO_MENTOR, NAME), concern("is_not", STARTED, because=("staff",)))
    assert sources(knowledge, mentor="no").text.split("\n") == [
        "Sources of this answer:",
        "• Alpha N. A title. A Journal, 2024. https://doi.org/10.1000/alpha "
        "Used: theme 1 (some managers); discussion (the authors).",
    ]
    assert "Beta N." in sources(knowledge, mentor="no", started="yes").text
    assert sources(knowledge, mentor="no").buttons == FOLLOW_UPS


def test_where_there_are_too_many_places_those_of_what_weighs_least_give_way_but_no_study_does() -> None:
    """Every finding stands in a place of its own, so that each makes the reply longer."""
    findings = [finding(f"alpha_{number:02}", place=f"place_{number}") for number in range(40)]
    beta = finding("beta_last", "beta", "place_0", speaker="staff_member")
    places = {f"place_{number}": words(long(20, f"at{number}")) for number in range(40)}
    knowledge = of(
        concern("is", NO_MENTOR, *(statement("Do.", each.id) for each in findings), because=("beta_last",)),
        concern("least", NO_MENTOR, because=("alpha_39",)),
    )
    studies = {key: replace(each, places=places) for key, each in knowledge.studies.items()}
    knowledge = replace(knowledge, studies=studies, findings={each.id: each for each in (*findings, beta)})
    reply = sources(knowledge, mentor="no")
    assert MOST_WORDS - 25 < reply.words() <= MOST_WORDS
    assert "Alpha N." in reply.text and "Beta N." in reply.text
    told = [number for number in range(40) if f"at{number}." in reply.text]
    assert told == [*range(len(told))]


def test_one_finding_of_each_study_is_cited_however_long_it_is() -> None:
    knowledge = of(concern("is", NO_MENTOR, because=("one", "some", "staff")))
    studies = {key: replace(each, citation=long(MOST_WORDS)) for key, each in knowledge.studies.items()}
    text = sources(replace(knowledge, studies=studies), mentor="no").text
    assert "(one manager, FM4)" in text and "many staff members" in text and "some managers" not in text


# What is known


def test_what_is_known_comes_with_the_words_it_came_from_and_can_be_forgotten() -> None:
    memory = {"mentor": Known("no", "no one yet"), "money": Known("project"), "started": Known("yes", "since May")}
    assert known(memory, of(), english()) == Reply(
        "What I know of your situation, and the words it comes from:\n"
        "• no mentor has been named yet (“no one yet”)\n"
        "• a project pays.\n"
        "• as you see it, the PSW has started (“since May”)\n"
        "Tell me where I am wrong, or which of this to forget. “Start over” forgets all.",
        (
            Button("Forget: no mentor has been named yet", '/forget_fact{"fact": "mentor"}'),
            Button("Forget: a project pays", '/forget_fact{"fact": "money"}'),
            Button("Forget: as you see it, the PSW has started", '/forget_fact{"fact": "started"}'),
        ),
    )


def test_where_nothing_is_known_that_is_said() -> None:
    assert known({}, of(), english()) == Reply(english().get("situation.nothing_known"))


def test_words_with_braces_are_quoted_as_they_are() -> None:
    assert "(“{said} {0.__class__}”)" in known({"mentor": Known("no", "{said} {0.__class__}")}, of(), english()).text


def test_all_that_is_known_is_said_and_the_newest_can_be_forgotten() -> None:
    memory = {fact: Known(each.values[0]) for fact, each in real().facts.items()}
    reply = known(memory, real(), english())
    assert all(fact_in_words(each, each.values[0], english()) in reply.text for each in real().facts.values())
    newest = [*memory][-MOST_FORGOTTEN:]
    assert [button.payload for button in reply.buttons] == [f'/forget_fact{{"fact": "{fact}"}}' for fact in newest]


# The real rule base


def minimal(condition: Condition) -> list[Situation]:
    """The situations that make a condition hold and none of whose facts can be left out."""
    facts = list(dict.fromkeys(leaf.fact for leaf in leaves(condition)))
    every = (
        {fact: value for fact, value in zip(facts, chosen, strict=True) if value is not None}
        for chosen in product(*((None, *real().facts[fact].values) for fact in facts))
    )
    holding = [each for each in every if evaluate(condition, each).value is Truth.TRUE]
    return [each for each in holding if not any(other.items() < each.items() for other in holding)]


def some(count: int) -> Iterator[Situation]:
    dice = Random(5)
    for _ in range(count):
        facts = dice.sample(sorted(real().facts), dice.choice((*range(1, 9), len(real().facts))))
        yield {fact: dice.choice(real().facts[fact].values) for fact in facts}


def require_readable(situation: Situation) -> None:
    """Short, in one piece, without codes of participants, with buttons that the channel lets through."""
    assessment = assess(real(), situation)
    reply, because = (say(assessment, situation, real(), english()) for say in (assessed, why_raised))
    cited = sources_raised(assessment, real(), english())
    assert reply.words() <= MOST_WORDS and because.words() <= MOST_WORDS, situation
    assert not CODE.search(reply.text) and not CODE.search(because.text), situation
    assert cited.words() <= MOST_WORDS, situation
    assert {study for study, each in real().studies.items() if each.citation in cited.text} == {
        each.study for each in assessment.findings()
    }
    for said in (reply, because, cited):
        assert all(line.strip() for line in said.text.split("\n")), situation
        assert not {"{", "}"} & {*said.text}, situation
        assert all(button.title and without_commands(button.payload) == button.payload for button in said.buttons)
    assert bool(assessment.raised) != (english().get("situation.nothing_raised") in reply.text)


@pytest.mark.parametrize("key", sorted(real().concerns))
def test_a_concern_is_raised_in_each_situation_that_just_calls_for_it(key: str) -> None:
    own = real().concerns[key]
    situations = minimal(own.when)
    assert situations
    for situation in situations:
        require_readable(situation)
        raised = {each.concern.id: each for each in assess(real(), situation).raised}
        assert len(raised) == 5 or raised[key].evaluation.value is Truth.TRUE


def test_the_reply_to_any_situation_is_readable() -> None:
    for situation in some(1500):
        require_readable(situation)


@pytest.mark.parametrize("fact", sorted(real().facts))
def test_every_value_of_every_fact_is_said_and_can_be_forgotten(fact: str) -> None:
    for value in real().facts[fact].values:
        reply = known({fact: Known(value, "words")}, real(), english())
        assert fact_in_words(real().facts[fact], value, english()) in reply.text
        assert all(without_commands(button.payload) == button.payload for button in reply.buttons)
