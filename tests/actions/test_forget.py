"""Forgetting facts, by a button or in words."""

from __future__ import annotations

import pytest

from actions.forget import ActionForget
from bot.knowledge import rule_base, texts
from bot.presentation.situation import known
from bot.situation.memory import Known

from .talk import turn

KNOWN = {"mentor_named": ["no", "no mentor yet"], "psw_started": ["yes", ""]}


def test_the_fact_is_forgotten_and_what_is_left_is_shown() -> None:
    said = turn(ActionForget(), "forget_fact", situation=KNOWN, facts=[("mentor_named", "…")])
    expected = known({"psw_started": Known("yes")}, rule_base(), texts())
    assert (said.text, said.buttons) == (expected.text, expected.buttons)
    assert said.remembered == {"situation": {"psw_started": ["yes", ""]}}


def test_after_the_last_fact_nothing_is_known() -> None:
    said = turn(ActionForget(), "forget_fact", situation={"psw_started": ["yes", ""]}, facts=[("psw_started", "…")])
    assert said.text == texts().get("situation.nothing_known")
    assert said.remembered == {"situation": {}}


@pytest.mark.parametrize("value", ["staff_ready", "weather", "", None, 42, ["mentor_named"]])
def test_what_is_not_known_cannot_be_forgotten(value: object) -> None:
    said = turn(ActionForget(), "forget_fact", situation=KNOWN, facts=[(value, "…")])
    assert said.remembered == {"situation": KNOWN}


def test_without_a_fact_everything_stays_known() -> None:
    assert turn(ActionForget(), "forget_fact", situation=KNOWN).remembered == {"situation": KNOWN}


def forgotten(text: str, facts: list[tuple[object, str]] | None = None) -> set[str]:
    said = turn(ActionForget(), "forget_fact", situation=KNOWN, text=text, facts=facts or [])
    return KNOWN.keys() - said.remembered["situation"].keys()


def test_in_words_it_is_the_fact_that_they_are_about() -> None:
    assert forgotten("forget the thing with the mentor") == {"mentor_named"}
    assert forgotten("that she has started, drop it please") == {"psw_started"}


def test_a_fact_that_the_words_state_is_forgotten_and_never_learnt_from_them() -> None:
    assert forgotten("glöm mentorn", [("mentor_named=yes", "glöm mentorn")]) == {"mentor_named"}


def test_where_the_words_are_about_nothing_that_is_known_all_of_it_is_shown() -> None:
    assert forgotten("forget the coffee machine") == set()
    assert forgotten("forget the money", [("money_ends_soon=yes", "the money")]) == set()
