"""The reply to a described situation: what it calls for, each with its findings, and the question that would change most."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.presentation.answer import BULLET, worded
from bot.presentation.conditions import in_words
from bot.presentation.reply import Button, Reply, payload
from bot.presentation.sources import full_sources, in_short, study_in_words
from bot.presentation.texts import Texts
from bot.reasoning.concerns import Assessment, Raised
from bot.reasoning.evaluate import Situation, residue
from bot.reasoning.truth import Truth
from bot.rulebase.model import YES_NO, Fact, Finding, RuleBase
from bot.situation.memory import Memory

MOST_WORDS = 320
"""Words of the reply to a situation at most."""
FEWEST = 2
"""As many things are raised however long they are, if there are as many."""
MOST_TOLD = 8
"""Facts that the reply repeats at most, the newest; all are known to “My situation”."""
MOST_FORGOTTEN = 5
"""Buttons to forget a fact at most: what fits on a phone."""


def assessed(assessment: Assessment, situation: Situation, base: RuleBase, texts: Texts) -> Reply:
    """What a situation calls for, the weightiest first, then the one question that would change most.

    Where all of it is too long, further steps give way, then what weighs least.
    """
    lines = _lines(_fitting(assessment, situation, base, texts), situation, base, texts)
    return Reply("\n".join(lines), (*_answers(assessment, base, texts), *_follow_ups(texts)))


def why_raised(assessment: Assessment, situation: Situation, base: RuleBase, texts: Texts) -> Reply:
    """For each thing that was raised, what was told that called for it, and the findings it rests on."""
    if not assessment.raised:
        return Reply(texts.get("situation.nothing_raised"), _follow_ups(texts))
    lines = [texts.get("situation.why")]
    for number, raised in enumerate(assessment.raised, 1):
        told = texts.get("labels.and").join(in_words(each, base, texts) for each in raised.met)
        lines.append(texts.get("situation.because", number=number, told=told))
        lines += [BULLET + in_short(finding, base, texts) for finding in raised.findings]
        if raised.evaluation.value is not Truth.TRUE:
            open_ = in_words(residue(raised.concern.when, situation), base, texts)
            lines.append(texts.get("situation.open", condition=open_))
    kept = len(lines)
    while kept > 1 and Reply("\n".join(lines[:kept])).words() > MOST_WORDS:
        kept -= 1
    return Reply("\n".join(lines[:kept]), _follow_ups(texts))


def sources_raised(assessment: Assessment, base: RuleBase, texts: Texts) -> Reply:
    """The full citation of each study behind what was raised, with the places used, those that weigh most if too many."""
    findings = [*assessment.findings()]
    while (reply := _cited(findings, base, texts)).words() > MOST_WORDS:
        spare = next((each for each in reversed(findings) if not _is_first_of_its_study(each, findings)), None)
        if spare is None:
            break
        findings.remove(spare)
    return reply


def known(memory: Memory, base: RuleBase, texts: Texts) -> Reply:
    """Everything that is remembered of the situation, with the words it came from, and buttons to forget it."""
    if not memory:
        return Reply(texts.get("situation.nothing_known"))
    lines = [texts.get("situation.known")]
    for key, each in memory.items():
        said = fact_in_words(base.facts[key], each.value, texts)
        lines.append(
            BULLET + (texts.get("situation.from_words", said=said, words=each.words) if each.words else f"{said}.")
        )
    lines.append(texts.get("situation.correct"))
    newest = [*memory][-MOST_FORGOTTEN:]
    buttons = (
        Button(
            texts.get("situation.forget", said=fact_in_words(base.facts[key], memory[key].value, texts)),
            payload("forget_fact", fact=key),
        )
        for key in newest
    )
    return Reply("\n".join(lines), tuple(buttons))


def fact_in_words(fact: Fact, value: str, texts: Texts) -> str:
    """A fact with its value as a clause; what goes on in other people counts as the manager sees it."""
    said = texts.say(fact.said[value])
    return texts.get("situation.as_you_see_it", said=said) if fact.view else said


def raised_in_words(raised: Raised, situation: Situation, base: RuleBase, texts: Texts) -> str:
    """What was raised, with its studies, and with “If …:” before it while something unknown decides."""
    studies = dict.fromkeys(study_in_words(base.studies[finding.study]) for finding in raised.findings)
    said = texts.get("labels.told", says=texts.say(raised.concern.says), source="; ".join(studies))
    if raised.evaluation.value is Truth.TRUE:
        return said
    open_ = in_words(residue(raised.concern.when, situation), base, texts)
    return texts.get("labels.if", condition=open_, statement=said)


def _cited(findings: Sequence[Finding], base: RuleBase, texts: Texts) -> Reply:
    lines = [BULLET + line for line in full_sources(findings, base, texts)]
    return Reply("\n".join([texts.get("follow_ups.sources"), *lines]), _follow_ups(texts))


def _is_first_of_its_study(finding: Finding, findings: Sequence[Finding]) -> bool:
    return finding == next(each for each in findings if each.study == finding.study)


def _fitting(assessment: Assessment, situation: Situation, base: RuleBase, texts: Texts) -> Assessment:
    """As many things as a message holds, each with its first step; then as many further steps as there is room for."""

    def fits(raised: list[Raised]) -> bool:
        lines = _lines(replace(assessment, raised=tuple(raised)), situation, base, texts)
        return Reply("\n".join(lines)).words() <= MOST_WORDS

    kept = [replace(each, steps=each.steps[:1]) for each in assessment.raised]
    while len(kept) > FEWEST and not fits(kept):
        kept.pop()
    for number, each in enumerate(assessment.raised[: len(kept)]):
        for steps in range(2, len(each.steps) + 1):
            longer = [*kept[:number], replace(each, steps=each.steps[:steps]), *kept[number + 1 :]]
            if fits(longer):
                kept = longer
    return replace(assessment, raised=tuple(kept))


def _lines(assessment: Assessment, situation: Situation, base: RuleBase, texts: Texts) -> Iterator[str]:
    yield texts.get("situation.noted", facts="; ".join(_told(situation, base, texts)))
    if not assessment.raised:
        yield texts.get("situation.nothing_raised")
    for number, raised in enumerate(assessment.raised, 1):
        yield f"{number}. {raised_in_words(raised, situation, base, texts)}"
        yield from (BULLET + worded(step, base, texts) for step in raised.steps)
    if assessment.question:
        yield texts.get("situation.question", asks=texts.say(base.facts[assessment.question].asks))


def _told(situation: Situation, base: RuleBase, texts: Texts) -> list[str]:
    return [fact_in_words(base.facts[fact], value, texts) for fact, value in [*situation.items()][-MOST_TOLD:]]


def _answers(assessment: Assessment, base: RuleBase, texts: Texts) -> tuple[Button, ...]:
    if assessment.question is None:
        return ()
    fact = base.facts[assessment.question]
    titles = {
        value: texts.get(f"situation.{value}") if fact.values == YES_NO else texts.say(fact.said[value])
        for value in fact.values
    }
    return tuple(Button(title, payload("tell_fact", fact=f"{fact.id}={value}")) for value, title in titles.items())


def _follow_ups(texts: Texts) -> tuple[Button, ...]:
    intents = ("ask_why", "ask_sources")
    own = Button(texts.get("situation.my_situation"), payload("ask_situation"))
    plan = Button(texts.get("situation.take_away"), payload("take_away"))
    return (*(Button(texts.get(f"buttons.{intent}"), payload(intent)) for intent in intents), own, plan)
