"""Answers “what should I do first?”."""

from __future__ import annotations

from actions.follow_up import FollowUp
from bot.knowledge import rule_base, texts
from bot.presentation.first import first
from bot.presentation.reply import Reply
from bot.reasoning.advise import Advice


class ActionFirst(FollowUp):
    """The steps of the last answer in order, or else the checklist."""

    def name(self) -> str:
        return "action_first"

    def reply(self, advice: Advice) -> Reply:
        return first(advice, rule_base(), texts())
