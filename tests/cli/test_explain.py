"""`waymark explain`."""

from __future__ import annotations

import pytest

from bot.cli.__main__ import main
from bot.paths import RULES
from bot.presentation.texts import load_texts
from bot.rulebase.loader import load

BASE, TEXTS = load(RULES), load_texts(RULES)


@pytest.mark.parametrize("question", list(BASE.questions)[::6])
def test_every_statement_and_finding_behind_a_question_is_printed(
    question: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["explain", question]) == 0
    printed = capsys.readouterr().out
    for rule in BASE.rules_by_question[question]:
        assert f"Rule {rule.id} answers" in printed
        for statement in rule.statements():
            assert TEXTS.say(statement.says) in printed
            assert all(f"because {finding}: " in printed for finding in statement.because)


def test_a_rule_is_explained_by_its_own_id(capsys: pytest.CaptureFixture[str]) -> None:
    for rule in list(BASE.rules)[::12]:
        assert main(["explain", rule]) == 0
        assert f"Rule {rule} answers" in capsys.readouterr().out


def test_a_condition_is_worded_with_what_it_amounts_to_and_what_is_unknown(capsys: pytest.CaptureFixture[str]) -> None:
    main(["explain", "mentor_who"])
    assert "only if the PSW has not started yet: unknown; unknown: psw_started" in capsys.readouterr().out


@pytest.mark.parametrize(("value", "outcome"), [("yes", "false"), ("no", "true")])
def test_what_is_known_settles_a_condition(value: str, outcome: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "mentor_who", "--know", f"psw_started={value}"]) == 0
    assert f"only if the PSW has not started yet: {outcome}\n" in capsys.readouterr().out


def test_an_unknown_id_is_an_error_that_offers_what_is_close_to_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "mentor_woh"]) == 1
    assert "there is no rule or question “mentor_woh”. Close to it: mentor_who" in capsys.readouterr().err


def test_an_id_that_is_close_to_nothing_is_an_error_that_lists_the_questions(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["explain", "%%%"]) == 1
    assert ", ".join(BASE.questions) in capsys.readouterr().err


@pytest.mark.parametrize("know", ["psw_startd=yes", "psw_startd", "", "=yes"])
def test_an_unknown_fact_is_an_error_that_lists_the_facts(know: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "mentor_who", "--know", know]) == 1
    printed = capsys.readouterr()
    assert f"there is no fact “{know.split('=')[0]}”. Known are: {', '.join(BASE.facts)}." in printed.err
    assert printed.out == ""


@pytest.mark.parametrize("know", ["psw_started=maybe", "psw_started", "psw_started=yes=no", "psw_started=YES"])
def test_a_value_the_fact_cannot_have_is_an_error_that_lists_its_values(
    know: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["explain", "mentor_who", "--know", know]) == 1
    error = capsys.readouterr().err
    assert f"the fact “psw_started” cannot be “{know.removeprefix('psw_started').removeprefix('=')}”" in error
    assert error.endswith(": yes, no.\n")
