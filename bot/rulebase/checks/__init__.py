"""What must hold across the whole rule base. One small module for each check."""

from __future__ import annotations

from bot.rulebase.checks import answers, citations, components, facts, templates, usage, voices
from bot.rulebase.model import RuleBase
from bot.rulebase.places import Places

ALL = (
    answers.check,
    citations.check,
    components.check,
    facts.check,
    templates.check,
    usage.check,
    voices.check,
)


def run_all(base: RuleBase, places: Places) -> None:
    """Runs every check; each notes its problems at `places`."""
    for check in ALL:
        check(base, places)
