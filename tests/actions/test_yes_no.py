"""“Yes” and “no” to the question that was asked last."""

from __future__ import annotations

import pytest

from actions.describe import ActionDescribe
from actions.yes_no import ActionYesNo
from bot.knowledge import rule_base, texts
from bot.rulebase.model import YES_NO

from .talk import turn

KNOWN = {"psw_started": ["yes", "she started"]}
ASKED = [key for key, fact in rule_base().facts.items() if fact.values == YES_NO]
OTHER = [key for key, fact in rule_base().facts.items() if fact.values != YES_NO]


@pytest.mark.parametrize("fact", ASKED)
@pytest.mark.parametrize(("intent", "value"), [("affirm", "yes"), ("deny", "no")])
def test_the_answer_tells_the_fact_that_was_asked_for(fact: str, intent: str, value: str) -> None:
    said = turn(ActionYesNo(), intent, asked_fact=fact, text="well…")
    expected = turn(ActionDescribe(), text="well…", facts=[(f"{fact}={value}", "well…")])
    assert said == expected
    assert said.remembered["situation"] == {fact: [value, "well…"]}


def test_what_was_known_and_what_is_told_beside_it_stays_known() -> None:
    said = turn(
        ActionYesNo(), "deny", situation=KNOWN, asked_fact="mentor_named",
        text="no. staff are ready", facts=[("staff_ready=yes", "staff are ready")],
    )  # fmt: skip
    assert said.remembered["situation"] == {
        **KNOWN,
        "staff_ready": ["yes", "staff are ready"],
        "mentor_named": ["no", "no. staff are ready"],
    }


def test_the_message_of_a_button_is_not_kept_as_the_manager_s_words() -> None:
    said = turn(ActionYesNo(), "affirm", asked_fact="mentor_named", text="/affirm")
    assert said.remembered["situation"] == {"mentor_named": ["yes", ""]}


def test_where_nothing_was_asked_a_message_that_tells_facts_describes_the_situation() -> None:
    told = {"text": "no, we have a mentor", "facts": [("mentor_named=yes", "we have a mentor")]}
    assert turn(ActionYesNo(), "deny", **told) == turn(ActionDescribe(), **told)


def test_a_no_in_some_words_tells_what_the_answer_before_left_open() -> None:
    said = turn(ActionYesNo(), "deny", answered="records_access", text="nothing is decided on that")
    assert said.remembered["situation"] == {"records_access_settled": ["no", "nothing is decided on that"]}


def test_a_no_in_some_words_tells_that_what_the_answer_before_left_open_is_undecided() -> None:
    said = turn(ActionYesNo(), "deny", answered="employment_employer", text="nobody has said a word on that")
    assert said.remembered["situation"] == {"psw_employer": ["undecided", "nobody has said a word on that"]}


def test_a_yes_does_not_tell_which_of_several_values_is_meant() -> None:
    said = turn(ActionYesNo(), "affirm", answered="employment_employer", text="yes that is so")
    assert (said.text, said.events) == (texts().get("situation.nothing_asked"), [])


@pytest.mark.parametrize("text", ["no", "not yet", "/deny"])
def test_a_bare_no_after_an_answer_tells_nothing(text: str) -> None:
    said = turn(ActionYesNo(), "deny", answered="records_access", text=text)
    assert (said.text, said.events) == (texts().get("situation.nothing_asked"), [])


@pytest.mark.parametrize("answered", ["mentor_who", "evidence_grim", "no_such_question", 42, ["records_access"]])
def test_an_answer_that_leaves_no_such_fact_open_asks_for_none(answered: object) -> None:
    said = turn(ActionYesNo(), "deny", answered=answered, text="nothing is decided on that")
    assert said.text == texts().get("situation.nothing_asked")


@pytest.mark.parametrize("asked", [None, "", "weather", 42, ["mentor_named"], {}, "mentor_named=yes", *OTHER])
@pytest.mark.parametrize("intent", ["affirm", "deny"])
def test_where_no_question_with_yes_or_no_was_asked_that_is_said(asked: object, intent: str) -> None:
    said = turn(ActionYesNo(), intent, situation=KNOWN, asked_fact=asked)
    assert (said.text, said.buttons, said.events) == (texts().get("situation.nothing_asked"), (), [])


def test_any_other_intent_tells_nothing() -> None:
    assert turn(ActionYesNo(), "greet", situation=KNOWN, asked_fact="mentor_named").events == []


ACKNOWLEDGED = [(key, value) for key, fact in rule_base().facts.items() for value in fact.acknowledge if key in ASKED]


@pytest.mark.parametrize(("fact", "value"), ACKNOWLEDGED)
def test_what_worries_is_acknowledged_as_where_a_button_says_it(fact: str, value: str) -> None:
    typed = turn(ActionYesNo(), "affirm" if value == "yes" else "deny", asked_fact=fact, text="sadly")
    button = f'/tell_fact{{"fact": "{fact}={value}"}}'
    assert typed.text == turn(ActionDescribe(), "tell_fact", text=button, facts=[(f"{fact}={value}", button)]).text
    assert typed.text.startswith(texts().say(rule_base().facts[fact].acknowledge[value]))


def test_what_is_answered_and_told_at_once_is_acknowledged_once() -> None:
    said = turn(
        ActionYesNo(), "affirm", asked_fact="psw_ill", text="yes, she is ill", facts=[("psw_ill=yes", "she is ill")]
    )
    assert said.text.count(texts().say(rule_base().facts["psw_ill"].acknowledge["yes"])) == 1


def test_what_the_answer_takes_back_is_not_acknowledged() -> None:
    said = turn(ActionYesNo(), "deny", asked_fact="psw_ill", text="no, ill?", facts=[("psw_ill=yes", "ill")])
    assert said.text.startswith("What I take from it: ")
