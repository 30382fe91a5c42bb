"""Answers “why do you say that?”."""

from __future__ import annotations

from actions.follow_up import FollowUp
from bot.knowledge import rule_base, texts
from bot.presentation import follow_ups
from bot.presentation.reply import Reply
from bot.reasoning.advise import Advice


class ActionWhy(FollowUp):
    """The findings behind the last answer, and how far they go."""

    def name(self) -> str:
        return "action_why"

    def reply(self, advice: Advice) -> Reply:
        return follow_ups.why(advice, rule_base(), texts())
