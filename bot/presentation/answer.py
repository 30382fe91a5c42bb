"""The first reply to a question: bottom line first, sources last, at most 180 words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.presentation.conditions import in_words
from bot.presentation.likeness import CITED, CITED_IN_DETAIL, tells
from bot.presentation.reply import Button, Reply, payload
from bot.presentation.sources import briefest_source, question_path, sources_line, study_in_words
from bot.presentation.texts import Texts
from bot.reasoning.advise import Advice, Point
from bot.reasoning.truth import Truth
from bot.rulebase.model import Finding, Question, RuleBase

BULLET = "• "
MOST_WORDS, MOST_WORDS_OF_SEVERAL = 180, 210
"""Words of a first reply at most: to one question, and to several in one message."""
FOLLOW_UPS = ("ask_why", "ask_sources", "ask_pitfalls", "ask_checklist", "ask_related")


def answer(
    advice: Advice, base: RuleBase, texts: Texts, other: Question | None = None, also: Sequence[Advice] = ()
) -> Reply:
    """Renders advice as one message.

    A finding that was asked for comes first, one that may have been meant follows the advice; neither where the advice
    says the same anyway. Where they make the message too long, the last steps and then the warnings give way to them:
    the page that the sources link to still has all of these. `other` is a question that
    may have been asked instead: it gets a button. `also` is advice on further questions of the same message, told in
    short or, where that is too long, by where it stands; steps and warnings give way to it too.
    """
    buttons = _buttons(advice.question, also[0].question if also else other, texts)
    if also:
        for tell in (_also_told, _pointed_to):
            reply = _with_further(advice, [tell(each, base, texts) for each in also], base, texts)
            if reply.words() <= MOST_WORDS_OF_SEVERAL:
                return replace(reply, buttons=buttons)
    reply = Reply("")
    for candidate in _candidates(advice):
        shown = _news(candidate, base, texts)
        reply = _rendered(shown, base, texts)
        if reply.words() <= MOST_WORDS or not (shown.asked or shown.near):
            break
    return replace(reply, buttons=buttons)


def _with_further(advice: Advice, further: Sequence[str], base: RuleBase, texts: Texts) -> Reply:
    reply = Reply("")
    for candidate in _candidates(advice):
        reply = Reply("\n".join([_rendered(_news(candidate, base, texts), base, texts).text, *further]))
        if reply.words() <= MOST_WORDS_OF_SEVERAL:
            break
    return reply


def _candidates(advice: Advice) -> Iterator[Advice]:
    """The advice, then ever less of it: steps but the first give way to what may have been asked for, then warnings.

    The first step gives way to the likeliest of these only.
    """
    yield advice
    for near in range(len(advice.near), 0, -1):
        for steps in range(len(advice.steps), 0, -1):
            yield replace(advice, near=advice.near[:near], steps=advice.steps[:steps])
        yield replace(advice, near=advice.near[:near], steps=advice.steps[:1], watch_out=())
    if advice.near:
        yield replace(advice, near=advice.near[:1], steps=())
        yield replace(advice, near=advice.near[:1], steps=(), watch_out=())
    shorter: Advice | None = replace(advice, near=())
    while shorter:
        yield shorter
        shorter = _shortened(shorter)


def _news(advice: Advice, base: RuleBase, texts: Texts) -> Advice:
    """The advice without what was asked for where it says the same anyway."""
    plain = _rendered(replace(advice, asked=(), near=()), base, texts).text
    resting = [(worded(point, base, texts), point.findings) for point in advice.bottom_lines]

    def is_told(finding: Finding, share: float) -> bool:
        by_bottom_line = (tells(said, finding, texts, share) for said, findings in resting if finding in findings)
        return tells(plain, finding, texts) or any(by_bottom_line)

    def unsaid(findings: tuple[Finding, ...], share: float) -> tuple[Finding, ...]:
        return tuple(finding for finding in findings if not is_told(finding, share))

    return replace(advice, asked=unsaid(advice.asked, CITED_IN_DETAIL), near=unsaid(advice.near, CITED))


def _shortened(advice: Advice) -> Advice | None:
    """Without its last step, but the first step stays as long as there are warnings."""
    for part, kept in (("steps", 1), ("watch_out", 0), ("steps", 0)):
        if len(getattr(advice, part)) > kept:
            return replace(advice, **{part: getattr(advice, part)[:-1]})
    return None


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
    return Reply("\n".join(lines))


def bottom_line(advice: Advice, base: RuleBase, texts: Texts) -> str:
    """The bottom line alone."""
    return " ".join(worded(point, base, texts) for point in advice.bottom_lines)


def studies_behind(advice: Advice, base: RuleBase) -> str:
    """The studies that the bottom line rests on."""
    studies = dict.fromkeys(finding.study for point in advice.bottom_lines for finding in point.findings)
    return "; ".join(study_in_words(base.studies[study]) for study in studies)


def _also_told(advice: Advice, base: RuleBase, texts: Texts) -> str:
    return texts.get(
        "labels.also",
        asks=texts.say(advice.question.asks),
        says=bottom_line(advice, base, texts),
        source=studies_behind(advice, base),
        address=question_path(advice.question),
    )


def _pointed_to(advice: Advice, base: RuleBase, texts: Texts) -> str:
    asks = texts.say(advice.question.asks)
    return texts.get("labels.also_below", asks=asks, address=question_path(advice.question))


def _told(finding: Finding, base: RuleBase, texts: Texts) -> str:
    source = briefest_source(finding, base, texts)
    return texts.get("labels.told", says=texts.say(finding.says), source=source)


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


def _buttons(question: Question, other: Question | None, texts: Texts) -> tuple[Button, ...]:
    follow_ups = [
        Button(texts.get(f"buttons.{intent}"), payload(intent, question=question.id)) for intent in FOLLOW_UPS
    ]
    if other is None:
        return tuple(follow_ups)
    return (Button(texts.say(other.asks), payload(other.id)), *follow_ups[:-1])
