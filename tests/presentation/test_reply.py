"""A reply counts its words; a button carries its message."""

from __future__ import annotations

from bot.presentation.reply import Button, Reply, payload


def test_words_are_counted_across_lines_and_without_buttons() -> None:
    assert Reply("One two\nthree.", (Button("four five", "/six"),)).words() == 3


def test_a_button_carries_the_intent_and_the_question_or_fact_that_it_is_about() -> None:
    assert payload("mentor_who") == "/mentor_who"
    assert payload("ask_why", question="mentor_who") == '/ask_why{"question": "mentor_who"}'
    assert payload("tell_fact", fact="mentor_named=no") == '/tell_fact{"fact": "mentor_named=no"}'
