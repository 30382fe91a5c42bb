"""What to do first: the steps of an answer in order, or else the checklist."""

from __future__ import annotations

from bot.presentation.answer import BULLET, worded
from bot.presentation.follow_ups import checklist_items, fitting, related_buttons
from bot.presentation.reply import Reply
from bot.presentation.texts import Texts
from bot.reasoning.advise import Advice
from bot.rulebase.model import RuleBase


def first(advice: Advice, base: RuleBase, texts: Texts) -> Reply:
    """The steps of the advice, each with what it rests on; where there are none, the closest items of the checklist."""
    steps = [
        BULLET
        + texts.get(
            "follow_ups.first_step",
            number=number,
            says=worded(point, base, texts),
            basis=texts.get(f"bases.{point.statement.basis}"),
        )
        for number, point in enumerate(advice.steps, 1)
    ]
    if steps:
        return _listed(texts.get("follow_ups.first"), steps, advice, base, texts)
    items = checklist_items(advice, base, texts)
    if items:
        topic = texts.say(base.topics[advice.question.topic].title)
        return _listed(texts.get("follow_ups.first_checklist", topic=topic), items, advice, base, texts)
    return Reply(texts.get("follow_ups.first_nothing"), related_buttons(advice, base, texts))


def _listed(heading: str, items: list[str], advice: Advice, base: RuleBase, texts: Texts) -> Reply:
    return Reply("\n".join([heading, *items[: fitting(items, heading)]]), related_buttons(advice, base, texts))
