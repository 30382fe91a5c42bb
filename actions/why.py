"""Answers “why do you say that?”."""

from __future__ import annotations

from actions.follow_up import FollowUp
from bot.knowledge import rule_base, texts
from bot.presentation import follow_ups
from bot.presentation.reply import Reply
from bot.presentation.situation import why_raised
from bot.reasoning.advise import Advice
from bot.reasoning.concerns import Assessment
from bot.reasoning.evaluate import Situation


class ActionWhy(FollowUp):
    """The findings behind the last answer, and how far they go."""

    def name(self) -> str:
        return "action_why"

    def reply(self, advice: Advice) -> Reply:
        return follow_ups.why(advice, rule_base(), texts())

    def on_situation(self, assessment: Assessment, situation: Situation) -> Reply:
        return why_raised(assessment, situation, rule_base(), texts())
