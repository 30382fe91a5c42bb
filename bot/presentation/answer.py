"""The first reply to a question: bottom line first, sources last, at most 180 words."""

from __future__ import annotations

from bot.presentation.conditions import in_words
from bot.presentation.reply import Button, Reply, payload
from bot.presentation.sources import sources_line
from bot.presentation.texts import Texts
from bot.reasoning.advise import Advice, Point
from bot.reasoning.truth import Truth
from bot.rulebase.model import RuleBase

BULLET = "• "
FOLLOW_UPS = ("ask_why", "ask_sources", "ask_pitfalls", "ask_checklist", "ask_related")


def answer(advice: Advice, base: RuleBase, texts: Texts) -> Reply:
    """Renders advice as one message."""
    lines = [_worded(point, base, texts) for point in advice.bottom_lines]
    lines += _section("labels.steps", advice.steps, base, texts)
    lines += _paragraph("labels.watch_out", advice.watch_out, base, texts)
    lines += _paragraph("labels.differ", advice.differ, base, texts)
    lines += _paragraph("labels.silent", advice.silent, base, texts)
    if advice.findings():
        lines.append(sources_line(advice.findings(), base, texts))
    return Reply("\n".join(lines), _buttons(advice, texts))


def _section(label: str, points: tuple[Point, ...], base: RuleBase, texts: Texts) -> list[str]:
    if not points:
        return []
    return [texts.get(label), *(BULLET + _worded(point, base, texts) for point in points)]


def _paragraph(label: str, points: tuple[Point, ...], base: RuleBase, texts: Texts) -> list[str]:
    if not points:
        return []
    return [" ".join([texts.get(label), *(_worded(point, base, texts) for point in points)])]


def _worded(point: Point, base: RuleBase, texts: Texts) -> str:
    statement = texts.say(point.statement.says)
    if point.evaluation.value is Truth.TRUE:
        return statement
    return texts.get("labels.if", condition=in_words(point.open, base, texts), statement=statement)


def _buttons(advice: Advice, texts: Texts) -> tuple[Button, ...]:
    return tuple(Button(texts.get(f"buttons.{intent}"), payload(intent, advice.question.id)) for intent in FOLLOW_UPS)
