"""`waymark reread`: record that findings were compared with their studies by a second reader."""

from __future__ import annotations

import argparse
import datetime
import sys
from pathlib import Path
from typing import Any

from bot.paths import RULES
from bot.review.readings import READERS, record
from bot.rulebase.loader import load


def add_to(commands: Any) -> None:
    parser = commands.add_parser(
        "reread",
        help="record that somebody who did not write these findings compared them with the study",
        description=(
            "Records in rules/readings.yml that each of these findings, as it stands now, was compared with its study "
            "by a reader who did not write it. “waymark check” fails while a finding has no such reading, "
            "or has changed since."
        ),
    )
    parser.add_argument("findings", nargs="+", metavar="FINDING", help="ids of the findings that were read")
    parser.add_argument("--reader", required=True, choices=READERS, help="what kind of reader compared them")
    parser.add_argument("--folder", type=Path, default=RULES, help="another rule base than the project's own")
    parser.set_defaults(command=_reread)


def _reread(options: argparse.Namespace) -> int:
    root = options.folder.resolve()
    base = load(root)
    unknown = [finding for finding in options.findings if finding not in base.findings]
    if unknown:
        missing = ", ".join(f"“{finding}”" for finding in unknown)
        print(f"waymark: there is no finding {missing}. Nothing was recorded.", file=sys.stderr)
        return 1
    record(base, root, options.findings, options.reader, datetime.date.today().isoformat())
    print(f"{len(options.findings)} finding(s) recorded as read again by a {options.reader}.")
    return 0
