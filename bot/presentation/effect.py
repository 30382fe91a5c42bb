"""What came of it: outcomes as others saw them, never as something that was measured."""

from __future__ import annotations

from bot.presentation.answer import BULLET
from bot.presentation.follow_ups import fitting, related_buttons
from bot.presentation.likeness import beyond
from bot.presentation.reply import Reply
from bot.presentation.sources import in_short
from bot.presentation.texts import Texts
from bot.reasoning.advise import Advice
from bot.rulebase.model import RuleBase

MOST_OUTCOMES = 3


def effect(advice: Advice, base: RuleBase, texts: Texts) -> Reply:
    """Outcomes among the findings of the advice, then of its topic; and that no study measured effects."""
    own = [BULLET + in_short(each, base, texts) for each in advice.findings() if each.outcome]
    topic = texts.say(base.topics[advice.question.topic].title)
    wider = [
        BULLET + texts.get("follow_ups.on_topic", topic=topic, told=in_short(each, base, texts))
        for each in beyond(advice, base, texts)
        if each.outcome
    ]
    items = [*own, *wider][:MOST_OUTCOMES]
    heading = texts.get("follow_ups.effect" if items else "follow_ups.effect_none")
    last = texts.get("follow_ups.effect_not_measured")
    lines = [heading, *items[: fitting(items, heading, last)], last]
    return Reply("\n".join(lines), related_buttons(advice, base, texts))
