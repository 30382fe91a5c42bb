"""Goes back to the question of the readiness check before."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from actions.check import check_of
from actions.check_asking import go_on
from actions.knowledge import say
from actions.situation import known
from bot.knowledge import texts
from bot.presentation.check import nothing_running
from bot.readiness.check import gone_back


class ActionGoBack(Action):
    """Answers given so far stay; where there is no question before, that is said."""

    def name(self) -> str:
        return "action_go_back"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[EventType]:
        check = check_of(tracker)
        back = gone_back(check)
        if back.pending is None:
            say(nothing_running(texts()), dispatcher)
            return []
        before = texts().get("check.nothing_before") if back == check else ""
        return go_on(back, known(tracker), tracker, dispatcher, before)
