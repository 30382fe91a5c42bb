"""“Can I have that as a Word file?”"""

from __future__ import annotations

import pytest

from actions.take_away import ActionTakeAway
from bot.documents.offered import PLAN, offer, talk_in
from bot.knowledge import rule_base, texts
from bot.presentation.take_away import take_away

from .talk import Turn, turn

KNOWN = {"mentor_named": ["no", "no mentor yet"]}


def expected(*names: str, lacking: tuple[str, ...] = (), **slots: object) -> Turn:
    offers = [offer(name, talk_in(slots, rule_base()), rule_base(), texts()) for name in names]
    reply = take_away(offers, lacking, rule_base(), texts())
    return Turn(reply.text, reply.buttons, "", [], tuple(vars(each) for each in reply.documents))


def test_after_a_described_situation_the_plan_is_handed_out() -> None:
    said = turn(ActionTakeAway(), "take_away", text="as a Word file?", situation=KNOWN, answered="describe_situation")
    assert said == expected(PLAN, situation=KNOWN)
    [document] = said.documents
    assert (document["document"], document["own_words"], document["result_file"]) == ("plan", True, False)


def test_after_an_answer_too_but_without_own_words() -> None:
    said = turn(ActionTakeAway(), "take_away", text="print it", answered="mentor_who")
    assert said == expected(PLAN, answered="mentor_who")
    assert [document["own_words"] for document in said.documents] == [False]


def test_where_nothing_was_said_yet_nothing_is_handed_out() -> None:
    said = turn(ActionTakeAway(), "take_away", text="print it")
    assert said == expected(lacking=(PLAN,)) and said.documents == ()


def test_after_a_readiness_check_its_result_and_a_sheet_for_the_staff_are_handed_out_too() -> None:
    check = {"answers": {"steering_group": "no"}, "pending": None, "earlier": None}
    said = turn(ActionTakeAway(), "take_away", text="on paper please", check=check)
    assert said == expected(PLAN, "readiness", "staff_questions", check=check)


def test_without_a_check_there_is_no_result_to_hand_out() -> None:
    said = turn(ActionTakeAway(), "take_away", text="the result of the check as a document")
    assert said == expected(lacking=("readiness",))


def test_a_template_that_the_words_name_is_handed_out() -> None:
    said = turn(ActionTakeAway(), "take_away", text="write me a function description", situation=KNOWN)
    assert said == expected("function_description", situation=KNOWN)


def test_a_button_says_which_template() -> None:
    said = turn(ActionTakeAway(), "take_away", text="/take_away", entities=[{"entity": "document", "value": "advert"}])
    assert said == expected("advert")


@pytest.mark.parametrize("document", ["poster", "", None, ["advert"], {"a": 1}])
def test_a_document_that_does_not_exist_counts_as_none(document: object) -> None:
    carried = [{"entity": "document", "value": document}]
    said = turn(ActionTakeAway(), "take_away", entities=carried, answered="mentor_who")
    assert said == expected(PLAN, answered="mentor_who")


def test_what_was_answered_last_stays_so() -> None:
    assert turn(ActionTakeAway(), "take_away", situation=KNOWN, answered="mentor_who").events == []
