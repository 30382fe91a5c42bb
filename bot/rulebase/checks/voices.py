"""Voices and kinds are told apart: cited literature names its sources, and what was only done or wished for has no outcome."""

from __future__ import annotations

from bot.rulebase.model import OUTCOME_KINDS, RuleBase
from bot.rulebase.places import Places


def check(base: RuleBase, places: Places) -> None:
    for finding in base.findings.values():
        if finding.voice == "cited" and not finding.cites:
            places.problem(
                "findings",
                finding.id,
                f"the finding “{finding.id}” is cited literature without a reference",
                "Add `cites: [...]` as the study gives it",
            )
        if finding.voice != "cited" and finding.cites:
            places.problem(
                "findings",
                finding.id,
                f"the finding “{finding.id}” cites literature, but its voice is “{finding.voice}”",
                "Set `voice: cited` or remove `cites:`",
            )
        if finding.voice == "one" and len(finding.codes) > 1:
            places.problem(
                "findings",
                finding.id,
                f"the finding “{finding.id}” has one voice but several codes",
                "Set `voice: some` or keep one code",
            )
        if finding.outcome and finding.kind not in OUTCOME_KINDS:
            places.problem(
                "findings",
                finding.id,
                f"the finding “{finding.id}” tells of an outcome, but its kind is “{finding.kind}”",
                f"Remove `outcome:` or set `kind:` to one of: {', '.join(OUTCOME_KINDS)}",
            )
