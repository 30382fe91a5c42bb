"""Answers “what did the other study find?”."""

from __future__ import annotations

from actions.follow_up import FollowUp
from actions.knowledge import rule_base, texts
from bot.presentation.others import others
from bot.presentation.reply import Reply
from bot.reasoning.advise import advise


class ActionOthers(FollowUp):
    """What the studies behind the last answer and the others say, and where they differ."""

    def name(self) -> str:
        return "action_others"

    def reply(self, question: str) -> Reply:
        return others(advise(rule_base(), question, {}), rule_base(), texts())
