"""The framework that the studies use is there as a whole: each of its components is named in a finding."""

from __future__ import annotations

import re

from bot.rulebase.model import RuleBase
from bot.rulebase.places import Places


def check(base: RuleBase, places: Places) -> None:
    """Notes each component of a study's framework that none of this study's findings names."""
    for study in base.studies.values():
        said = " ".join(finding.says["en"].lower() for finding in base.findings.values() if finding.study == study.id)
        for level, components in study.framework.items():
            for component in components.values():
                if not re.search(rf"\b{re.escape(component['en'].lower())}\b", said):
                    what = f"no finding of “{study.id}” names the component “{component['en']}” ({level})"
                    places.problem("studies", study.id, what, "Name it in a finding", at="framework")
