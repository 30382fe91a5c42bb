"""Which documents there are in a conversation, and how each of them is made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.documents.document import Document
from bot.documents.frame import Frame
from bot.documents.plan import plan
from bot.documents.template import template_sheet
from bot.presentation.reply import Offer
from bot.presentation.texts import Texts
from bot.reasoning.advise import advise
from bot.rulebase.model import RuleBase
from bot.situation.memory import Memory, from_slot, values

PLAN = "plan"


class NothingKnownError(LookupError):
    """Nothing that the document is made of was told in the conversation."""


@dataclass(frozen=True)
class Talk:
    """What documents take from a conversation: what is known of the situation, and the question answered last."""

    memory: Memory
    answered: str | None

    def __bool__(self) -> bool:
        return bool(self.memory or self.answered)


def talk_in(slots: Mapping[str, object], base: RuleBase) -> Talk:
    """What the slots of a conversation hold for documents."""
    answered = slots.get("answered")
    return Talk(
        memory=from_slot(slots.get("situation"), base),
        answered=answered if isinstance(answered, str) and answered in base.questions else None,
    )


def names(base: RuleBase) -> tuple[str, ...]:
    """Every document by name."""
    return (PLAN, *base.templates)


def offer(name: str, talk: Talk, base: RuleBase, texts: Texts) -> Offer:
    """A document as it is offered; `name` is one of `names`."""
    if name == PLAN:
        return Offer(PLAN, texts.get("documents.plan.title"), any(known.words for known in talk.memory.values()))
    return Offer(name, texts.say(base.templates[name].title))


def make(name: str, talk: Talk, frame: Frame, *, own_words: bool) -> Document:
    """The document of this name, one of `names`.

    Raises:
        NothingKnownError: when it is the plan, and neither was a situation told nor a question answered.
    """
    if name != PLAN:
        return template_sheet(frame.base.templates[name], frame)
    if not talk:
        raise NothingKnownError(name)
    advice = advise(frame.base, talk.answered, values(talk.memory)) if talk.answered else None
    return plan(talk.memory, advice, frame, own_words=own_words)
