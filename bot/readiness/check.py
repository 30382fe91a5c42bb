"""One readiness check as it is being taken: the answers so far and the question that waits for one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from bot.reasoning.evaluate import Situation
from bot.rulebase.model import YES_NO, Component, RuleBase
from bot.situation.memory import Memory, values, with_told, without

ANSWERS = ("yes", "partly", "no", "unknown", "skipped")
"""What a question can be answered with; `unknown` is “don't know”."""


@dataclass(frozen=True)
class Earlier:
    """The answers of an earlier check by component, and the date on which its result was kept (2026-01-31), if it was."""

    answers: Mapping[str, str]
    date: str = ""


@dataclass(frozen=True)
class Check:
    """The answers by component, in the order in which they were first given. `pending` waits for its answer."""

    answers: Mapping[str, str] = field(default_factory=dict)
    pending: str | None = None
    earlier: Earlier | None = None


def standing(component: Component, check: Check, situation: Situation) -> str | None:
    """How a component stands: by what is known of the situation, else by its answer; nothing while it is open.

    Yes and no to a question that asks for a fact stand in the situation only, where they can be corrected or forgotten.
    """
    answer = check.answers.get(component.id)
    if component.fact:
        return situation.get(component.fact) or (None if answer in YES_NO else answer)
    return answer


def asking_next(check: Check, situation: Situation, base: RuleBase) -> Check:
    """The check with the first open question pending; with none where all are answered."""
    open_ = (each.id for each in base.components.values() if standing(each, check, situation) is None)
    return replace(check, pending=next(open_, None))


def resumed(check: Check, situation: Situation, base: RuleBase) -> Check:
    """The check with a question pending: the one that waits, else the first open one, else the first that was skipped."""
    if check.pending is not None:
        return check
    going_on = asking_next(check, situation, base)
    if going_on.pending is not None:
        return going_on
    kept = {key: answer for key, answer in check.answers.items() if answer != "skipped"}
    return asking_next(replace(check, answers=kept), situation, base)


def begun_again(check: Check, situation: Situation, base: RuleBase) -> Check:
    """A new check that will be compared with this one; or this one resumed, where it is not finished."""
    if not check.answers or asking_next(check, situation, base).pending is not None:
        return resumed(check, situation, base)
    standings = {each.id: standing(each, check, situation) for each in base.components.values()}
    earlier = Earlier({key: answer for key, answer in standings.items() if answer is not None})
    return asking_next(Check(earlier=earlier), situation, base)


def gone_back(check: Check) -> Check:
    """The check with the question pending that was answered before the one that waits; unchanged at the first one."""
    trail = [*check.answers]
    before = trail[: trail.index(check.pending)] if check.pending in trail else trail
    return replace(check, pending=before[-1]) if before else check


def answered(
    check: Check, memory: Memory, component: Component, answer: str, words: str, base: RuleBase
) -> tuple[Check, Memory]:
    """The check after an answer to a question, with the next open one pending, and what is known of the situation then.

    `words` are the manager's own; none where a button told it. What is only partly so, or not known, is no fact.
    """
    if component.fact and answer in YES_NO:
        memory = with_told(memory, [(f"{component.fact}={answer}", words)], base)
    elif component.fact and answer != "skipped":
        memory = without(memory, component.fact)
    taken = replace(check, answers={**check.answers, component.id: answer})
    return asking_next(taken, values(memory), base), memory
