"""The first reply to a question: bottom line first, sources last, at most 180 words."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.presentation.conditions import in_words
from bot.presentation.reply import Button, Reply, payload
from bot.presentation.sources import briefest_source, question_path, sources_line
from bot.presentation.texts import Texts
from bot.reasoning.advise import Advice, Point
from bot.reasoning.truth import Truth
from bot.rulebase.model import Finding, RuleBase

BULLET = "• "
MOST_WORDS = 180
"""Words of a first reply at most."""
NEARLY_ALL, SHORTEST, STEM = 0.8, 4, 5
"""A finding counts as said if this share of its words, of at least so many letters, begin as words of the answer do."""
FOLLOW_UPS = ("ask_why", "ask_sources", "ask_pitfalls", "ask_checklist", "ask_related")


def answer(advice: Advice, base: RuleBase, texts: Texts) -> Reply:
    """Renders advice as one message.

    A finding that was asked for comes first, one that may have been meant follows the advice; neither where the advice
    says the same anyway. Where they make the message too long, the last steps and warnings give way to them, since
    “Why?” still has all of those; if that is not enough, the findings that may have been meant.
    """
    reply = _fitted(advice, base, texts)
    while reply.words() > MOST_WORDS and advice.near:
        advice = replace(advice, near=advice.near[:-1])
        reply = _fitted(advice, base, texts)
    return reply


def _fitted(advice: Advice, base: RuleBase, texts: Texts) -> Reply:
    """The reply with as many steps and warnings as there is room for beside what was or may have been asked for."""
    shown = _news(advice, base, texts)
    reply = _rendered(shown, base, texts)
    while reply.words() > MOST_WORDS and (shown.asked or shown.near) and (advice.steps or advice.watch_out):
        advice = _shortened(advice)
        shown = _news(advice, base, texts)
        reply = _rendered(shown, base, texts)
    return reply


def _news(advice: Advice, base: RuleBase, texts: Texts) -> Advice:
    """The advice without what was asked for where it says the same anyway."""
    plain = _rendered(replace(advice, asked=(), near=()), base, texts).text

    def unsaid(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
        return tuple(finding for finding in findings if not _says(plain, texts.say(finding.says)))

    return replace(advice, asked=unsaid(advice.asked), near=unsaid(advice.near))


def _shortened(advice: Advice) -> Advice:
    """Without its last step, but the first step stays as long as there are warnings."""
    if len(advice.steps) > 1 or not advice.watch_out:
        return replace(advice, steps=advice.steps[:-1])
    return replace(advice, watch_out=advice.watch_out[:-1])


def _rendered(advice: Advice, base: RuleBase, texts: Texts) -> Reply:
    lines = [_told(finding, base, texts) for finding in advice.asked]
    lines += [worded(point, base, texts) for point in advice.bottom_lines]
    lines += _section("labels.steps", advice.steps, base, texts)
    lines += _paragraph("labels.watch_out", advice.watch_out, base, texts)
    lines += _paragraph("labels.differ", advice.differ, base, texts)
    lines += _paragraph("labels.silent", advice.silent, base, texts)
    if advice.near:
        lines += [texts.get("labels.near"), *(BULLET + _told(finding, base, texts) for finding in advice.near)]
    if advice.findings():
        lines.append(f"{sources_line(advice.findings(), base, texts)} {question_path(advice.question)}")
    return Reply("\n".join(lines), _buttons(advice, texts))


def _told(finding: Finding, base: RuleBase, texts: Texts) -> str:
    source = briefest_source(finding, base, texts)
    return texts.get("labels.told", says=texts.say(finding.says), source=source)


def _says(text: str, finding: str) -> bool:
    """Whether a text has nearly all the content words of a finding, by their beginnings."""
    words, sought = _content(text), _content(finding)
    return len(sought & words) >= NEARLY_ALL * len(sought)


def _content(text: str) -> set[str]:
    return {word[:STEM] for word in re.findall(r"\w+", text.casefold()) if len(word) >= SHORTEST}


def _section(label: str, points: tuple[Point, ...], base: RuleBase, texts: Texts) -> list[str]:
    if not points:
        return []
    return [texts.get(label), *(BULLET + worded(point, base, texts) for point in points)]


def _paragraph(label: str, points: tuple[Point, ...], base: RuleBase, texts: Texts) -> list[str]:
    if not points:
        return []
    return [" ".join([texts.get(label), *(worded(point, base, texts) for point in points)])]


def worded(point: Point, base: RuleBase, texts: Texts) -> str:
    """What a point says, with “If …:” before it while its condition is unknown."""
    statement = texts.say(point.statement.says)
    if point.evaluation.value is Truth.TRUE:
        return statement
    return texts.get("labels.if", condition=in_words(point.open, base, texts), statement=statement)


def _buttons(advice: Advice, texts: Texts) -> tuple[Button, ...]:
    return tuple(Button(texts.get(f"buttons.{intent}"), payload(intent, advice.question.id)) for intent in FOLLOW_UPS)
