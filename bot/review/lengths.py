"""A first reply has at most 180 words."""

from __future__ import annotations

from bot.presentation.answer import MOST_WORDS, answer
from bot.presentation.texts import Texts
from bot.reasoning.advise import advise
from bot.rulebase.model import RuleBase
from bot.rulebase.places import Places


def check(base: RuleBase, places: Places, texts: Texts) -> None:
    """Notes every question whose answer is too long while nothing is known of the situation, when it is longest."""
    for question in base.questions:
        words = answer(advise(base, question, {}), base, texts).words()
        if words > MOST_WORDS:
            rule = base.rules_by_question[question][0].id
            what = f"the answer to “{question}” has {words} words, more than {MOST_WORDS}"
            places.problem("rules", rule, what, "Shorten it, or move something into a pitfall or another question")
