"""Which of the remembered facts somebody asks to forget, in words."""

from __future__ import annotations

import pytest

from bot.knowledge import rule_base, texts
from bot.presentation.forgetting import meant
from bot.situation.memory import Known

MEMORY = {
    "mentor_named": Known("no", "nobody shows her around"),
    "mentor_informed": Known("no"),
    "money_ends_soon": Known("yes", "the grant dies in June"),
}


def about(text: str, *stated: str) -> set[str]:
    return {*meant(text, stated, MEMORY, rule_base(), texts())}


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("forget the grant", {"money_ends_soon"}),
        ("forget that nobody shows her around", {"mentor_named"}),
        ("scratch the mentors", {"mentor_named", "mentor_informed"}),
        ("forget the weather", set()),
        ("", set()),
    ],
)
def test_it_is_what_shares_most_words_with_what_was_said(text: str, facts: set[str]) -> None:
    assert about(text) == facts


def test_what_the_message_states_goes_before_the_words_it_shares() -> None:
    assert about("forget the grant", "mentor_named") == {"mentor_named"}
    assert about("forget the grant", "supervision_arranged") == {"money_ends_soon"}


def test_of_an_empty_memory_nothing_is_meant() -> None:
    assert meant("forget the mentor", (), {}, rule_base(), texts()) == ()
