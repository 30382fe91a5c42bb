"""When the bot is unsure what was meant."""

from __future__ import annotations

from actions.unsure import ActionUnsure
from bot.knowledge import rule_base, texts

from .talk import turn

ALL = list(rule_base().questions)


def test_the_three_likeliest_questions_are_offered_in_their_order() -> None:
    said = turn(ActionUnsure(), "nlu_fallback", ranking=["nlu_fallback", *ALL[5:10]])
    assert said.text == texts().get("unsure.ask")
    assert [button.payload for button in said.buttons] == [f"/{question}" for question in ALL[5:8]]
    assert [button.title for button in said.buttons] == [
        texts().say(rule_base().questions[question].asks) for question in ALL[5:8]
    ]


def test_only_questions_of_the_rule_base_are_offered() -> None:
    said = turn(ActionUnsure(), "nlu_fallback", ranking=["greet", "out_of_scope", ALL[0], "nonsense", "ask_why"])
    assert [button.payload for button in said.buttons] == [f"/{ALL[0]}"]


def test_what_is_covered_is_said_where_no_question_is_likely() -> None:
    for ranking in (["nlu_fallback"], ["nlu_fallback", "greet"]):
        said = turn(ActionUnsure(), "nlu_fallback", ranking=ranking)
        assert said.text == texts().get("unsure.nothing")
        assert all(
            topic in said.text for topic in ("recruiting", "preparing staff", "the role", "supervision", "money")
        )
        assert said.buttons == ()


def test_what_was_answered_before_is_still_remembered() -> None:
    before = rule_base().questions[ALL[0]]
    far = [
        key for key, each in rule_base().questions.items() if each.topic != before.topic and key not in before.related
    ]
    assert turn(ActionUnsure(), "nlu_fallback", ranking=far, answered=before.id).events == []
