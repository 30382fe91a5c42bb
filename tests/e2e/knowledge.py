"""What the bot ought to say, worked out from the rule base without any server."""

from __future__ import annotations

from functools import lru_cache

from bot.paths import RULES
from bot.presentation.answer import answer
from bot.presentation.texts import Texts, load_texts
from bot.reasoning.advise import advise
from bot.rulebase.loader import load
from bot.rulebase.model import RuleBase

MENTOR = "Who should mentor our new peer worker?"
FUNDING = "Who pays for a peer support worker?"


@lru_cache(maxsize=1)
def rule_base() -> RuleBase:
    return load(RULES)


@lru_cache(maxsize=1)
def texts() -> Texts:
    return load_texts(RULES)


def right_answer(question: str) -> str:
    """The text of the answer to a question of the rule base."""
    return answer(advise(rule_base(), question, {}), rule_base(), texts()).text


def apology() -> str:
    return texts().get("problems.sorry")
