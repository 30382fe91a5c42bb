"""Answers “did it help?”."""

from __future__ import annotations

from actions.follow_up import FollowUp
from bot.knowledge import rule_base, texts
from bot.presentation.effect import effect
from bot.presentation.reply import Reply
from bot.reasoning.advise import Advice


class ActionEffect(FollowUp):
    """What came of it as others saw it, and that no study measured effects."""

    def name(self) -> str:
        return "action_effect"

    def reply(self, advice: Advice) -> Reply:
        return effect(advice, rule_base(), texts())
