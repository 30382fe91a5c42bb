"""A readiness check as a slot of the conversation holds it."""

from __future__ import annotations

from collections.abc import Mapping

from bot.readiness.check import ANSWERS, Check, Earlier
from bot.readiness.file import is_date
from bot.rulebase.model import RuleBase

WAITS = "check_waits"
"""The slot that tells whether a question of the check waits for an answer."""


def as_slot(check: Check) -> dict[str, object]:
    """The check as a slot holds it."""
    earlier = {"answers": dict(check.earlier.answers), "date": check.earlier.date} if check.earlier else None
    return {"answers": dict(check.answers), "pending": check.pending, "earlier": earlier}


def from_slot(slot: object, base: RuleBase) -> Check:
    """What a slot holds, as far as it is a check; else one that has not begun."""
    kept = slot if isinstance(slot, dict) else {}
    pending, earlier = kept.get("pending"), kept.get("earlier")
    return Check(
        answers=_answers(kept.get("answers"), base),
        pending=pending if isinstance(pending, str) and pending in base.components else None,
        earlier=_earlier(earlier, base) if isinstance(earlier, dict) else None,
    )


def _earlier(kept: Mapping[str, object], base: RuleBase) -> Earlier:
    date = kept.get("date")
    return Earlier(_answers(kept.get("answers"), base), date if is_date(date) else "")


def _answers(kept: object, base: RuleBase) -> dict[str, str]:
    pairs = kept.items() if isinstance(kept, dict) else ()
    return {key: answer for key, answer in pairs if key in base.components and answer in ANSWERS}
