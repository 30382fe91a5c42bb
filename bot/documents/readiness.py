"""The result of a readiness check on paper, and a sheet on which the staff can answer its questions about them too."""

from __future__ import annotations

from collections.abc import Iterator

from bot.documents.document import Blank, Block, Bullets, Cell, Document, Heading, Paragraph, Table
from bot.documents.frame import Frame
from bot.presentation.check_result import moved
from bot.presentation.sources import full_sources
from bot.presentation.standings import MARKS, in_counts, lacking
from bot.readiness.check import ANSWERS
from bot.readiness.result import Result, Standing
from bot.rulebase.model import LEVELS, Finding

SHADES = {"yes": "dark", "partly": "light", "no": "warm", "unknown": "grey", "open": ""}
"""How a cell is shaded by how a component stands; its mark and words say the same."""
OPTIONS = ANSWERS[:4]
"""What a question on paper can be answered with; skipping needs no column."""


def readiness(result: Result, frame: Frame) -> Document:
    """How each component stands, what is missing with who can act, what is not known, and what has moved."""
    texts, findings = frame.texts, _findings(result, frame)
    silences = [texts.say(each.component.silent.says) for each in result.gaps if each.component.silent]
    blocks: list[Block] = [
        frame.note("made"),
        Paragraph(frame.texts.get("check.result", counts=in_counts(result, frame.texts))),
        Paragraph(frame.texts.get("check.fixed")),
        *([Paragraph(moved(result, result.earlier, frame.texts))] if result.earlier else []),
        *(block for level in LEVELS for block in _level(result, level, frame)),
        *_list(frame.get("readiness.strengths"), [texts.say(each.component.strength) for each in result.strengths]),
        *_gaps(result, frame),
        *_list(frame.get("readiness.unsettled"), [texts.say(each.component.asks) for each in result.unsettled]),
        *frame.limits(silences, findings),
        *frame.sources(full_sources(findings, frame.base, frame.texts)),
    ]
    return frame.document(frame.get("readiness.title"), blocks)


def staff_questions(frame: Frame) -> Document:
    """The questions on which the staff can act, to be answered by them on paper."""
    asked = [each for each in frame.base.components.values() if "staff" in each.who]
    header = (frame.get("staff.question"), *(frame.texts.get(f"check.buttons.{answer}") for answer in OPTIONS))
    rows = tuple((frame.texts.say(each.asks), *("" for _ in OPTIONS)) for each in asked)
    blocks: list[Block] = [
        frame.note("staff.made"),
        Paragraph(frame.get("staff.lead")),
        Table(frame.get("staff.about"), header, rows, shares=(10, 2, 2, 2, 3)),
        Blank(frame.get("staff.add")),
    ]
    return frame.document(frame.get("staff.title"), blocks)


def _level(result: Result, level: str, frame: Frame) -> Iterator[Block]:
    standings = result.at(level)
    if standings:
        name = frame.texts.get(f"check.levels.{level}")
        yield Heading(name)
        rows = tuple(_row(each, frame) for each in standings)
        about = frame.get("readiness.about_level", level=name)
        yield Table(about, frame.row("readiness.level_header"), rows, shares=(6, 4, 10))


def _row(standing: Standing, frame: Frame) -> tuple[str | Cell, ...]:
    component, stands = standing.component, standing.stands
    how = Cell(f"{MARKS[stands]} {frame.texts.get(f'check.legend.{stands}')}", SHADES[stands])
    return frame.texts.say(component.title), how, frame.texts.say(component.asks)


def _gaps(result: Result, frame: Frame) -> Iterator[Block]:
    if not result.gaps:
        return
    yield Heading(frame.get("readiness.gaps"))
    rows = tuple(_gap(each, frame) for each in result.gaps)
    about = frame.get("readiness.about_gaps")
    yield Table(about, frame.row("readiness.gap_header"), rows, shares=(5, 7, 5, 4, 3))


def _gap(standing: Standing, frame: Frame) -> tuple[str, ...]:
    component = standing.component
    step = component.step
    return (
        lacking(standing, frame.texts),
        frame.texts.say(step.says) if step else "",
        frame.rests_on(step) if step else "",
        ", ".join(frame.texts.get(f"check.actors.{actor}") for actor in component.who),
        "",
    )


def _list(heading: str, items: list[str]) -> Iterator[Block]:
    if items:
        yield Heading(heading)
        yield Bullets(tuple(items))


def _findings(result: Result, frame: Frame) -> tuple[Finding, ...]:
    """What the steps about gaps rest on."""
    steps = (each.component.step for each in result.gaps)
    cited = (key for step in steps if step for key in step.because)
    return tuple(frame.base.findings[key] for key in dict.fromkeys(cited))
