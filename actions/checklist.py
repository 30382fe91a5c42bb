"""Gives a checklist."""

from __future__ import annotations

from actions.follow_up import FollowUp
from bot.knowledge import rule_base, texts
from bot.presentation import follow_ups
from bot.presentation.reply import Reply
from bot.reasoning.advise import Advice


class ActionChecklist(FollowUp):
    """On the topic of the last answer."""

    def name(self) -> str:
        return "action_checklist"

    def reply(self, advice: Advice) -> Reply:
        return follow_ups.checklist(advice, rule_base(), texts())
