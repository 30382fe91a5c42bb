"""The framework that the studies use is there as a whole: each component is named in a finding and asked for in the check."""

from __future__ import annotations

import re

from bot.rulebase.model import RuleBase
from bot.rulebase.places import Places


def check(base: RuleBase, places: Places) -> None:
    """Notes each component of a study's framework that none of its findings names, or that the readiness check leaves out."""
    for study in base.studies.values():
        said = " ".join(finding.says["en"].lower() for finding in base.findings.values() if finding.study == study.id)
        for level, components in study.framework.items():
            for key, component in components.items():
                if not re.search(rf"\b{re.escape(component['en'].lower())}\b", said):
                    what = f"no finding of “{study.id}” names the component “{component['en']}” ({level})"
                    places.problem("studies", study.id, what, "Name it in a finding", at="framework")
                if key not in base.components or base.components[key].level != level:
                    what = f"the readiness check does not ask for the component “{component['en']}” ({level})"
                    remedy = f"Add “{key}:” with `level: {level}` to readiness.yml"
                    places.problem("studies", study.id, what, remedy, at="framework")
