"""Answers “what should I do first?”."""

from __future__ import annotations

from actions.follow_up import FollowUp
from bot.knowledge import rule_base, texts
from bot.presentation.first import first, first_in_situation
from bot.presentation.reply import Reply
from bot.reasoning.advise import Advice
from bot.reasoning.concerns import Assessment
from bot.reasoning.evaluate import Situation


class ActionFirst(FollowUp):
    """The steps of the last answer in order, or else the checklist."""

    def name(self) -> str:
        return "action_first"

    def reply(self, advice: Advice) -> Reply:
        return first(advice, rule_base(), texts())

    def on_situation(self, assessment: Assessment, situation: Situation) -> Reply | None:
        return first_in_situation(assessment, rule_base(), texts())
