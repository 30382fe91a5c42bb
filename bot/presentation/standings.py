"""How the components of a readiness check stand: as counts, as a line for each level, and as marks."""

from __future__ import annotations

from bot.presentation.texts import Texts
from bot.readiness.result import STANDS, Result, Standing

MARKS = {"yes": "✓", "partly": "~", "no": "✗", "unknown": "?", "open": "–"}
"""One mark for each of STANDS, so that nothing depends on colour."""


def in_counts(result: Result, texts: Texts) -> str:
    """How many components stand how, in words: “twelve in place, five partly”."""
    numbers = texts.at("check.numbers")
    counts = {stands: sum(each.stands == stands for each in result.standings) for stands in STANDS}
    return ", ".join(
        texts.get(f"check.counts.{stands}", number=numbers[count] if count < len(numbers) else count)
        for stands, count in counts.items()
        if count
    )


def level_in_words(result: Result, level: str, texts: Texts) -> str:
    """How the components of a level stand, by their titles, in one line."""
    parts = []
    for stands in STANDS:
        titles = [texts.say(each.component.title) for each in result.at(level) if each.stands == stands]
        if titles:
            parts.append(texts.get(f"check.standings.{stands}", titles=", ".join(titles)))
    return texts.get("check.level", level=texts.get(f"check.levels.{level}"), standings=". ".join(parts))


def lacking(standing: Standing, texts: Texts) -> str:
    """A gap as a clause; of what is partly there its title, since part of it is not lacking."""
    if standing.stands == "partly":
        return texts.get("check.partly_gap", title=texts.say(standing.component.title))
    return texts.say(standing.component.gap)
