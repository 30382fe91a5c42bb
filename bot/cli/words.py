"""Reads every file of phrases and words of a rule base, so that a mistake in one shows before anybody writes a message."""

from __future__ import annotations

from pathlib import Path

from bot.danger.patterns import load_patterns
from bot.documents.asked import load_wordings
from bot.documents.offered import names
from bot.phrases.local import load_local_words
from bot.readiness.words import load_beginnings
from bot.rulebase.model import RuleBase
from bot.situation.dates import load_calendar
from bot.situation.patterns import load_tellings
from bot.situation.value_words import load_value_words


def read_words(root: Path, base: RuleBase) -> None:
    """Reads them and keeps nothing.

    Raises:
        RuleBaseError: with every problem found in the first file that has any, each naming file, line and remedy.
    """
    load_patterns(root)
    load_local_words(root)
    load_tellings(root, base.facts)
    load_calendar(root, base.facts)
    load_beginnings(root)
    load_value_words(root, base.facts)
    load_wordings(root, names(base))
