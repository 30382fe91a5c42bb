"""Answers “what should I do first?”."""

from __future__ import annotations

from actions.follow_up import FollowUp
from actions.knowledge import rule_base, texts
from bot.presentation.first import first
from bot.presentation.reply import Reply
from bot.reasoning.advise import advise


class ActionFirst(FollowUp):
    """The steps of the last answer in order, or else the checklist."""

    def name(self) -> str:
        return "action_first"

    def reply(self, question: str) -> Reply:
        return first(advise(rule_base(), question, {}), rule_base(), texts())
