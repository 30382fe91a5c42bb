"""Takes “yes” or “no” as the answer to the question that was asked last."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from actions.answering import said
from actions.check import reminded
from actions.check_answer import take
from actions.describe import answer_situation
from actions.knowledge import say
from actions.situation import told
from bot.knowledge import rule_base, texts
from bot.presentation.reply import Reply
from bot.rulebase.model import YES_NO

VALUES = {"affirm": "yes", "deny": "no"}


class ActionYesNo(Action):
    """Of the situation or of the readiness check, whichever was asked last; where neither was, says so."""

    def name(self) -> str:
        return "action_yes_no"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[EventType]:
        given = said(tracker)
        if given is not None:
            return take(*given, tracker, dispatcher)
        base, asked = rule_base(), tracker.get_slot("asked_fact")
        if not isinstance(asked, str) or asked not in base.facts or base.facts[asked].values != YES_NO:
            say(reminded(Reply(texts().get("situation.nothing_asked")), tracker), dispatcher)
            return []
        value = VALUES.get(str(tracker.get_intent_of_latest_message()), "")
        text = tracker.latest_message.get("text") or ""
        words = "" if text.startswith("/") else text
        return answer_situation([*told(tracker), (f"{asked}={value}", words)], tracker, dispatcher)
