"""What to do first: the steps of an answer in order, or else the checklist."""

from __future__ import annotations

from collections.abc import Sequence

from bot.presentation.answer import BULLET, worded
from bot.presentation.follow_ups import checklist_items, fitting, related_buttons
from bot.presentation.reply import Reply
from bot.presentation.texts import Texts
from bot.reasoning.advise import Advice, Point
from bot.reasoning.concerns import Assessment
from bot.rulebase.model import RuleBase


def first(advice: Advice, base: RuleBase, texts: Texts) -> Reply:
    """The steps of the advice, each with what it rests on; where there are none, the closest items of the checklist."""
    steps = _numbered(advice.steps, base, texts)
    if steps:
        return _listed(texts.get("follow_ups.first"), steps, advice, base, texts)
    items = checklist_items(advice, base, texts)
    if items:
        topic = texts.say(base.topics[advice.question.topic].title)
        return _listed(texts.get("follow_ups.first_checklist", topic=topic), items, advice, base, texts)
    return Reply(texts.get("follow_ups.first_nothing"), related_buttons(advice, base, texts))


def first_in_situation(assessment: Assessment, base: RuleBase, texts: Texts) -> Reply | None:
    """The first step of each thing that a situation calls for, in order; none where nothing is raised."""
    points = [raised.steps[0] for raised in assessment.raised if raised.steps]
    if not points:
        return None
    heading, steps = texts.get("follow_ups.first"), _numbered(points, base, texts)
    return Reply("\n".join([heading, *steps[: fitting(steps, heading)]]))


def _numbered(points: Sequence[Point], base: RuleBase, texts: Texts) -> list[str]:
    return [
        BULLET
        + texts.get(
            "follow_ups.first_step",
            number=number,
            says=worded(point, base, texts),
            basis=texts.get(f"bases.{point.statement.basis}"),
        )
        for number, point in enumerate(points, 1)
    ]


def _listed(heading: str, items: list[str], advice: Advice, base: RuleBase, texts: Texts) -> Reply:
    return Reply("\n".join([heading, *items[: fitting(items, heading)]]), related_buttons(advice, base, texts))
