"""Answers “what would change your advice?”."""

from __future__ import annotations

from actions.follow_up import FollowUp
from bot.knowledge import rule_base, texts
from bot.presentation.change import change
from bot.presentation.reply import Reply
from bot.reasoning.advise import Advice


class ActionChange(FollowUp):
    """What the answer would say if what it depends on were otherwise."""

    def name(self) -> str:
        return "action_change"

    def reply(self, advice: Advice) -> Reply:
        return change(advice, rule_base(), texts())
