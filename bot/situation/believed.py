"""Which facts to believe that a message states, from the phrases in it and from what sentences like it state."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from bot.situation.patterns import Tellings
from bot.situation.recognise import Stated

ALONE, BESIDE_PHRASE = 0.2, 0.02
"""How likely sentences like it must make a fact to be believed, alone or where a phrase tells the same. Of steps of 0.05
and 0.01, those at which precision and recall meet on tests/situation/held_out.yml; the two figures are all it was used for."""

AGAINST_PHRASE = 0.5
"""How likely they must make another value than the one that a phrase tells and that they do not rule out."""


@dataclass(frozen=True)
class Likely:
    """A value of a fact that a part of a message (the characters from `start` to `end`) states, and how likely it does."""

    fact: str
    value: str
    chance: float
    start: int
    end: int


def believed(phrases: Iterable[Stated], likely: Iterable[Likely] | None, tellings: Tellings) -> tuple[Stated, ...]:
    """What a message states: each fact once, then what follows from it (a PSW who is recruited has not started).

    The phrases alone are believed where nobody has said what is likely.
    """
    told = {each.fact: each for each in phrases}
    stated = told if likely is None else {each.fact: each for each in _believed(told, likely)}
    for each in [*stated.values()]:
        for fact, value in tellings.follows(each.fact, each.value).items():
            stated.setdefault(fact, Stated(fact, value, each.start, each.end))
    return tuple(stated.values())


def _believed(phrases: Mapping[str, Stated], likely: Iterable[Likely]) -> Iterator[Stated]:
    best: dict[str, Likely] = {}
    chances: dict[tuple[str, str], float] = {}
    for each in likely:
        chances[each.fact, each.value] = max(each.chance, chances.get((each.fact, each.value), 0.0))
        if each.fact not in best or each.chance > best[each.fact].chance:
            best[each.fact] = each
    for fact, each in best.items():
        phrase = phrases.get(fact)
        supported = phrase is not None and chances.get((fact, phrase.value), 0.0) >= BESIDE_PHRASE
        if phrase is not None and supported and (phrase.value == each.value or each.chance < AGAINST_PHRASE):
            yield phrase
        elif each.chance >= ALONE:
            yield Stated(fact, each.value, each.start, each.end)
