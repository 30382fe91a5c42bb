"""What would change an answer: the facts it depends on, and what it would say if they were otherwise."""

from __future__ import annotations

from bot.presentation.answer import BULLET, worded
from bot.presentation.conditions import in_words
from bot.presentation.follow_ups import MOST, fitting, related_buttons
from bot.presentation.reply import Reply
from bot.presentation.sources import study_in_words
from bot.presentation.texts import Texts
from bot.reasoning.advise import Advice
from bot.reasoning.otherwise import Otherwise, otherwise
from bot.rulebase.model import RuleBase


def change(advice: Advice, base: RuleBase, texts: Texts) -> Reply:
    """What the answer would add in each other case, then the studies on which it rests: other evidence would change it too."""
    items = [_told(each, base, texts) for each in otherwise(advice, base)][:MOST]
    studies = dict.fromkeys(finding.study for finding in advice.findings())
    names = texts.get("labels.and").join(study_in_words(base.studies[study]) for study in studies)
    heading = texts.get("follow_ups.change" if items else "follow_ups.change_none")
    last = [texts.get("follow_ups.change_evidence", studies=names)] if studies else []
    return Reply(
        "\n".join([heading, *items[: fitting(items, heading, *last)], *last]), related_buttons(advice, base, texts)
    )


def _told(case: Otherwise, base: RuleBase, texts: Texts) -> str:
    condition = in_words(case.case, base, texts)
    says = " ".join(worded(point, base, texts) for point in case.points[:1])
    if case.told is None:
        return BULLET + texts.get("labels.if", condition=condition, statement=says)
    return BULLET + texts.get("follow_ups.change_told", condition=condition, statement=says)
