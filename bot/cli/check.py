"""`waymark check`: is the rule base sound?"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path
from typing import Any

from bot.cli.words import read_words
from bot.danger.examples import load_examples
from bot.nlu.asking import load_asking
from bot.paths import ASKING, DANGERS, NLU, RULES, SENTENCES
from bot.review import review
from bot.review.readings import load_readings
from bot.rulebase.model import RuleBase
from bot.situation.sentences import load_sentences


def add_to(commands: Any) -> None:
    parser = commands.add_parser(
        "check",
        help="check the rule base and count what is in it",
        description=(
            "Reads every file of the rule base and reports all mistakes in one run, each with file, line and remedy: "
            "duplicate or unknown keys, unknown ids, statements that rest on no finding or are worded stronger than it, "
            "findings that nobody uses or has read again, answers that are too long, questions without examples. "
            "Exit code 1 when there are any."
        ),
    )
    parser.add_argument("folder", nargs="?", type=Path, default=RULES, help="another rule base than the project's own")
    parser.set_defaults(command=_check)


def _check(options: argparse.Namespace) -> int:
    root = options.folder.resolve()
    base = review(root, NLU)
    read_words(root, base)
    load_sentences(SENTENCES, base.facts)
    load_examples(DANGERS)
    load_asking(ASKING, base.findings)
    for line in _counts(base):
        print(line)
    readers = Counter(reading.reader for reading in load_readings(root).values())
    print("read a second time: " + ", ".join(f"{count} by a {reader}" for reader, count in sorted(readers.items())))
    print("The rule base is sound.")
    return 0


def _counts(base: RuleBase) -> list[str]:
    findings = Counter((finding.topic, finding.study) for finding in base.findings.values())
    rules = Counter(base.questions[rule.answers].topic for rule in base.rules.values())
    lines = [f"{'topic':24}{'rules':>8}" + "".join(f"{study.name:>12}" for study in base.studies.values())]
    for topic in base.topics:
        lines.append(
            f"{topic:24}{rules[topic]:>8}" + "".join(f"{findings[topic, study]:>12}" for study in base.studies)
        )
    totals = Counter(finding.study for finding in base.findings.values())
    lines.append(f"{'in all':24}{len(base.rules):>8}" + "".join(f"{totals[study]:>12}" for study in base.studies))
    return lines
