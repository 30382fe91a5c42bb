"""Every finding was read again, against its study, by a reader who did not write it."""

from __future__ import annotations

import datetime
import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.rulebase.model import Finding, RuleBase
from bot.rulebase.places import Places
from bot.rulebase.reader import Entry, read_alone

FILE = "readings.yml"
READERS = ("person", "model")
NO_READINGS: Mapping[str, Reading] = {}
HEAD = """\
# Which findings were read again, against the text of their study, by a reader who did not write them: when, by what
# kind of reader, and of which wording. It says nothing about the authors of the studies, who endorsed nothing.
# Written by `./waymark reread`; a finding that changes afterwards counts as unread.
readings:
"""


@dataclass(frozen=True)
class Reading:
    """A second reading: its date, who read (a person or a model), and the fingerprint of what was read."""

    date: str
    reader: str
    of: str


def fingerprint(finding: Finding) -> str:
    """Twelve hexadecimal digits that change with whatever a second reader compares with the study."""
    read = (finding.study, finding.place, finding.codes, finding.voice, finding.speaker, finding.cites, finding.kind)
    return hashlib.sha256(json.dumps([*read, finding.says["en"]]).encode()).hexdigest()[:12]


def load_readings(root: Path) -> Mapping[str, Reading]:
    """The recorded readings by id of finding; none where nothing was recorded yet.

    Raises:
        RuleBaseError: when the file is broken.
    """
    if not (root / FILE).exists():
        return {}
    return read_alone(root / FILE, root, lambda top: top.required("readings", _readings, NO_READINGS))


def _readings(section: Entry) -> Mapping[str, Reading]:
    return {key: _reading(entry) for key, entry in section.fields()}


def check(base: RuleBase, places: Places, root: Path) -> None:
    """Notes every finding that nobody has read again as it stands, and every reading of a finding that is gone."""
    recorded = load_readings(root)
    remedy = "Let somebody who did not write it compare it with the study, then run ./waymark reread {}"
    for key, finding in base.findings.items():
        if key not in recorded:
            places.problem("findings", key, f"the finding “{key}” was not read a second time", remedy.format(key))
        elif recorded[key].of != fingerprint(finding):
            what = f"the finding “{key}” has changed since it was read on {recorded[key].date}"
            places.problem("findings", key, what, remedy.format(key))
    for key in recorded.keys() - base.findings.keys():
        what = f"a reading of “{key}” is recorded, which is no finding"
        places.problems.add(root / FILE, _line_of(root / FILE, key), what, "Delete this line")


def record(base: RuleBase, root: Path, findings: Iterable[str], reader: str, date: str) -> None:
    """Writes that a reader compared these findings, as they stand, with their studies.

    Raises:
        RuleBaseError: when the file of readings is broken.
        KeyError: when there is no such finding.
    """
    kept = {key: reading for key, reading in load_readings(root).items() if key in base.findings}
    kept.update({key: Reading(date, reader, fingerprint(base.findings[key])) for key in findings})
    lines = (f"  {key}: {{date: {r.date}, reader: {r.reader}, of: {r.of}}}\n" for key, r in sorted(kept.items()))
    (root / FILE).write_text(HEAD + "".join(lines), encoding="utf-8")


def _reading(entry: Entry) -> Reading:
    reading = Reading(
        date=entry.required("date", Entry.text, ""),
        reader=entry.required("reader", lambda e: e.one_of(READERS, "kind of reader"), ""),
        of=entry.required("of", Entry.text, ""),
    )
    if reading.date and not _is_date(reading.date):
        entry.problem(f"“{reading.date}” is no date", "Write it as 2026-01-31")
    entry.no_other_keys()
    return reading


def _is_date(text: str) -> bool:
    try:
        return datetime.date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _line_of(file: Path, key: str) -> int:
    lines = file.read_text(encoding="utf-8").split("\n")
    return next((number for number, line in enumerate(lines, 1) if line.strip().startswith(f"{key}:")), 1)
