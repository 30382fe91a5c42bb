"""Answers “what did the other study find?”."""

from __future__ import annotations

from actions.follow_up import FollowUp
from bot.knowledge import rule_base, texts
from bot.presentation.others import others
from bot.presentation.reply import Reply
from bot.reasoning.advise import Advice


class ActionOthers(FollowUp):
    """What the studies behind the last answer and the others say, and where they differ."""

    def name(self) -> str:
        return "action_others"

    def reply(self, advice: Advice) -> Reply:
        return others(advice, rule_base(), texts())
