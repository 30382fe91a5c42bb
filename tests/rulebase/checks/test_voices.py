"""Cited literature names its sources, nothing else does, one voice is one, and only some kinds tell of outcomes."""

from __future__ import annotations

import pytest

from bot.rulebase.loader import load

from ..small import Small

FINDINGS = "mentor/findings.yml"


def test_cited_literature_without_a_reference(small: Small) -> None:
    small.replace(FINDINGS, "    cites: [Gamma 2018]\n", "")
    small.has_only_problem(
        FINDINGS,
        "alpha_literature:",
        "the finding “alpha_literature” is cited literature without a reference",
        "Add `cites: [...]` as the study gives it",
    )


def test_cited_literature_with_an_empty_list_of_references(small: Small) -> None:
    small.replace(FINDINGS, "cites: [Gamma 2018]", "cites: [] # here")
    small.has_problem(FINDINGS, "alpha_literature:", "is cited literature without a reference", "Add `cites: [...]`")
    small.has_problem(FINDINGS, "# here", "the list is empty", "Name at least one item, or delete the key")


@pytest.mark.parametrize("voice", ["one", "some", "many", "all", "authors"])
def test_a_reference_without_cited_literature(small: Small, voice: str) -> None:
    small.replace(FINDINGS, "voice: cited", f"voice: {voice}")
    small.has_only_problem(
        FINDINGS,
        "alpha_literature:",
        f"the finding “alpha_literature” cites literature, but its voice is “{voice}”",
        "Set `voice: cited` or remove `cites:`",
    )


def test_one_voice_with_several_codes(small: Small) -> None:
    small.replace(FINDINGS, "codes: [X1]", "codes: [X1, X2]")
    small.has_only_problem(
        FINDINGS,
        "alpha_open_mentor:",
        "the finding “alpha_open_mentor” has one voice but several codes",
        "Set `voice: some` or keep one code",
    )


def test_several_voices_with_several_codes(small: Small) -> None:
    small.replace(FINDINGS, "codes: [X1]\n    voice: one", "codes: [X1, X2]\n    voice: some")
    assert load(small.root).findings["alpha_open_mentor"].codes == ("X1", "X2")


def test_one_voice_without_a_code(small: Small) -> None:
    small.replace(FINDINGS, "    codes: [X1]\n", "")
    assert load(small.root).findings["alpha_open_mentor"].codes == ()


def test_an_outcome_of_what_was_only_done_or_wished_for(small: Small) -> None:
    small.replace(
        FINDINGS,
        "kind: finding\n    says: {en: Mentors are",
        "kind: wish\n    outcome: yes\n    says: {en: Mentors are",
    )
    small.has_only_problem(
        FINDINGS,
        "alpha_literature:",
        "the finding “alpha_literature” tells of an outcome, but its kind is “wish”",
        "Remove `outcome:` or set `kind:` to one of: facilitator, finding",
    )
