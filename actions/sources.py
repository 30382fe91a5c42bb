"""Answers “who says so?”."""

from __future__ import annotations

from actions.follow_up import FollowUp
from bot.knowledge import rule_base, texts
from bot.presentation import follow_ups
from bot.presentation.reply import Reply
from bot.presentation.situation import sources_raised
from bot.reasoning.advise import Advice
from bot.reasoning.concerns import Assessment
from bot.reasoning.evaluate import Situation


class ActionSources(FollowUp):
    """The studies behind the last answer, cited in full."""

    def name(self) -> str:
        return "action_sources"

    def reply(self, advice: Advice) -> Reply:
        return follow_ups.sources(advice, rule_base(), texts())

    def on_situation(self, assessment: Assessment, situation: Situation) -> Reply | None:
        return sources_raised(assessment, rule_base(), texts()) if assessment.raised else None
