"""What every channel does with a message before Rasa sees it."""

from __future__ import annotations

import sys

import pytest

from bot.channels.incoming import (
    BUTTON,
    LONGEST,
    reply_without_rasa,
    sorry,
    texts,
    too_long,
    with_addresses,
    without_commands,
)
from bot.paths import RULES
from bot.presentation.answer import FOLLOW_UPS
from bot.presentation.check import IN_CHECK
from bot.presentation.follow_ups import IN_WORDS, ON_SITUATION
from bot.presentation.reply import Reply, payload
from bot.presentation.sources import finding_path, question_path
from bot.readiness.check import ANSWERS
from bot.rulebase.loader import load
from bot.rulebase.model import LEVELS, Fact, Question

BASE = load(RULES)
QUESTIONS = tuple(BASE.questions)
COMMANDS = {
    '/agree{"question": "mentor_who"}': 'agree{"question": "mentor_who"}',
    "/describe_situation": "describe_situation",
    "/tell_fact": "tell_fact",
    "/tell_fact{}": "tell_fact{}",
    '/tell_fact{"fact": "mentor_named"}': 'tell_fact{"fact": "mentor_named"}',
    '/tell_fact{"fact": "mentor_named="}': 'tell_fact{"fact": "mentor_named="}',
    '/tell_fact{"fact": "mentor_named=maybe"}': 'tell_fact{"fact": "mentor_named=maybe"}',
    '/tell_fact{"fact": "mentor_named=yes=no"}': 'tell_fact{"fact": "mentor_named=yes=no"}',
    '/tell_fact{"fact": "weather=yes"}': 'tell_fact{"fact": "weather=yes"}',
    '/tell_fact{"fact": "=yes"}': 'tell_fact{"fact": "=yes"}',
    '/tell_fact{"fact": "mentor_named=yes", "text": "x"}': 'tell_fact{"fact": "mentor_named=yes", "text": "x"}',
    '/tell_fact{"question": "mentor_named=yes"}': 'tell_fact{"question": "mentor_named=yes"}',
    '/tell_fact{"question": "mentor_who"}': 'tell_fact{"question": "mentor_who"}',
    "/forget_fact": "forget_fact",
    '/forget_fact{"fact": "weather"}': 'forget_fact{"fact": "weather"}',
    '/forget_fact{"fact": "mentor_named=yes"}': 'forget_fact{"fact": "mentor_named=yes"}',
    '/forget_fact{"question": "mentor_named"}': 'forget_fact{"question": "mentor_named"}',
    "/answer_check": "answer_check",
    '/answer_check{"answer": "training"}': 'answer_check{"answer": "training"}',
    '/answer_check{"answer": "training=maybe"}': 'answer_check{"answer": "training=maybe"}',
    '/answer_check{"answer": "weather=yes"}': 'answer_check{"answer": "weather=yes"}',
    '/answer_check{"fact": "training=yes"}': 'answer_check{"fact": "training=yes"}',
    '/start_check{"answer": "training=yes"}': 'start_check{"answer": "training=yes"}',
    '/show_result{"level": "cellar"}': 'show_result{"level": "cellar"}',
    '/show_result{"answer": "team"}': 'show_result{"answer": "team"}',
    '/load_result{"result": "x"}': 'load_result{"result": "x"}',
    '/ask_why{"fact": "mentor_named"}': 'ask_why{"fact": "mentor_named"}',
    '/ask_situation{"fact": "mentor_named=yes"}': 'ask_situation{"fact": "mentor_named=yes"}',
    '/mentor_who{"question": "mentor_who="}': 'mentor_who{"question": "mentor_who="}',
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
    '/ask_more{"question": "no_such_question"}': 'ask_more{"question": "no_such_question"}',
    '/ask_more{"told": "mentor_who"}': 'ask_more{"told": "mentor_who"}',
    '/ask_why{"question": ["mentor_who"]}': 'ask_why{"question": ["mentor_who"]}',
    '/ask_why{"question": "mentor_who"}\n/restart': 'ask_why{"question": "mentor_who"}\n/restart',
    '/take_away{"document": "no_such_template"}': 'take_away{"document": "no_such_template"}',
    '/ask_why{"document": "advert"}': 'ask_why{"document": "advert"}',
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
    for message in (payload(question), *(payload(intent, question=question) for intent in (*FOLLOW_UPS, *IN_WORDS))):
        assert without_commands(message) == message
        assert without_commands(f"  {message}\n") == message


@pytest.mark.parametrize("intent", ON_SITUATION)
def test_what_can_be_said_of_a_situation_without_a_fact_passes_as_it_is(intent: str) -> None:
    assert without_commands(f" {payload(intent)}\n") == payload(intent)


@pytest.mark.parametrize("intent", IN_CHECK)
def test_what_can_be_said_of_the_readiness_check_passes_as_it_is(intent: str) -> None:
    assert without_commands(f" {payload(intent)}\n") == payload(intent)


@pytest.mark.parametrize("component", BASE.components)
def test_a_button_gives_every_answer_to_a_question_of_the_readiness_check(component: str) -> None:
    for answer in ANSWERS:
        message = payload("answer_check", answer=f"{component}={answer}")
        assert without_commands(f" {message}\n") == message


@pytest.mark.parametrize("level", LEVELS)
def test_a_button_shows_a_level_of_the_result(level: str) -> None:
    assert without_commands(payload("show_result", level=level)) == payload("show_result", level=level)


@pytest.mark.parametrize("fact", BASE.facts.values(), ids=lambda fact: fact.id)
def test_a_button_tells_every_value_of_a_fact_and_forgets_the_fact(fact: Fact) -> None:
    tells = [payload("tell_fact", fact=f"{fact.id}={value}") for value in fact.values]
    for message in (*tells, payload("forget_fact", fact=fact.id)):
        assert without_commands(f" {message}\n") == message


@pytest.mark.parametrize("template", BASE.templates)
def test_a_button_asks_for_a_template(template: str) -> None:
    message = payload("take_away", document=template)
    assert without_commands(f" {message}\n") == message


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
    assert BUTTON.fullmatch(payload("month_3")) and BUTTON.fullmatch(payload("ask_why", question="month_3"))
    assert BUTTON.fullmatch(payload("tell_fact", fact="month_3=over_2"))


@pytest.mark.parametrize("text", ["", " ", "\n\t", "\u00a0", "/", "//", "/ /"])
def test_a_message_without_text_is_answered_with_an_example(text: str) -> None:
    assert reply_without_rasa(text) == Reply(texts().get("problems.empty"))
    assert "for example" in texts().get("problems.empty")


def test_a_message_beyond_all_length_is_answered_with_the_limit() -> None:
    said = too_long("m" * (LONGEST + 1))
    assert said is not None and str(LONGEST) in said.text
    assert too_long("m" * LONGEST) is None


@pytest.mark.parametrize(
    "text",
    ["/restart", " /restart\n", "/ restart", "/RESTART", "/どうぞ", "/mentor_who{}", '/affirm{"x": "y"}', '/affirm {"x": "y"}',
     '/affirm["x"]', '/ask_why{"question": "no_such_question"}', '/ask_why{"question": "mentor_who"}\n/restart',
     '/tell_fact{"fact": "weather=fine"}', "/affirm{" + "x" * LONGEST],
)  # fmt: skip
def test_a_message_that_looks_like_a_command_is_answered_with_an_example(text: str) -> None:
    assert reply_without_rasa(text) == Reply(texts().get("problems.command"))


@pytest.mark.parametrize(
    "text",
    ["/who should mentor her?", "/ who should mentor her?", "/restart the talk with the team?", "/mentor?", "/mentør_who, hvem",
     "and/or", "she said {that}"],
)  # fmt: skip
def test_ordinary_text_with_a_slash_goes_on_to_be_understood(text: str) -> None:
    assert reply_without_rasa(text) is None
    assert without_commands(text) == text.removeprefix("/").strip()


@pytest.mark.parametrize("text", ["🙂", "😀👩🏽‍⚕️", "\x00", "?!", "…", "{}", "[]"])
def test_a_message_without_a_word_is_told_what_is_covered(text: str) -> None:
    assert reply_without_rasa(text) == Reply(texts().get("replies.out_of_scope.text"))


@pytest.mark.parametrize(
    "text",
    ["who should mentor her?", "m" * LONGEST, "/mentor_who", " /mentor_who\n", "/affirm",
     '/ask_why{"question": "mentor_who"}', '/tell_fact{"fact": "mentor_named=no"}'],
)  # fmt: skip
def test_any_other_message_is_left_to_rasa(text: str) -> None:
    assert reply_without_rasa(text) is None


def test_the_apology_says_what_to_do() -> None:
    assert "sorry" in sorry() and "send your question again" in sorry()


# Links

FOUND_AT = "https://waymark.example/bot"


@pytest.mark.parametrize("question", BASE.questions.values(), ids=lambda question: question.id)
def test_the_path_of_every_question_becomes_an_address(question: Question) -> None:
    path = question_path(question)
    assert with_addresses(f"Sources: one. {path}", FOUND_AT) == f"Sources: one. {FOUND_AT}{path}"


def test_the_path_of_every_finding_becomes_an_address() -> None:
    paths = [finding_path(finding) for finding in BASE.findings.values()]
    assert with_addresses("\n".join(paths), FOUND_AT) == "\n".join(FOUND_AT + path for path in paths)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("/evidence/question/mentor_who", "AT/evidence/question/mentor_who"),
        ("See /evidence/finding/a1.", "See AT/evidence/finding/a1."),
        (
            "One. /evidence/finding/a\nTwo. /evidence/finding/b",
            "One. AT/evidence/finding/a\nTwo. AT/evidence/finding/b",
        ),
        ("\u00a0/evidence/finding/a", "\u00a0AT/evidence/finding/a"),
    ],
)
def test_a_path_is_found_wherever_it_stands_by_itself(text: str, expected: str) -> None:
    assert with_addresses(text, FOUND_AT) == expected.replace("AT", FOUND_AT)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "No link at all.",
        "/evidence",
        "/evidence/coverage",
        "/evidence/study/grim",
        "/evidence/finding/",
        "/evidence/finding/Ærlig",
        "/Evidence/finding/a",
        "https://other.example/evidence/finding/a",
        "a/evidence/finding/a",
        "//evidence/finding/a",
    ],
)
def test_what_is_no_path_of_a_question_or_finding_stays(text: str) -> None:
    assert with_addresses(text, FOUND_AT) == text


def test_an_address_is_not_made_twice() -> None:
    once = with_addresses("See /evidence/question/mentor_who", FOUND_AT)
    assert with_addresses(once, FOUND_AT) == once


def test_an_address_with_signs_that_mean_something_to_a_pattern_is_taken_as_it_is() -> None:
    assert with_addresses("/evidence/finding/a", r"https://a.example/\1\g<0>") == (
        r"https://a.example/\1\g<0>/evidence/finding/a"
    )
