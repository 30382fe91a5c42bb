"""What actions know, and how they speak."""

from __future__ import annotations

from rasa_sdk.executor import CollectingDispatcher

from actions.knowledge import say
from bot.knowledge import rule_base, texts
from bot.paths import RULES
from bot.presentation.reply import Button, Reply
from bot.rulebase.loader import load


def test_the_rule_base_and_the_texts_are_read_once_for_the_process() -> None:
    assert rule_base() is rule_base()
    assert texts() is texts()


def test_the_rule_base_is_the_project_s_own() -> None:
    assert rule_base() == load(RULES)


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
