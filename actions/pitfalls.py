"""Lists the pitfalls others met."""

from __future__ import annotations

from rasa_sdk import Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from actions.check import reminded
from actions.follow_up import FollowUp
from actions.knowledge import say
from bot.knowledge import rule_base, texts
from bot.presentation import follow_ups
from bot.presentation.reply import Reply
from bot.reasoning.advise import Advice
from bot.reasoning.topics import holds_any


class ActionPitfalls(FollowUp):
    """On the topic of the last answer; before any answer, and where they are asked for in general, some of several topics."""

    def name(self) -> str:
        return "action_pitfalls"

    def reply(self, advice: Advice) -> Reply:
        return follow_ups.pitfalls(advice, rule_base(), texts())

    def before_any_answer(self) -> Reply:
        return follow_ups.typical_pitfalls(rule_base(), texts())

    def otherwise(self, dispatcher: CollectingDispatcher, tracker: Tracker) -> list[EventType]:
        if holds_any(tracker.latest_message.get("text") or "", texts().at("follow_ups.in_general")):
            say(reminded(self.before_any_answer(), tracker), dispatcher)
            return []
        return super().otherwise(dispatcher, tracker)
