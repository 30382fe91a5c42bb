"""The questions of the readiness check: one at a time, with buttons, and how it waits while something else is answered."""

from __future__ import annotations

from dataclasses import replace

from bot.presentation.reply import Button, Reply, payload
from bot.presentation.texts import Texts
from bot.readiness.check import ANSWERS, Check, Earlier, standing
from bot.readiness.file import ResultFileError
from bot.reasoning.evaluate import Situation
from bot.rulebase.model import Component, RuleBase

IN_CHECK = ("start_check", "continue_check", "partly", "dont_know", "skip", "go_back", "show_result")
"""What can be said about the readiness check in words, beside yes and no."""


def question(component: Component, check: Check, base: RuleBase, texts: Texts) -> Reply:
    """A question of the check, with how far it has come, the answer given to it before, and a button for each answer."""
    lines = [asked(component, base, texts)]
    if component.id in check.answers:
        given = texts.get(f"check.answers.{check.answers[component.id]}")
        lines.append(texts.get("check.given", answer=given))
    buttons = (
        Button(texts.get(f"check.buttons.{answer}"), payload("answer_check", answer=f"{component.id}={answer}"))
        for answer in ANSWERS
    )
    return Reply("\n".join(lines), tuple(buttons))


def begun(check: Check, situation: Situation, base: RuleBase, texts: Texts) -> str:
    """What is said before the first question: how the check goes, and how many answers are known already."""
    known = sum(standing(each, check, situation) is not None for each in base.components.values())
    lines = [texts.get("check.begun")]
    if known:
        lines.append(texts.get("check.known_before", count=known, all=len(base.components)))
    return "\n".join(lines)


def asked(component: Component, base: RuleBase, texts: Texts) -> str:
    """A question with its level and its number among all."""
    return texts.get(
        "check.question",
        level=texts.get(f"check.levels.{component.level}"),
        number=_number(component, base),
        count=len(base.components),
        asks=texts.say(component.asks),
    )


def with_reminder(reply: Reply, component: Component, asks_itself: bool, base: RuleBase, texts: Texts) -> Reply:
    """A reply to something else, with the question that waits below it and a button that leads back to it.

    Where the reply asks something itself, “yes” means that; so the question is not repeated then.
    """
    waits = texts.get("check.waits", number=_number(component, base), count=len(base.components))
    line = waits if asks_itself else asked(component, base, texts)
    return _leading_back(reply, line, texts)


def with_word_on_check(reply: Reply, texts: Texts) -> Reply:
    """A fixed reply, with a word that the check waits and a button that leads back to it."""
    return _leading_back(reply, texts.get("check.waits_too"), texts)


def nothing_running(texts: Texts) -> Reply:
    """The reply to an answer where no question waits for one."""
    return Reply(texts.get("check.nothing_running"), (start_button(texts),))


def loaded(earlier: Earlier, texts: Texts) -> Reply:
    """The reply to the result of an earlier check."""
    return Reply(texts.get("check.loaded", date=earlier.date), (start_button(texts),))


def not_loaded(error: ResultFileError, texts: Texts) -> Reply:
    """The reply to a file that is no result of a check: what is wrong with it, and what to do."""
    return Reply(texts.get(f"check.file.{error.problem}"))


def start_button(texts: Texts) -> Button:
    """A button that starts the check, or takes it up again."""
    return Button(texts.get("check.start"), payload("start_check"))


def _leading_back(reply: Reply, line: str, texts: Texts) -> Reply:
    back = Button(texts.get("check.back_to"), payload("continue_check"))
    return replace(reply, text=f"{reply.text}\n{line}", buttons=(*reply.buttons, back))


def _number(component: Component, base: RuleBase) -> int:
    return [*base.components].index(component.id) + 1
