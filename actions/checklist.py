"""Gives a checklist."""

from __future__ import annotations

from actions.follow_up import FollowUp
from actions.knowledge import rule_base, texts
from bot.presentation import follow_ups
from bot.presentation.reply import Reply
from bot.reasoning.advise import advise


class ActionChecklist(FollowUp):
    """On the topic of the last answer."""

    def name(self) -> str:
        return "action_checklist"

    def reply(self, question: str) -> Reply:
        return follow_ups.checklist(advise(rule_base(), question, {}), rule_base(), texts())
