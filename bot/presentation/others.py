"""What the other studies say: where they differ, a finding of each, and where they are silent."""

from __future__ import annotations

from bot.presentation.answer import BULLET, MOST_WORDS, worded
from bot.presentation.follow_ups import related_buttons
from bot.presentation.likeness import beyond
from bot.presentation.reply import Reply
from bot.presentation.sources import finding_path, in_short, study_in_words
from bot.presentation.texts import Texts
from bot.reasoning.advise import Advice, Point
from bot.rulebase.model import RuleBase

BACKGROUND = ("context", "limitation")
"""Kinds that say little on a question; they come last."""


def others(advice: Advice, base: RuleBase, texts: Texts) -> Reply:
    """Where the studies differ, one finding of each that the bottom line does not rest on, and what they do not say.

    Where all of this is too much for a message, what they do not say gives way: it stands in the answer itself.
    """
    behind = {finding.study for point in advice.bottom_lines for finding in point.findings}
    other = [study for study in base.studies if study not in behind]
    same = texts.get("follow_ups.others_same")
    lines = [_joined("labels.differ", advice.differ, base, texts) if advice.differ else same]
    lines.append(texts.get("follow_ups.others" if other else "follow_ups.others_none"))
    lines += [BULLET + _one_of(study, advice, base, texts) for study in other]
    if advice.silent:
        silent = _joined("labels.silent", advice.silent, base, texts)
        lines += [silent] if Reply("\n".join([*lines, silent])).words() <= MOST_WORDS else []
    return Reply("\n".join(lines), related_buttons(advice, base, texts))


def _one_of(study: str, advice: Advice, base: RuleBase, texts: Texts) -> str:
    """One finding of a study: of the advice, if possible one not said to differ; else of the topic; else that there is none."""
    differing = {finding for point in advice.differ for finding in point.findings}
    own = [finding for finding in advice.findings() if finding.study == study]
    if own:
        best = min(own, key=lambda finding: (finding in differing, finding.kind in BACKGROUND))
        return f"{in_short(best, base, texts)} {finding_path(best)}"
    wider = [finding for finding in beyond(advice, base, texts) if finding.study == study]
    if wider:
        near = min(wider, key=lambda finding: finding.kind in BACKGROUND)
        topic = texts.say(base.topics[near.topic].title)
        told = texts.get("follow_ups.on_topic", topic=topic, told=in_short(near, base, texts))
        return f"{told} {finding_path(near)}"
    return texts.get("follow_ups.others_nothing", study=study_in_words(base.studies[study]))


def _joined(label: str, points: tuple[Point, ...], base: RuleBase, texts: Texts) -> str:
    return " ".join([texts.get(label), *(worded(point, base, texts) for point in points)])
