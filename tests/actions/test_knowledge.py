"""What actions know, and how they read the tracker and speak."""

from __future__ import annotations

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.knowledge import question_meant, say
from bot.knowledge import rule_base, texts
from bot.paths import RULES
from bot.presentation.reply import Button, Reply
from bot.rulebase.loader import load


def _tracker(*entities: dict[str, object], slots: dict[str, object] | None = None) -> Tracker:
    return Tracker("anybody", slots or {}, {"entities": list(entities)}, [], False, None, {}, None)


def test_the_rule_base_and_the_texts_are_read_once_for_the_process() -> None:
    assert rule_base() is rule_base()
    assert texts() is texts()


def test_the_rule_base_is_the_project_s_own() -> None:
    assert rule_base() == load(RULES)


def test_a_question_carried_by_the_message_goes_before_the_one_answered_last() -> None:
    carried = {"entity": "question", "value": "funding_permanent"}
    assert question_meant(_tracker(carried, slots={"answered": "mentor_who"})) == "funding_permanent"


def test_other_entities_do_not_count() -> None:
    assert question_meant(_tracker({"entity": "topic", "value": "mentor_who"})) is None


def test_no_question_is_meant_before_anything_was_answered() -> None:
    assert question_meant(_tracker()) is None
    assert question_meant(Tracker("anybody", {}, None, [], False, None, {}, None)) is None


def test_a_reply_is_one_message_with_its_buttons() -> None:
    dispatcher = CollectingDispatcher()
    say(Reply("one\ntwo", (Button("Why?", "/ask_why"),)), dispatcher)
    assert [(message["text"], message["buttons"]) for message in dispatcher.messages] == [
        ("one\ntwo", [{"title": "Why?", "payload": "/ask_why"}])
    ]


def test_a_picture_goes_with_its_message() -> None:
    dispatcher = CollectingDispatcher()
    say(Reply("one", image="data:image/svg+xml,x"), dispatcher)
    assert [(message["text"], message["image"]) for message in dispatcher.messages] == [("one", "data:image/svg+xml,x")]
