"""The plan: what a conversation came to, with room for who does it and by when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from bot.documents.document import Block, Bullets, Document, Heading, Paragraph, Table
from bot.documents.frame import Frame
from bot.presentation.answer import worded
from bot.presentation.situation import fact_in_words, raised_in_words
from bot.presentation.sources import full_sources
from bot.readiness.result import Result
from bot.reasoning.advise import Advice, Point, advise, point
from bot.reasoning.concerns import Assessment, assess, closest_question
from bot.reasoning.evaluate import Evaluation, Situation
from bot.rulebase.model import ALWAYS, Component, Finding
from bot.situation.memory import Memory, values

MOST_GAPS = 6
"""Gaps of the readiness check that a plan takes up at most, those that matter earliest; its own document has all."""
MOST_OPEN = 8
"""Open questions that a plan lists at most, those that decide most first."""
EMPTY_ROWS = 3
"""For actions of one's own."""


@dataclass(frozen=True)
class Part:
    """Something to act on: the reason, what to do about it, and what both rest on."""

    title: str
    reason: str
    steps: tuple[Point, ...]
    findings: tuple[Finding, ...]
    evaluations: tuple[Evaluation, ...]
    silent: tuple[Point, ...]


def plan(memory: Memory, checked: Result | None, answered: Advice | None, frame: Frame, *, own_words: bool) -> Document:
    """The plan on what is known of a situation, on a readiness check and on the advice given last, if there was any.

    The manager's own words stand in it only with `own_words`.
    """
    situation = values(memory)
    assessment = assess(frame.base, situation)
    parts = [
        *_of_situation(assessment, situation, frame),
        *_of_check(checked, memory, frame),
        *_of_advice(answered, frame),
    ]
    findings = tuple(dict.fromkeys(finding for part in parts for finding in part.findings))
    blocks: list[Block] = [
        frame.note("made"),
        *_told(memory, frame, own_words=own_words),
        *_actions(parts, frame),
        *_open_questions(assessment, parts, situation, frame),
        *frame.limits(_silences(parts, frame), findings),
        *frame.sources(full_sources(findings, frame.base, frame.texts)),
    ]
    return frame.document(frame.get("plan.title"), blocks)


def _of_situation(assessment: Assessment, situation: Situation, frame: Frame) -> Iterator[Part]:
    for raised in assessment.raised:
        alone = replace(assessment, raised=(raised,))
        closest = closest_question(alone, frame.base)
        yield Part(
            title=frame.texts.say(frame.base.topics[raised.concern.topic].title),
            reason=raised_in_words(raised, situation, frame.base, frame.texts),
            steps=raised.steps,
            findings=alone.findings(),
            evaluations=(raised.evaluation, *(step.evaluation for step in raised.steps)),
            silent=advise(frame.base, closest, situation).silent if closest else (),
        )


def _of_check(checked: Result | None, memory: Memory, frame: Frame) -> Iterator[Part]:
    """What is missing, except where a fact that was told says so: that is part of the situation."""
    gaps = checked.gaps if checked else ()
    left = [each.component for each in gaps if each.component.step and each.component.fact not in memory]
    for component in left[:MOST_GAPS]:
        statements = [each for each in (component.why, component.step) if each is not None]
        reported = component.why or component.silent
        yield Part(
            title=frame.texts.say(component.title),
            reason=frame.with_source(reported) if reported else frame.texts.say(component.gap),
            steps=tuple(step for step in [_step(component, frame)] if step is not None),
            findings=tuple(frame.base.findings[key] for each in statements for key in each.because),
            evaluations=(),
            silent=(),
        )


def _step(component: Component, frame: Frame) -> Point | None:
    return point(frame.base, ALWAYS, component.step, {}) if component.step else None


def _of_advice(advice: Advice | None, frame: Frame) -> Iterator[Part]:
    if advice is None:
        return
    said = " ".join(worded(point, frame.base, frame.texts) for point in (*advice.bottom_lines, *advice.watch_out))
    yield Part(
        title=frame.texts.say(advice.question.asks),
        reason=said,
        steps=advice.steps,
        findings=advice.findings(),
        evaluations=tuple(point.evaluation for point in advice.points()),
        silent=advice.silent,
    )


def _told(memory: Memory, frame: Frame, *, own_words: bool) -> Iterator[Block]:
    if not memory:
        return
    yield Heading(frame.get("plan.situation"))
    items = []
    for key, known in memory.items():
        said = fact_in_words(frame.base.facts[key], known.value, frame.texts)
        words = "".join(letter for letter in known.words if letter.isprintable())  # no file can hold all others
        items.append(frame.texts.get("situation.from_words", said=said, words=words) if own_words and words else said)
    yield Bullets(tuple(items))
    if own_words:
        yield frame.note("plan.own_words")


def _actions(parts: list[Part], frame: Frame) -> Iterator[Block]:
    yield Heading(frame.get("plan.actions"))
    if not parts:
        yield Paragraph(frame.get("plan.nothing_raised"))
    for number, part in enumerate(parts, 1):
        yield Heading(frame.get("plan.part", number=number, title=part.title), level=3)
        yield Paragraph(part.reason)
        if part.steps:
            rows = (
                (worded(step, frame.base, frame.texts), frame.rests_on(step.statement), "", "") for step in part.steps
            )
            yield _action_table(frame.get("plan.about_actions", title=part.title), rows, frame)
    yield Heading(frame.get("plan.own_actions"), level=3)
    yield _action_table(frame.get("plan.about_own_actions"), [("", "", "", "")] * EMPTY_ROWS, frame)


def _action_table(about: str, rows: Iterable[tuple[str, ...]], frame: Frame) -> Table:
    return Table(about, frame.row("plan.action_header"), tuple(rows), shares=(9, 6, 3, 3))


def _open_questions(assessment: Assessment, parts: list[Part], situation: Situation, frame: Frame) -> Iterator[Block]:
    first = [assessment.question] if assessment.question else []
    missing = [fact for part in parts for evaluation in part.evaluations for fact in evaluation.missing]
    facts = [*dict.fromkeys([*first, *missing])][:MOST_OPEN]
    if not facts:
        return
    yield Heading(frame.get("plan.open"))
    yield Paragraph(frame.get("plan.open_why"))
    rows = tuple((frame.texts.say(frame.base.facts[fact].asks), "", "") for fact in facts)
    yield Table(frame.get("plan.about_open"), frame.row("plan.open_header"), rows, shares=(9, 6, 6))


def _silences(parts: list[Part], frame: Frame) -> list[str]:
    return [*dict.fromkeys(worded(point, frame.base, frame.texts) for part in parts for point in part.silent)]
