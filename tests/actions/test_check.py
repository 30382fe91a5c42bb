"""The readiness check in a conversation: taking it, being interrupted, going back, and its result."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from actions.answer import ActionAnswer
from actions.check_answer import ActionCheckAnswer
from actions.continue_check import ActionContinueCheck
from actions.describe import ActionDescribe
from actions.go_back import ActionGoBack
from actions.load_result import ActionLoadResult
from actions.my_situation import ActionMySituation
from actions.show_result import ActionShowResult
from actions.start_check import ActionStartCheck
from actions.unsure import ActionUnsure
from actions.why import ActionWhy
from actions.yes_no import ActionYesNo
from bot.knowledge import rule_base, texts
from bot.presentation.check import asked, begun, question
from bot.presentation.check_result import shown, shown_level
from bot.presentation.reply import Button
from bot.readiness.check import ANSWERS, Check, Earlier
from bot.readiness.file import as_file
from bot.readiness.memory import as_slot
from bot.readiness.result import result

from .talk import Turn, turn

BASE, TEXTS = rule_base(), texts()
FIRST, SECOND, THIRD, *_ = ORDER = [*BASE.components]
WAITING = as_slot(Check({FIRST: "partly", SECOND: "no"}, THIRD))
MENTOR = as_slot(Check(pending="mentor_chosen"))
BACK = Button("Back to the check", "/continue_check")


def asks(key: str, answers: dict[str, str] | None = None) -> str:
    """The text of a question, when these answers were given."""
    return question(BASE.components[key], Check(answers or {}), BASE, TEXTS).text


def kept(said: Turn) -> Any:
    return said.remembered["check"]


class TestStarting:
    def test_the_first_question_comes_after_how_the_check_goes(self) -> None:
        said = turn(ActionStartCheck(), "start_check")
        assert said.text == f"{begun(Check(), {}, BASE, TEXTS)}\n{asks(FIRST)}"
        assert [button.title for button in said.buttons] == ["Yes", "Partly", "No", "Don't know", "Skip"]
        assert kept(said) == as_slot(Check(pending=FIRST))

    def test_what_is_known_is_not_asked_and_said_to_be_left_out(self) -> None:
        said = turn(ActionStartCheck(), "start_check", situation={"needs_assessed": ["yes", "x"]})
        assert "1 of these 33 questions" in said.text
        assert said.text.endswith(asks(SECOND))

    def test_a_check_that_was_begun_goes_on_without_a_word_on_how_it_goes(self) -> None:
        said = turn(ActionStartCheck(), "start_check", check=WAITING)
        assert (said.text, kept(said)) == (asks(THIRD), WAITING)

    def test_yes_refers_to_the_check_from_now_on(self) -> None:
        assert turn(ActionStartCheck(), asked_fact="mentor_named").remembered["asked_fact"] is None

    @pytest.mark.parametrize("forged", [42, "x", {"pending": "weather"}, {"answers": {"weather": "yes"}}])
    def test_a_slot_that_holds_no_check_is_one_that_has_not_begun(self, forged: object) -> None:
        assert turn(ActionStartCheck(), check=forged).text == turn(ActionStartCheck()).text


class TestAnswering:
    @pytest.mark.parametrize("answer", ANSWERS)
    def test_a_button_answers_the_question_it_stands_below_even_if_another_waits(self, answer: str) -> None:
        pressed = [{"entity": "answer", "value": f"{SECOND}={answer}"}]
        said = turn(ActionCheckAnswer(), "answer_check", check=WAITING, text="/answer_check{…}", entities=pressed)
        assert kept(said)["answers"] == {FIRST: "partly", SECOND: answer}
        assert said.text == asks(THIRD)

    @pytest.mark.parametrize("forged", [None, 42, "", "training", "training=maybe", "weather=yes", ["training=yes"]])
    def test_a_forged_answer_is_none(self, forged: object) -> None:
        said = turn(ActionCheckAnswer(), "answer_check", text="/x", entities=[{"entity": "answer", "value": forged}])
        assert (said.text, said.events) == (TEXTS.get("check.nothing_running"), [])
        assert [button.payload for button in said.buttons] == ["/start_check"]

    @pytest.mark.parametrize(
        ("intent", "answer"), [("partly", "partly"), ("dont_know", "unknown"), ("skip", "skipped")]
    )
    def test_an_intent_answers_the_question_that_waits(self, intent: str, answer: str) -> None:
        said = turn(ActionCheckAnswer(), intent, check=WAITING, text="hm")
        assert kept(said)["answers"][THIRD] == answer

    @pytest.mark.parametrize(("intent", "answer"), [("affirm", "yes"), ("deny", "no")])
    def test_yes_and_no_answer_the_question_that_waits(self, intent: str, answer: str) -> None:
        said = turn(ActionYesNo(), intent, check=WAITING, text="well")
        assert kept(said)["answers"][THIRD] == answer

    def test_how_the_message_begins_goes_before_its_intent(self) -> None:
        said = turn(ActionYesNo(), "affirm", check=WAITING, text="yes, but only the day shift")
        assert kept(said)["answers"][THIRD] == "partly"

    @pytest.mark.parametrize("action", [ActionAnswer, ActionDescribe, ActionUnsure])
    def test_an_answer_that_is_taken_for_something_else_counts_and_the_facts_it_tells_are_kept(
        self, action: type[Any]
    ) -> None:
        text = "no, nobody has told the night shift"
        said = turn(action(), "mentor_who", check=WAITING, text=text, facts=[("staff_informed=some", text)])
        assert kept(said)["answers"][THIRD] == "no"
        assert said.remembered["situation"] == {"staff_informed": ["some", text]}

    def test_an_answer_to_a_question_for_a_fact_tells_the_fact(self) -> None:
        said = turn(ActionYesNo(), "affirm", check=MENTOR, text="yes, Anna")
        assert said.remembered["situation"] == {"mentor_named": ["yes", "yes, Anna"]}

    def test_telling_the_fact_that_is_asked_for_answers_the_question(self) -> None:
        text = "Anna will mentor her"
        said = turn(ActionDescribe(), check=MENTOR, text=text, facts=[("mentor_named=yes", text)])
        assert kept(said)["answers"] == {"mentor_chosen": "yes"}
        assert said.remembered["situation"] == {"mentor_named": ["yes", text]}

    def test_what_worries_is_acknowledged_before_the_next_question(self) -> None:
        text = "no, she is ill"
        said = turn(ActionYesNo(), "deny", check=WAITING, text=text, facts=[("psw_ill=yes", text)])
        assert said.text.startswith(TEXTS.say(BASE.facts["psw_ill"].acknowledge["yes"]) + "\n")

    def test_the_last_answer_brings_the_result(self) -> None:
        last = ORDER[-1]
        check = Check(dict.fromkeys(ORDER[:-1], "partly"), last)
        said = turn(ActionCheckAnswer(), "partly", check=as_slot(check), text="partly")
        expected = shown(result(Check(dict.fromkeys(ORDER, "partly")), {}, BASE), BASE, TEXTS)
        assert (said.text, said.buttons, said.image) == (expected.text, expected.buttons, expected.image)


class TestWhichQuestionIsMeant:
    def test_yes_means_the_question_on_the_situation_if_that_came_last(self) -> None:
        said = turn(ActionYesNo(), "affirm", check=WAITING, asked_fact="mentor_named", text="yes")
        assert said.remembered["situation"] == {"mentor_named": ["yes", "yes"]}
        assert "check" not in said.remembered

    def test_a_question_on_the_situation_can_be_left_open(self) -> None:
        said = turn(ActionCheckAnswer(), "dont_know", check=WAITING, asked_fact="mentor_named", text="no idea")
        assert said.text.split("\n")[0] == TEXTS.get("check.left_open")
        assert said.remembered == {"asked_fact": None}

    @pytest.mark.parametrize("intent", ["partly", "dont_know", "skip"])
    def test_where_nothing_was_asked_that_is_said(self, intent: str) -> None:
        said = turn(ActionCheckAnswer(), intent)
        assert (said.text, said.events) == (TEXTS.get("check.nothing_running"), [])


class TestInterrupting:
    def test_any_question_is_answered_with_the_pending_one_below_and_the_check_unchanged(self) -> None:
        plain = turn(ActionAnswer(), "mentor_who", text="who should be mentor?")
        said = turn(ActionAnswer(), "mentor_who", check=WAITING, text="who should be mentor?")
        assert said.text == f"{plain.text}\n{asked(BASE.components[THIRD], BASE, TEXTS)}"
        assert said.buttons == (*plain.buttons, BACK)
        assert "check" not in said.remembered

    def test_a_message_that_begins_like_an_answer_but_asks_something_is_answered(self) -> None:
        said = turn(ActionAnswer(), "mentor_who", check=WAITING, text="no, who should be the mentor?")
        assert said.text == turn(ActionAnswer(), "mentor_who", check=WAITING, text="who?").text

    @pytest.mark.parametrize("action", [ActionWhy, ActionMySituation, ActionUnsure])
    def test_follow_ups_do_not_end_the_check_either(self, action: type[Any]) -> None:
        said = turn(action(), "ask_why", check=WAITING, answered="mentor_who", text="why?")
        assert said.text.endswith("\n" + asked(BASE.components[THIRD], BASE, TEXTS))
        assert said.buttons[-1] == BACK

    def test_where_the_reply_asks_something_itself_the_pending_question_is_only_pointed_to(self) -> None:
        said = turn(ActionDescribe(), check=WAITING, text="so it is", facts=[("psw_started=yes", "so it is")])
        assert said.remembered["asked_fact"]
        assert said.text.endswith("\nYour readiness check waits at question 3 of 33.")
        assert said.buttons[-1] == BACK

    def test_nothing_is_added_after_the_check_was_stopped(self) -> None:
        stopped = as_slot(Check({FIRST: "no"}))
        assert turn(ActionAnswer(), "mentor_who", check=stopped) == turn(ActionAnswer(), "mentor_who")


class TestMoving:
    def test_the_check_goes_on_at_the_question_that_waits(self) -> None:
        said = turn(ActionContinueCheck(), "continue_check", check=WAITING, asked_fact="mentor_named")
        assert (said.text, kept(said)) == (asks(THIRD), WAITING)
        assert said.remembered["asked_fact"] is None

    def test_going_back_asks_the_question_before_and_says_its_answer(self) -> None:
        said = turn(ActionGoBack(), "go_back", check=WAITING)
        assert said.text == f"{asks(SECOND)}\nYour answer so far: no."
        assert kept(said)["pending"] == SECOND

    def test_at_the_first_question_going_back_says_that_it_is_the_first(self) -> None:
        said = turn(ActionGoBack(), "go_back", check=as_slot(Check(pending=FIRST)))
        assert said.text == f"{TEXTS.get('check.nothing_before')}\n{asks(FIRST)}"

    def test_without_a_check_there_is_nowhere_to_go_back_to(self) -> None:
        said = turn(ActionGoBack(), "go_back")
        assert (said.text, said.events) == (TEXTS.get("check.nothing_running"), [])


class TestResult:
    def test_the_result_so_far_is_shown_and_the_check_waits_no_more(self) -> None:
        said = turn(ActionShowResult(), "show_result", check=WAITING, situation={"mentor_named": ["yes", ""]})
        check = Check({FIRST: "partly", SECOND: "no"})
        expected = shown(result(check, {"mentor_named": "yes"}, BASE), BASE, TEXTS)
        assert (said.text, said.image) == (expected.text, expected.image)
        assert kept(said) == as_slot(check)

    @pytest.mark.parametrize("level", ["organisation", "preparation"])
    def test_a_button_shows_a_level_in_full(self, level: str) -> None:
        said = turn(ActionShowResult(), "show_result", check=WAITING, entities=[{"entity": "level", "value": level}])
        expected = shown_level(result(Check({FIRST: "partly", SECOND: "no"}), {}, BASE), level, BASE, TEXTS)
        assert (said.text, said.image, said.events) == (expected.text, "", [])

    @pytest.mark.parametrize("forged", ["cellar", 42, ["team"]])
    def test_a_forged_level_shows_the_whole(self, forged: object) -> None:
        forged_level = [{"entity": "level", "value": forged}]
        said = turn(ActionShowResult(), "show_result", check=WAITING, entities=forged_level)
        assert said.text == turn(ActionShowResult(), "show_result", check=WAITING).text

    def test_an_earlier_result_is_taken_and_compared_with(self) -> None:
        document = as_file(result(Check({SECOND: "yes"}), {}, BASE), datetime.date(2026, 1, 31))
        carried = [{"entity": "result", "value": document}]
        loaded = turn(ActionLoadResult(), "load_result", check=WAITING, entities=carried)
        assert "2026-01-31" in loaded.text
        expected = Check({FIRST: "partly", SECOND: "no"}, THIRD, Earlier({SECOND: "yes"}, "2026-01-31"))
        assert loaded.remembered == {"check": as_slot(expected)}
        said = turn(ActionShowResult(), "show_result", check=kept(loaded))
        title = TEXTS.say(BASE.components[SECOND].title)
        assert f"Since the earlier check of 2026-01-31: {title}, from yes to no." in said.text

    @pytest.mark.parametrize("carried", [None, "", "{}", 42])
    def test_a_document_that_is_no_result_changes_nothing_and_it_is_said_why(self, carried: object) -> None:
        said = turn(ActionLoadResult(), "load_result", check=WAITING, entities=[{"entity": "result", "value": carried}])
        assert said.text in TEXTS.at("check.file").values()
        assert said.events == []
