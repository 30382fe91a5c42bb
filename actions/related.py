"""Offers related questions."""

from __future__ import annotations

from actions.follow_up import FollowUp
from bot.knowledge import rule_base, texts
from bot.presentation import follow_ups
from bot.presentation.reply import Reply
from bot.reasoning.advise import Advice


class ActionRelated(FollowUp):
    """Beside the last answer."""

    def name(self) -> str:
        return "action_related"

    def reply(self, advice: Advice) -> Reply:
        return follow_ups.related(advice, rule_base(), texts())
