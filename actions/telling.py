"""What follow-ups share that tell something new each time: they remember what they told on the question."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Collection

from rasa_sdk import Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.about import question_meant
from actions.check import reminded
from actions.earlier import answered_now
from actions.follow_up import FollowUp
from actions.knowledge import advice_on, say
from actions.situation import situation_before
from bot.knowledge import rule_base
from bot.presentation.reply import Reply
from bot.presentation.telling import Told
from bot.reasoning.advise import Advice


class Telling(FollowUp):
    """The slot “told” holds the question, then the findings told on it; with another question it begins anew."""

    @abstractmethod
    def tell(self, advice: Advice, told: Collection[str]) -> Told:
        """The reply about advice of which these findings were told before."""

    def reply(self, advice: Advice) -> Reply:
        return self.tell(advice, ()).reply

    def otherwise(self, dispatcher: CollectingDispatcher, tracker: Tracker) -> list[EventType]:
        question = question_meant(tracker)
        if question is None:
            return super().otherwise(dispatcher, tracker)
        before = _told_before(question, tracker)
        news = self.tell(advice_on(question, situation_before(tracker)), before)
        say(reminded(news.reply, tracker), dispatcher)
        return [*answered_now(question, tracker), SlotSet("told", [question, *before, *news.findings])]


def _told_before(question: str, tracker: Tracker) -> list[str]:
    told = tracker.get_slot("told")
    if not isinstance(told, list) or told[:1] != [question]:
        return []
    return [key for key in told[1:] if isinstance(key, str) and key in rule_base().findings]
