"""What every channel does with a message before Rasa sees it."""

from __future__ import annotations

import sys

import pytest

from bot.channels.incoming import BUTTON, LONGEST, reply_without_rasa, sorry, texts, without_commands
from bot.paths import RULES
from bot.presentation.answer import FOLLOW_UPS
from bot.presentation.reply import Reply, payload
from bot.rulebase.loader import load

QUESTIONS = tuple(load(RULES).questions)
COMMANDS = {
    '/affirm{"question": "mentor_who"}': 'affirm{"question": "mentor_who"}',
    "/restart": "restart",
    "/session_start": "session_start",
    "/back": "back",
    "/greet": "greet",
    "/nlu_fallback": "nlu_fallback",
    "/start_over": "start_over",
    "/out_of_scope": "out_of_scope",
    "/mentor_who extra": "mentor_who extra",
    "/mentor_who{}": "mentor_who{}",
    "/mentor_who@1.0": "mentor_who@1.0",
    "/MENTOR_WHO": "MENTOR_WHO",
    '/ask_why{"question": "no_such_question"}': 'ask_why{"question": "no_such_question"}',
    '/ask_why{"question": "mentor_who", "answered": "x"}': 'ask_why{"question": "mentor_who", "answered": "x"}',
    '/ask_why{"answered": "mentor_who"}': 'ask_why{"answered": "mentor_who"}',
    '/ask_why{"question": ["mentor_who"]}': 'ask_why{"question": ["mentor_who"]}',
    '/ask_why{"question": "mentor_who"}\n/restart': 'ask_why{"question": "mentor_who"}\n/restart',
    "//restart": "restart",
    "/ /restart": "restart",
    "/\n/restart": "restart",
    "\u00a0/\u2003/restart": "restart",
    " / / / affirm": "affirm",
    "//": "",
    "/ /": "",
    "/": "",
    "/mentør_who": "mentør_who",
    "/どうぞ": "どうぞ",
    "/🙂": "🙂",
    "/mentor_who\u200b": "mentor_who\u200b",
}


@pytest.mark.parametrize("question", QUESTIONS)
def test_what_our_own_buttons_send_passes_as_it_is(question: str) -> None:
    for message in (payload(question), *(payload(intent, question) for intent in FOLLOW_UPS)):
        assert without_commands(message) == message
        assert without_commands(f"  {message}\n") == message


def test_a_message_that_carries_a_question_to_a_question_passes_without_harm() -> None:
    assert without_commands('/mentor_who{"question": "mentor_who"}') == '/mentor_who{"question": "mentor_who"}'


@pytest.mark.parametrize("text", COMMANDS)
def test_any_other_command_loses_its_slashes(text: str) -> None:
    assert without_commands(text) == COMMANDS[text]


@pytest.mark.parametrize("space", [chr(code) for code in range(sys.maxunicode) if chr(code).isspace()], ids=ascii)
def test_no_white_space_hides_a_command(space: str) -> None:
    for text in (f"{space}/restart", f"/{space}/restart", f"{space}/{space}/{space}restart"):
        assert without_commands(text) == "restart"


@pytest.mark.parametrize("text", ["he/she starts on Monday", "who pays 50/50?", "and/or", "either / or", "c:/users"])
def test_slashes_inside_a_message_stay(text: str) -> None:
    assert without_commands(text) == text


def test_every_id_the_rule_base_allows_may_stand_on_a_button() -> None:
    assert BUTTON.fullmatch(payload("month_3")) and BUTTON.fullmatch(payload("ask_why", "month_3"))


@pytest.mark.parametrize("text", ["", " ", "\n\t", "\u00a0", "/", "//", "/ /"])
def test_a_message_without_text_is_answered_with_an_example(text: str) -> None:
    assert reply_without_rasa(text) == Reply(texts().get("problems.empty"))
    assert "for example" in texts().get("problems.empty")


def test_a_message_beyond_all_length_is_answered_with_the_limit() -> None:
    said = reply_without_rasa("m" * (LONGEST + 1))
    assert said is not None and str(LONGEST) in said.text


@pytest.mark.parametrize("text", ["who should mentor her?", "m" * LONGEST, "🙂", "/mentor_who", "/restart"])
def test_any_other_message_is_left_to_rasa(text: str) -> None:
    assert reply_without_rasa(text) is None


def test_the_apology_says_what_to_do() -> None:
    assert "sorry" in sorry() and "send your question again" in sorry()
