"""Every finding is used by a rule, a concern, a component, a pitfall, a check or a template."""

from __future__ import annotations

import pytest

from bot.rulebase.loader import load

from ..small import Small

SPARE = "  beta_spare: {study: beta, place: results, voice: some, kind: context, says: {en: Spare.}}\n"
CONCERN = """\
concerns:
  money_short:
    phase: [later]
    when: {fact: money, is: project}
    says: {en: Money ran out.}
    because: [beta_project_ends]
"""


def test_a_finding_that_nothing_uses(small: Small) -> None:
    small.append("money/findings.yml", SPARE)
    small.has_only_problem(
        "money/findings.yml",
        "beta_spare",
        "nothing uses the finding “beta_spare”",
        "Cite it in a rule, a concern, a component, a pitfall, a check or a template, or delete it",
    )


@pytest.mark.parametrize(
    "use",
    [
        "pitfalls:\n  money_late: {says: {en: Late.}, because: [beta_spare]}\n",
        "checks:\n  money_safe: {says: {en: Safe.}, because: [beta_spare]}\n",
        "    steps:\n      - {says: {en: Ask.}, because: [beta_spare], basis: own_inference}\n",
        "    watch_out:\n      - {says: {en: Look.}, because: [beta_spare]}\n",
        "    differ:\n      - {says: {en: They differ.}, because: [beta_spare]}\n",
        "    silent:\n      - {says: {en: Nothing.}, studies: [alpha], because: [beta_spare]}\n",
        CONCERN.replace("beta_project_ends", "beta_spare"),
        CONCERN + "    steps:\n      - {says: {en: Ask.}, because: [beta_spare], basis: own_inference}\n",
    ],
    ids=["pitfall", "check", "step", "watch out", "differ", "silent", "concern", "step of a concern"],
)
def test_a_finding_may_be_used_by_any_part(small: Small, use: str) -> None:
    small.append("money/findings.yml", SPARE)
    small.append("money/advice.yml", use)
    assert "beta_spare" in load(small.root).findings


def test_a_finding_may_be_used_by_another_topic(small: Small) -> None:
    small.append("money/findings.yml", SPARE)
    small.replace(
        "mentor/advice.yml", "because: [alpha_literature]\nchecks", "because: [alpha_literature, beta_spare]\nchecks"
    )
    assert "beta_spare" in load(small.root).findings


def test_a_broken_file_does_not_make_findings_look_unused(small: Small) -> None:
    small.replace("mentor/advice.yml", "phase: [before_day_one]", "phase: [before_day_one")
    (found,) = small.problems()
    assert "not valid YAML" in found.what
