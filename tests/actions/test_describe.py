"""The reply to a described situation."""

from __future__ import annotations

import pytest

from actions.describe import ActionDescribe
from bot.knowledge import rule_base, texts
from bot.presentation.situation import assessed
from bot.reasoning.concerns import assess
from bot.situation.described import CLEAR

from .talk import turn

KNOWN = {"psw_started": ["yes", "she started"]}


@pytest.mark.parametrize("fact", sorted(rule_base().facts))
def test_each_fact_is_answered_with_what_it_calls_for(fact: str) -> None:
    for value in rule_base().facts[fact].values:
        situation = {fact: value}
        assessment = assess(rule_base(), situation)
        expected = assessed(assessment, situation, rule_base(), texts())
        said = turn(ActionDescribe(), "describe_situation", text="so it is", facts=[(f"{fact}={value}", "so it is")])
        words = rule_base().facts[fact].acknowledge.get(value)
        opening = f"{texts().say(words)}\n" if words else ""
        assert (said.text, said.buttons) == (opening + expected.text, expected.buttons)
        assert said.remembered == {
            "situation": {fact: [value, "so it is"]},
            "answered": "describe_situation",
            "asked_fact": assessment.question,
        }


def test_what_was_known_before_counts_too_and_stays_known() -> None:
    said = turn(
        ActionDescribe(), "describe_situation", situation=KNOWN, text="no mentor", facts=[("mentor_named=no", "no")]
    )
    situation = {"psw_started": "yes", "mentor_named": "no"}
    assert said.text == assessed(assess(rule_base(), situation), situation, rule_base(), texts()).text
    assert said.remembered["situation"] == {**KNOWN, "mentor_named": ["no", "no"]}


def test_what_is_told_now_replaces_what_was_told_before() -> None:
    said = turn(
        ActionDescribe(), "describe_situation", situation=KNOWN, text="not yet", facts=[("psw_started=no", "not yet")]
    )
    assert said.remembered["situation"] == {"psw_started": ["no", "not yet"]}


def test_a_button_tells_a_fact_without_words() -> None:
    text = '/tell_fact{"fact": "mentor_named=no"}'
    said = turn(ActionDescribe(), "tell_fact", situation=KNOWN, text=text, facts=[("mentor_named=no", text)])
    assert said.remembered["situation"] == {**KNOWN, "mentor_named": ["no", ""]}


@pytest.mark.parametrize("value", ["weather=fine", "mentor_named=maybe", "mentor_named", 42, None])
def test_a_forged_fact_changes_nothing(value: object) -> None:
    forged = turn(ActionDescribe(), "tell_fact", situation=KNOWN, text="/x", facts=[(value, "/x")])
    assert forged == turn(ActionDescribe(), "tell_fact", situation=KNOWN)


def test_what_was_asked_for_before_is_asked_no_more_where_nothing_is_left_to_ask() -> None:
    facts = [(fact, value) for fact, each in rule_base().facts.items() for value in each.values]
    fact, value = next(told for told in facts if assess(rule_base(), dict([told])).question is None)
    said = turn(ActionDescribe(), asked_fact="mentor_named", text="x", facts=[(f"{fact}={value}", "x")])
    assert said.remembered["asked_fact"] is None


@pytest.mark.parametrize("situation", [None, {}, {"weather": ["fine", "x"]}])
@pytest.mark.parametrize("facts", [[], [("weather=fine", "x")], [("mentor_named=maybe", "x")]])
def test_where_nothing_is_known_that_is_said_and_no_situation_was_answered(
    situation: object, facts: list[tuple[str, str]]
) -> None:
    said = turn(ActionDescribe(), "describe_situation", situation=situation, text="x", facts=facts)
    assert (said.text, said.buttons, said.events) == (texts().get("situation.nothing_known"), (), [])


def test_what_was_acknowledged_when_it_was_told_is_not_acknowledged_again() -> None:
    said = turn(
        ActionDescribe(), situation={"psw_ill": ["yes", "ill"]}, text="no mentor", facts=[("mentor_named=no", "no")]
    )
    assert said.text.startswith("What I take from it: ")


def test_a_situation_told_in_swedish_is_answered_after_a_word_on_the_language() -> None:
    text = "Vi har ingen mentor till henne."
    said = turn(ActionDescribe(), text=text, facts=[("mentor_named=no", text)])
    assert said.text.startswith(f"{texts().get('languages.sv')}\nWhat I take from it: ")
    assert said.remembered["language_told"] is True


@pytest.mark.parametrize(
    ("chance", "fact", "question_is_answered"),
    [
        (CLEAR, "mentor_informed=yes", True),
        (CLEAR - 0.01, "mentor_informed=yes", False),
        (1.0, "mentor_named=no", False),
    ],
)
def test_where_nothing_is_called_for_a_clear_question_is_answered(
    chance: float, fact: str, question_is_answered: bool
) -> None:
    said = turn(
        ActionDescribe(), "describe_situation", text="mentor", facts=[(fact, "mentor")], ranking=["mentor_briefing"],
        chance=chance,
    )  # fmt: skip
    assert said.remembered["answered"] == ("mentor_briefing" if question_is_answered else "describe_situation")
