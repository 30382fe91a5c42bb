"""How components stand, in words and marks."""

from __future__ import annotations

from bot.presentation.standings import MARKS, in_counts, lacking, level_in_words
from bot.readiness.check import Check
from bot.readiness.result import STANDS, result

from ..readiness.small import BASE
from .small import english

FOUND = result(
    Check({"money": "partly", "training": "skipped", "supervision": "unknown"}), {"mentor_named": "no"}, BASE
)


def test_every_way_to_stand_has_a_mark_of_its_own() -> None:
    assert set(MARKS) == {*STANDS}
    assert len(set(MARKS.values())) == len(STANDS)


def test_counts_are_words_and_leave_out_what_there_is_none_of() -> None:
    assert in_counts(FOUND, english()) == "one partly, one missing, one not known, two still open"


def test_a_number_for_which_there_is_no_word_is_written_in_digits() -> None:
    many = result(Check(), {}, BASE)
    many = type(many)(many.standings * 10)
    assert in_counts(many, english()) == "50 still open"


def test_a_level_names_its_components_by_how_they_stand() -> None:
    assert level_in_words(FOUND, "organisation", english()) == "Organisation. Partly: money title. Open: needs title."
    assert level_in_words(FOUND, "team", english()) == "Team. Open: training title."


def test_what_is_partly_there_is_not_said_to_be_missing() -> None:
    [money], [mentor] = ([each for each in FOUND.gaps if each.component.id == key] for key in ("money", "mentor"))
    assert lacking(money, english()) == "only partly: money title"
    assert lacking(mentor, english()) == "there is no mentor yet"
