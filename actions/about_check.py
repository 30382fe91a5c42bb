"""What a follow-up gets where the readiness check was what was said last."""

from __future__ import annotations

from rasa_sdk import Tracker

from actions.check import ON_CHECK, check_of, waiting
from actions.situation import situation_before
from bot.knowledge import rule_base, texts
from bot.presentation.check_result import explained, to_do_first
from bot.presentation.reply import Reply
from bot.readiness.result import result


def about_check(tracker: Tracker) -> Reply | None:
    """What the question that waits is about, or else what to do first by the result; nothing after anything else."""
    if tracker.get_slot("answered") != ON_CHECK:
        return None
    component = waiting(tracker)
    if component is not None:
        return explained(component, rule_base(), texts())
    found = result(check_of(tracker), situation_before(tracker), rule_base())
    return to_do_first(found, rule_base(), texts())
