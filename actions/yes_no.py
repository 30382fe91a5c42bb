"""Takes “yes” or “no” as the answer to the question that was asked last."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from actions.answering import said
from actions.asked_for import told_by_yes_or_no
from actions.check import reminded
from actions.check_answer import take
from actions.knowledge import say
from actions.replying import answer_situation
from actions.situation import told
from bot.knowledge import texts
from bot.presentation.reply import Reply


class ActionYesNo(Action):
    """Of the situation or of the readiness check, whichever was asked last; where neither was, it may tell facts alone."""

    def name(self) -> str:
        return "action_yes_no"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[EventType]:
        given = said(tracker)
        if given is not None:
            return take(*given, tracker, dispatcher)
        answer, news, text = told_by_yes_or_no(tracker), told(tracker), tracker.latest_message.get("text") or ""
        if answer:
            news.append((answer, "" if text.startswith("/") else text))
        if not news:
            say(reminded(Reply(texts().get("situation.nothing_asked")), tracker), dispatcher)
            return []
        return answer_situation(news, tracker, dispatcher)
