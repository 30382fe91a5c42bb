"""The two full answers: to a question, and to a described situation."""

from __future__ import annotations

from rasa_sdk import Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.asked import also_asked, findings
from actions.check import reminded
from actions.earlier import answered_now
from actions.knowledge import say
from actions.opening import opened
from actions.situation import DESCRIBED, known, remember, remembered, told
from bot.knowledge import rule_base, texts
from bot.presentation.answer import answer
from bot.presentation.reply import Reply
from bot.presentation.situation import assessed
from bot.reasoning.advise import advise
from bot.reasoning.concerns import assess
from bot.reasoning.meant import Meant
from bot.situation.memory import values, with_told


def answer_to(asked: Meant, tracker: Tracker, dispatcher: CollectingDispatcher) -> list[EventType]:
    """Says the answer to a question, and remembers the question as the one answered."""
    base, memory = rule_base(), known(tracker)
    advice = advise(base, asked.question, values(memory), findings(tracker, "asked"), findings(tracker, "near"))
    other = base.questions[asked.other] if asked.other else None
    also = [advise(base, question, values(memory)) for question in also_asked(tracker) if question != asked.question]
    reply, noted = opened(answer(advice, base, texts(), other, also), told(tracker), tracker)
    say(reminded(reply, tracker), dispatcher)
    return [*remember(memory), *noted, *answered_now(asked.question, tracker)]


def answer_situation(
    news: list[tuple[str, str]], tracker: Tracker, dispatcher: CollectingDispatcher
) -> list[EventType]:
    """Says what the situation with these news calls for, and remembers it, that it was answered, and what was asked."""
    memory = with_told(remembered(tracker), news, rule_base())
    if not memory:
        say(reminded(Reply(texts().get("situation.nothing_known")), tracker), dispatcher)
        return []
    assessment = assess(rule_base(), values(memory))
    reply, noted = opened(assessed(assessment, values(memory), rule_base(), texts()), news, tracker)
    say(reminded(reply, tracker, assessment.question is not None), dispatcher)
    return [*remember(memory), *noted, SlotSet("answered", DESCRIBED), SlotSet("asked_fact", assessment.question)]
