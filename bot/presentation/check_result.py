"""The result of a readiness check: how each level stands, what to do first, what has moved; and each level in full."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.presentation.answer import BULLET
from bot.presentation.check import start_button
from bot.presentation.check_picture import picture
from bot.presentation.follow_ups import fitting
from bot.presentation.reply import Button, Reply, payload
from bot.presentation.situation import MOST_WORDS
from bot.presentation.sources import briefest_source
from bot.presentation.standings import MARKS, in_counts, lacking, level_in_words
from bot.presentation.texts import Texts
from bot.readiness.check import Earlier
from bot.readiness.result import Result, Standing
from bot.rulebase.model import LEVELS, Component, RuleBase, Statement

MOST_STEPS, MOST_MOVES = 3, 6
"""Things to do first, and things that have moved, that the message names at most."""
IN_DETAIL = ("no", "partly", "unknown", "open", "yes")
"""How what stands how is ordered where a level is told in full."""


def shown(result: Result, base: RuleBase, texts: Texts) -> Reply:
    """The result with its picture; steps give way where all of it is too long. Where nothing is known, that is said."""
    if all(each.stands == "open" for each in result.standings):
        text = texts.get("check.nothing_answered", count=len(result.standings))
        return Reply(text, (start_button(texts),))
    steps = steps_in_words(result, base, texts)[:MOST_STEPS]
    text = "\n".join(_lines(result, steps, texts))
    while steps and Reply(text).words() > MOST_WORDS:
        steps = steps[:-1]
        text = "\n".join(_lines(result, steps, texts))
    return Reply(text, _buttons(result, texts), picture(result, texts))


def shown_level(result: Result, level: str, base: RuleBase, texts: Texts) -> Reply:
    """Every answer of a level, gaps first; what the studies report on them as far as there is room."""
    ordered = sorted(result.at(level), key=lambda each: IN_DETAIL.index(each.stands))
    heading = texts.get("check.of_level", level=texts.get(f"check.levels.{level}"))
    explained = len(result.gaps)
    text = ""
    while not text or (explained >= 0 and Reply(text).words() > MOST_WORDS):
        items = (_item(each, number < explained, base, texts) for number, each in enumerate(ordered))
        text = "\n".join([heading, *(BULLET + item for item in items)])
        explained -= 1
    return Reply(text, _buttons(result, texts, without=level))


def explained(component: Component, base: RuleBase, texts: Texts) -> Reply:
    """Why a question is asked: what the studies report on it, or that they do not, and what to do where it is a gap."""
    report = component.why or component.silent
    lines = [texts.get("check.why"), *([_reported(report, base, texts)] if report else [])]
    if component.step is not None:
        lines.append(texts.get("check.if_gap", step=_step(component.step, base, texts)))
    return Reply("\n".join(lines))


def to_do_first(result: Result, base: RuleBase, texts: Texts) -> Reply:
    """The steps for all gaps, as many as a message holds; where there are none, that is said."""
    steps = steps_in_words(result, base, texts)
    if not steps:
        return Reply(texts.get("check.nothing_to_do"), _buttons(result, texts))
    heading = texts.get("check.first")
    numbered = [f"{number}. {step}" for number, step in enumerate(steps, 1)]
    return Reply("\n".join([heading, *numbered[: fitting(numbered, heading)]]), _buttons(result, texts))


def steps_in_words(result: Result, base: RuleBase, texts: Texts) -> list[str]:
    """What to do about each gap for which there is a step, what that rests on, and who can act; the earliest first."""
    return [
        texts.get(
            "check.step",
            gap=_capital(lacking(each, texts)),
            step=_step(each.component.step, base, texts),
            who=", ".join(texts.get(f"check.actors.{actor}") for actor in each.component.who),
        )
        for each in result.gaps
        if each.component.step is not None
    ]


def _lines(result: Result, steps: Sequence[str], texts: Texts) -> Iterator[str]:
    yield texts.get("check.result", counts=in_counts(result, texts))
    yield from (level_in_words(result, level, texts) for level in LEVELS if result.at(level))
    if steps:
        yield texts.get("check.first")
    yield from (f"{number}. {step}" for number, step in enumerate(steps, 1))
    if result.earlier is not None:
        yield moved(result, result.earlier, texts)
    yield texts.get("check.fixed")


def moved(result: Result, earlier: Earlier, texts: Texts) -> str:
    """What stands otherwise than at the earlier check, what went forward first."""
    since = texts.get("check.moved_on", date=earlier.date) if earlier.date else ""
    if not result.moves:
        return texts.get("check.moved_not", date=since)
    forward_last = sorted(result.moves, key=lambda move: move.forward)
    moves = [
        texts.get(
            "check.move",
            title=texts.say(move.component.title),
            before=texts.get(f"check.answers.{move.before}"),
            now=texts.get(f"check.answers.{move.now}"),
        )
        for move in reversed(forward_last)
    ]
    if len(moves) > MOST_MOVES:
        moves = [*moves[:MOST_MOVES], texts.get("check.more_moves", number=len(moves) - MOST_MOVES)]
    return texts.get("check.moved", date=since, moves="; ".join(moves))


def _item(standing: Standing, explained: bool, base: RuleBase, texts: Texts) -> str:
    component, mark = standing.component, MARKS[standing.stands]
    told = texts.get("check.told") if standing.told else ""
    if standing.stands == "yes":
        return texts.get("check.item", mark=mark, says=texts.say(component.strength), told=told)
    if standing.stands not in ("no", "partly"):
        return texts.get("check.item", mark=mark, says=texts.say(component.title), told=told)
    item = texts.get("check.item", mark=mark, says=lacking(standing, texts), told=told)
    report = component.why or component.silent
    return f"{item} {_reported(report, base, texts)}" if explained and report else item


def _reported(report: Statement, base: RuleBase, texts: Texts) -> str:
    says, sources = texts.say(report.says), _sources(report, base, texts)
    return texts.get("labels.told", says=says, source=sources) if sources else says


def _step(step: Statement, base: RuleBase, texts: Texts) -> str:
    """What to do, and how far the studies carry it."""
    basis, sources = texts.get(f"bases.{step.basis}"), _sources(step, base, texts)
    return texts.get("check.advised", step=texts.say(step.says), basis=basis, sources=sources)


def _sources(statement: Statement, base: RuleBase, texts: Texts) -> str:
    findings = (base.findings[key] for key in statement.because)
    return "; ".join(dict.fromkeys(briefest_source(finding, base, texts) for finding in findings))


def _capital(clause: str) -> str:
    return clause[:1].upper() + clause[1:]


def _buttons(result: Result, texts: Texts, without: str | None = None) -> tuple[Button, ...]:
    """Each level in full, and the way on: to what is open, or else to what can be taken away.

    Below a level in full the check can be taken again instead of that level: a sixth button would not fit.
    """
    levels = (
        Button(
            texts.get("check.level_button", level=texts.get(f"check.levels.{level}")),
            payload("show_result", level=level),
        )
        for level in LEVELS
        if result.at(level) and level != without
    )
    open_ = any(each.stands == "open" for each in result.standings)
    on = Button(texts.get("check.carry_on"), payload("continue_check"))
    away = Button(texts.get("situation.take_away"), payload("take_away"))
    again = Button(texts.get("check.again"), payload("start_check"))
    return (*levels, on if open_ else away, *([again] if without and not open_ else []))
