"""Words are as strong as the voice behind them: no stronger, and no weaker where authors themselves say “mandatory”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.rulebase.checks.statements import all_statements
from bot.rulebase.model import Finding, RuleBase, Statement
from bot.rulebase.places import Places

STRONG = re.compile(
    r"\b(must|have to|has to|mandatory|obligatory|imperative|essential|crucial|vital|indispensable|always|never|guarantees?|ensures?|prove[sn]?)\b",
    re.IGNORECASE,
)
MANDATORY = re.compile(r"\b(mandatory|imperative|indispensable|essential)\b", re.IGNORECASE)
SEVERAL = re.compile(
    r"\b(all|most|many|several|some|danish|swedish|the)?\s*(managers|staff members|staff|mentors)\s+"
    r"(said|say|found|find|saw|see|felt|feel|noted|thought|think|wanted|want|wished|wish|hoped|feared|described|"
    r"reported|stressed|chose|believed|valued|were|had|used|missed|worried)\b",
    re.IGNORECASE,
)
MARKS = {
    "one": re.compile(r"\b(one|single|another|a (manager|mentor|staff member|participant))\b", re.IGNORECASE),
    "many": re.compile(
        r"\b(many|most|mostly|majority|common|commonly|general|generally|often|typically|typical|frequently|"
        r"overwhelming|overwhelmingly|throughout|wide|widely|largely|usually|regularly|dominate[ds]?|as a rule|main)\b",
        re.IGNORECASE,
    ),
    "all": re.compile(r"\b(all|every|each|both|always|unanimous|everyone)\b", re.IGNORECASE),
}


def check(base: RuleBase, places: Places) -> None:
    """Notes findings whose words do not show their voice, and statements worded stronger or weaker than their findings."""
    for finding in base.findings.values():
        mark = MARKS.get(finding.voice)
        if mark is not None and not mark.search(finding.says["en"]):
            what = f"the voice of “{finding.id}” is “{finding.voice}”, but its words do not show it"
            places.problem("findings", finding.id, what, "Say whose voice it is, or correct `voice:`", at="says")
    for kind, key, statement in all_statements(base):
        cited = [base.findings[finding] for finding in statement.because]
        for what, remedy in _mismatches(statement, cited):
            places.problem(kind, key, f"“{statement.says['en'][:60]}…” {what}", remedy, at=statement.line)


def _mismatches(statement: Statement, cited: list[Finding]) -> Iterator[tuple[str, str]]:
    says = statement.says["en"]
    if not cited:
        return
    strong = STRONG.search(says)
    if strong and not any(STRONG.search(finding.says["en"]) for finding in cited):
        yield (
            f"says “{strong[0]}”, which none of its findings says",
            "Say “consider” or who says so, or cite the finding that is so strong",
        )
    if all(f.voice == "authors" and MANDATORY.search(f.says["en"]) for f in cited) and not STRONG.search(says):
        yield "is weaker than the authors, who call it mandatory or essential", "Let their word stand, as theirs"
    if len(cited) == 1 and cited[0].voice == "one":
        several = SEVERAL.search(says)
        if several and not MARKS["one"].search(says):
            yield f"says “{several[0]}”, but one participant said it", "Write “one manager …”"
