"""Which question a message most likely asks, in the light of the one before."""

from __future__ import annotations

import pytest

from bot.paths import RULES
from bot.reasoning.meant import GOES_ON, RELATED, SAME_TOPIC, SHORT, meant
from bot.rulebase.loader import load

BASE = load(RULES)
BEFORE = BASE.questions["supervision_none"]
ASIDE = next(q for q in BASE.questions.values() if q.topic != BEFORE.topic and q.id not in BEFORE.related)
AKIN = next(q for q in BASE.questions.values() if q.topic == BEFORE.topic and q.id not in (BEFORE.id, *BEFORE.related))
LONG = " ".join(["word"] * (SHORT + 1))


def question(*ranking: tuple[str, float], text: str = "who would do it?", before: str | None = None) -> str | None:
    found = meant(ranking, text, before, BASE)
    return found.question if found else None


def test_without_a_question_before_the_likeliest_is_meant() -> None:
    assert question((ASIDE.id, 0.4), (AKIN.id, 0.3)) == ASIDE.id


def test_what_is_no_question_never_counts() -> None:
    assert question(("nlu_fallback", 0.9), ("greet", 0.5), (ASIDE.id, 0.1)) == ASIDE.id
    assert question(("greet", 0.5)) is None
    assert question() is None


@pytest.mark.parametrize(("other", "weight"), [(AKIN.id, SAME_TOPIC), (BEFORE.related[0], RELATED)])
def test_a_short_message_leans_on_the_question_before(other: str, weight: float) -> None:
    assert question((ASIDE.id, 0.2), (other, 0.21 / weight), before=BEFORE.id) == other
    assert question((ASIDE.id, 0.2), (other, 0.19 / weight), before=BEFORE.id) == ASIDE.id


@pytest.mark.parametrize("word", [*GOES_ON, "So,", "AND", "Och"])
@pytest.mark.parametrize(("other", "weight"), [(AKIN.id, SAME_TOPIC), (BEFORE.related[0], RELATED)])
def test_a_short_message_that_goes_on_leans_twice_as_strongly(other: str, weight: float, word: str) -> None:
    text = f"{word} who would do it?"
    assert question((ASIDE.id, 0.2), (other, 0.21 / weight**2), text=text, before=BEFORE.id) == other
    assert question((ASIDE.id, 0.2), (other, 0.19 / weight**2), text=text, before=BEFORE.id) == ASIDE.id


@pytest.mark.parametrize("text", ["", "who and so?", "soon?", "android?", f"so {LONG}"])
def test_only_a_short_message_that_begins_with_such_a_word_goes_on(text: str) -> None:
    chances = (ASIDE.id, 0.2), (BEFORE.related[0], 0.21 / RELATED**2)
    assert question(*chances, text=text, before=BEFORE.id) == ASIDE.id


def test_going_on_without_a_question_before_changes_nothing() -> None:
    assert question((ASIDE.id, 0.2), (AKIN.id, 0.19), text="so who?") == ASIDE.id


def test_a_long_message_speaks_for_itself() -> None:
    assert question((ASIDE.id, 0.2), (AKIN.id, 0.19), text=LONG, before=BEFORE.id) == ASIDE.id


def test_the_question_before_itself_becomes_no_likelier() -> None:
    assert question((ASIDE.id, 0.2), (BEFORE.id, 0.19), before=BEFORE.id) == ASIDE.id


def test_a_question_before_that_no_longer_exists_does_no_harm() -> None:
    assert question((ASIDE.id, 0.2), (AKIN.id, 0.19), before="gone") == ASIDE.id


def test_the_next_question_is_offered_only_if_it_is_nearly_as_likely() -> None:
    close, far = (
        meant([(ASIDE.id, 0.4), (AKIN.id, 0.2)], "a", None, BASE),
        meant([(ASIDE.id, 0.4), (AKIN.id, 0.1)], "a", None, BASE),
    )
    assert close is not None and close.other == AKIN.id
    assert far is not None and far.other is None


def test_a_chance_stays_a_chance() -> None:
    found = meant([(BEFORE.related[0], 0.9)], "a", BEFORE.id, BASE)
    assert found is not None and found.chance == 1.0
