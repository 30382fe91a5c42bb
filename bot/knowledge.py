"""The rule base, the texts, and the words for facts, dates, answers and documents, each read once in a process."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from bot.documents.asked import Wordings, load_wordings
from bot.documents.offered import names
from bot.paths import RULES
from bot.phrases.beginnings import Beginnings
from bot.presentation.texts import Texts, load_texts
from bot.readiness.words import load_beginnings
from bot.rulebase.loader import load
from bot.rulebase.model import RuleBase
from bot.situation.dates import Calendar, load_calendar
from bot.situation.patterns import Tellings, load_tellings
from bot.situation.value_words import load_value_words


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


@cache
def wordings() -> Wordings:
    """By which phrases managers ask for the documents that there are.

    Raises:
        RuleBaseError: with every problem found, each naming file, line and remedy.
    """
    return load_wordings(RULES, names(rule_base()))


@cache
def tellings() -> Tellings:
    """By which phrases managers tell the facts of the project's rule base.

    Raises:
        RuleBaseError: with every problem found, each naming file, line and remedy.
    """
    return load_tellings(RULES, rule_base().facts)


@cache
def calendar() -> Calendar:
    """By which words managers say when something was or will be, and which facts depend on that.

    Raises:
        RuleBaseError: with every problem found, each naming file, line and remedy.
    """
    return load_calendar(RULES, rule_base().facts)


@cache
def beginnings() -> Beginnings:
    """With which words an answer to a question of the readiness check begins.

    Raises:
        RuleBaseError: with every problem found, each naming file, line and remedy.
    """
    return load_beginnings(RULES)


@cache
def value_words() -> Mapping[str, Beginnings]:
    """For each fact with other values than yes and no, which value an answer means.

    Raises:
        RuleBaseError: with every problem found, each naming file, line and remedy.
    """
    return load_value_words(RULES, rule_base().facts)
