"""Findings as sources, in one line and in full."""

from __future__ import annotations

import pytest

from bot.presentation.sources import (
    full_sources,
    in_short,
    short_source,
    sources_line,
    study_in_words,
    voice_in_words,
)
from bot.rulebase.model import SPEAKERS, VOICES

from .small import FINDINGS, base, english, finding, rule

BASE = base(rule())
BY_ID = {each.id: each for each in FINDINGS}


@pytest.mark.parametrize(
    ("voice", "speaker", "words"),
    [
        ("one", "manager", "one manager"),
        ("some", "manager", "some managers"),
        ("many", "staff_member", "many staff members"),
        ("all", "mentor", "all mentors"),
        ("one", "staff_member", "one staff member"),
        ("authors", "manager", "the authors"),
        ("cited", "mentor", "literature it cites"),
    ],
)
def test_a_voice_is_said_in_words(voice: str, speaker: str, words: str) -> None:
    assert voice_in_words(finding("x", voice=voice, speaker=speaker), english()) == words


@pytest.mark.parametrize("speaker", SPEAKERS)
@pytest.mark.parametrize("voice", VOICES)
def test_every_voice_of_every_speaker_can_be_said(voice: str, speaker: str) -> None:
    said = voice_in_words(finding("x", voice=voice, speaker=speaker), english())
    assert said and "{" not in said


def test_one_is_never_said_as_many() -> None:
    said = voice_in_words(finding("x", voice="one"), english())
    assert "managers" not in said


def test_a_short_source_is_study_place_and_voice_without_codes() -> None:
    assert short_source(BY_ID["one"], BASE, english()) == "Alpha 2024, theme 1, one manager"


def test_a_finding_in_short_is_its_words_and_its_short_source() -> None:
    assert in_short(BY_ID["one"], BASE, english()) == "Says one. (Alpha 2024, theme 1, one manager)"


def test_a_study_in_words_is_its_name_and_year() -> None:
    assert study_in_words(BASE.studies["beta"]) == "Beta 2024"


def test_the_sources_line_groups_by_study_and_place_and_names_each_voice_once() -> None:
    order = ["one", "staff", "some", "one", "authors", "cited", "all"]
    assert sources_line([BY_ID[key] for key in order], BASE, english()) == (
        "Sources: Alpha 2024, theme 1 (one manager, some managers); discussion (the authors). "
        "Beta 2024, theme 1 (many staff members); discussion (literature it cites, all mentors)."
    )


def test_full_sources_have_citation_link_places_codes_and_references() -> None:
    assert full_sources([BY_ID["one"], BY_ID["authors"]], BASE, english()) == [
        "Alpha N. A title. A Journal, 2024. https://doi.org/10.1000/alpha "
        "Used: theme 1 (one manager, FM4); discussion (the authors)."
    ]
    assert full_sources([BY_ID["staff"], BY_ID["cited"]], BASE, english()) == [
        "Beta N. A title. A Journal, 2024. https://doi.org/10.1000/beta "
        "Read as the preprint; its journal version changed the conclusions: Journal 2025. "
        "Used: theme 1 (many staff members, A1, focus group 2); "
        "discussion (literature it cites: Gamma 2018, Delta 2019)."
    ]


def test_full_sources_name_each_study_and_each_place_once() -> None:
    (said,) = full_sources([BY_ID["some"], BY_ID["one"], BY_ID["some"]], BASE, english())
    assert said.count("https://") == 1
    assert said.count("some managers") == 1


def test_without_findings_there_are_no_full_sources() -> None:
    assert full_sources([], BASE, english()) == []
