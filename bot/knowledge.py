"""The rule base and the fixed texts of this process, each read once."""

from __future__ import annotations

from functools import cache

from bot.paths import RULES
from bot.presentation.texts import Texts, load_texts
from bot.rulebase.loader import load
from bot.rulebase.model import RuleBase


@cache
def rule_base() -> RuleBase:
    """The project's rule base.

    Raises:
        RuleBaseError: with every problem found, each naming file, line and remedy.
    """
    return load(RULES)


@cache
def texts() -> Texts:
    """The project's fixed texts.

    Raises:
        RuleBaseError: when the file is missing, is not YAML, or names another language.
    """
    return load_texts(RULES)
