"""Which documents there are in a conversation, and how each of them is made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.documents.document import Document
from bot.documents.frame import Frame
from bot.documents.plan import plan
from bot.documents.readiness import readiness, staff_questions
from bot.documents.template import template_sheet
from bot.presentation.reply import Offer
from bot.presentation.texts import Texts
from bot.readiness.check import Check
from bot.readiness.file import as_file
from bot.readiness.memory import from_slot as check_in
from bot.readiness.result import result
from bot.reasoning.advise import advise
from bot.rulebase.model import RuleBase
from bot.situation.memory import Memory, from_slot, values

PLAN, READINESS, STAFF = "plan", "readiness", "staff_questions"
ON_CHECK = (READINESS, STAFF)


class NothingKnownError(LookupError):
    """Nothing that the document is made of was told in the conversation."""


@dataclass(frozen=True)
class Talk:
    """What documents take from a conversation: the situation, the question answered last, and the readiness check."""

    memory: Memory
    answered: str | None
    check: Check = field(default_factory=Check)

    def __bool__(self) -> bool:
        return bool(self.memory or self.answered or self.check.answers)


def talk_in(slots: Mapping[str, object], base: RuleBase) -> Talk:
    """What the slots of a conversation hold for documents."""
    answered = slots.get("answered")
    return Talk(
        memory=from_slot(slots.get("situation"), base),
        answered=answered if isinstance(answered, str) and answered in base.questions else None,
        check=check_in(slots.get("check"), base),
    )


def names(base: RuleBase) -> tuple[str, ...]:
    """Every document by name."""
    return (PLAN, *ON_CHECK, *base.templates)


def fitting(talk: Talk) -> tuple[str, ...]:
    """The names of the documents that somebody means who names none."""
    return (PLAN, *ON_CHECK) if talk.check.answers else (PLAN,)


def can_be_made(name: str, talk: Talk) -> bool:
    """Whether the conversation holds something that the document is made of, if it needs that at all."""
    return {PLAN: bool(talk), READINESS: bool(talk.check.answers)}.get(name, True)


def offer(name: str, talk: Talk, base: RuleBase, texts: Texts) -> Offer:
    """A document as it is offered; `name` is one of `names`."""
    if name == PLAN:
        return Offer(PLAN, texts.get("documents.plan.title"), any(known.words for known in talk.memory.values()))
    if name == READINESS:
        return Offer(READINESS, texts.get("documents.readiness.title"), result_file=True)
    if name == STAFF:
        return Offer(STAFF, texts.get("documents.staff.title"))
    return Offer(name, texts.say(base.templates[name].title))


def result_file(talk: Talk, frame: Frame) -> str:
    """The result of the readiness check as a JSON document, to be compared with a later one.

    Raises:
        NothingKnownError: when no check was taken.
    """
    if not can_be_made(READINESS, talk):
        raise NothingKnownError(READINESS)
    return as_file(result(talk.check, values(talk.memory), frame.base), frame.date)


def make(name: str, talk: Talk, frame: Frame, *, own_words: bool) -> Document:
    """The document of this name, one of `names`.

    Raises:
        NothingKnownError: when it cannot be made of this conversation.
    """
    if not can_be_made(name, talk):
        raise NothingKnownError(name)
    if name in frame.base.templates:
        return template_sheet(frame.base.templates[name], frame)
    if name == STAFF:
        return staff_questions(frame)
    checked = result(talk.check, values(talk.memory), frame.base)
    if name == READINESS:
        return readiness(checked, frame)
    advice = advise(frame.base, talk.answered, values(talk.memory)) if talk.answered else None
    return plan(talk.memory, checked if talk.check.answers else None, advice, frame, own_words=own_words)
