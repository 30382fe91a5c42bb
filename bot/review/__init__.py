"""What must hold before a rule base is published, beyond what must hold for the bot to use it at all.

The bot loads a rule base with a finding that nobody has read a second time, so that it can be tried out; `waymark
check` does not let it pass. One small module for each check.
"""

from __future__ import annotations

from pathlib import Path

from bot.presentation.texts import load_texts
from bot.review import components, examples, lengths, readings, wording
from bot.rulebase.loader import load_with_places
from bot.rulebase.model import RuleBase
from bot.rulebase.problems import RuleBaseError


def review(root: Path, nlu: Path) -> RuleBase:
    """Loads the rule base at `root` and runs every check on it and on the examples in the folder `nlu`.

    Raises:
        RuleBaseError: with every problem found, each naming file, line and remedy.
    """
    base, places = load_with_places(root)
    texts = load_texts(root)
    readings.check(base, places, root)
    wording.check(base, places)
    lengths.check(base, places, texts)
    components.check(base, places)
    examples.check(base, places, texts, nlu)
    if places.problems.found:
        raise RuleBaseError(places.problems.found)
    return base
