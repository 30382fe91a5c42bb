"""Which question a message most likely asks."""

from __future__ import annotations

from bot.paths import RULES
from bot.reasoning.meant import CLOSE, meant
from bot.rulebase.loader import load

BASE = load(RULES)
ONE, OTHER, *_ = BASE.questions


def question(*ranking: tuple[str, float]) -> str | None:
    found = meant(ranking, BASE)
    return found.question if found else None


def test_the_likeliest_is_meant() -> None:
    assert question((ONE, 0.3), (OTHER, 0.4)) == OTHER


def test_what_is_no_question_never_counts() -> None:
    assert question(("nlu_fallback", 0.9), ("greet", 0.5), (ONE, 0.1)) == ONE
    assert question(("greet", 0.5)) is None
    assert question() is None


def test_the_next_question_is_offered_only_if_it_is_nearly_as_likely() -> None:
    close, far = (meant([(ONE, 0.4), (OTHER, 0.4 * CLOSE - less)], BASE) for less in (0.0, 0.01))
    assert close is not None and close.other == OTHER
    assert far is not None and far.other is None
