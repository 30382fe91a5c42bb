"""Lists the pitfalls others met."""

from __future__ import annotations

from actions.follow_up import FollowUp
from bot.knowledge import rule_base, texts
from bot.presentation import follow_ups
from bot.presentation.reply import Reply
from bot.reasoning.advise import Advice


class ActionPitfalls(FollowUp):
    """On the topic of the last answer."""

    def name(self) -> str:
        return "action_pitfalls"

    def reply(self, advice: Advice) -> Reply:
        return follow_ups.pitfalls(advice, rule_base(), texts())
