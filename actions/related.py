"""Offers related questions."""

from __future__ import annotations

from actions.follow_up import FollowUp
from actions.knowledge import rule_base, texts
from bot.presentation import follow_ups
from bot.presentation.reply import Reply
from bot.reasoning.advise import advise


class ActionRelated(FollowUp):
    """Beside the last answer."""

    def name(self) -> str:
        return "action_related"

    def reply(self, question: str) -> Reply:
        return follow_ups.related(advise(rule_base(), question, {}), rule_base(), texts())
