"""What is told bit by bit, each time something that was not told before: examples, and more on a question."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from bot.presentation.answer import BULLET
from bot.presentation.follow_ups import MOST, fitting, related, related_buttons
from bot.presentation.likeness import in_every_situation, tells
from bot.presentation.reply import Reply
from bot.presentation.sources import finding_path, in_short
from bot.presentation.texts import Texts
from bot.reasoning.advise import Advice
from bot.rulebase.model import Finding, RuleBase


@dataclass(frozen=True)
class Told:
    """A reply, and the ids of the findings that it tells."""

    reply: Reply
    findings: tuple[str, ...] = ()


def example(advice: Advice, told: Collection[str], base: RuleBase, texts: Texts) -> Told:
    """The next thing that one participant told, or else that was done, with its source and its place in the evidence."""
    examples = _examples(advice)
    left = [finding for finding in examples if finding.id not in told]
    if not left:
        return _nothing("follow_ups.example_none_left" if examples else "follow_ups.example_none", advice, base, texts)
    chosen = left[0]
    lines = [texts.get("follow_ups.example", told=in_short(chosen, base, texts), address=finding_path(chosen))]
    if chosen.kind == "practice":
        lines.append(texts.get("follow_ups.example_practice"))
    if len(left) > 1:
        lines.append(texts.get("follow_ups.example_left"))
    return Told(Reply("\n".join(lines), related_buttons(advice, base, texts)), (chosen.id,))


def more(advice: Advice, told: Collection[str], base: RuleBase, texts: Texts) -> Told:
    """Findings of the advice that neither the bottom line nor an earlier reply told, as many as a message holds.

    Those that the bottom line rests on come last, since it told them in short.
    """
    said = in_every_situation(advice, texts)
    behind = {finding for point in advice.bottom_lines for finding in point.findings}
    untold = (each for each in advice.findings() if each.id not in told and not tells(said, each, texts))
    left = sorted(untold, key=lambda finding: finding in behind)
    if not left:
        return _nothing("follow_ups.more_none_left", advice, base, texts)
    heading, last = texts.get("follow_ups.more"), texts.get("follow_ups.more_left")
    items = [BULLET + in_short(finding, base, texts) for finding in left[:MOST]]
    items = items[: fitting(items, heading, last)]
    lines = [heading, *items, *([last] if len(left) > len(items) else [])]
    new = tuple(finding.id for finding in left[: len(items)])
    return Told(Reply("\n".join(lines), related_buttons(advice, base, texts)), new)


def _examples(advice: Advice) -> list[Finding]:
    """What one participant told, then what else was done, both in the order in which the advice rests on them."""
    findings = advice.findings()
    by_one = [finding for finding in findings if finding.voice == "one"]
    return [*by_one, *(each for each in findings if each.kind == "practice" and each.voice != "one")]


def _nothing(path: str, advice: Advice, base: RuleBase, texts: Texts) -> Told:
    """Says that nothing is left, and what can be asked instead."""
    if not advice.question.related:
        return Told(Reply(texts.get(path)))
    instead = related(advice, base, texts)
    return Told(Reply(f"{texts.get(path)}\n{instead.text}", instead.buttons))
