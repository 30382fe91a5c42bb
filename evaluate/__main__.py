"""`python -m evaluate`: recognises the held-out messages with Waymark and its peers, and writes the report."""

from __future__ import annotations

import argparse
import sys
import time

import yaml

from bot.knowledge import rule_base, texts
from bot.paths import PROJECT
from bot.server import training
from evaluate.measures import Outcome
from evaluate.peers import PEERS
from evaluate.questions import held_out
from evaluate.report import write_report

REPORT = PROJECT / "docs" / "evaluation.md"


def main(arguments: list[str] | None = None) -> int:
    """Returns 0 when the report was written, 1 when there is no current model."""
    parser = argparse.ArgumentParser(prog="python -m evaluate", description=__doc__)
    parser.add_argument("--without", choices=[name for name in PEERS if name != "waymark"], action="append", default=[])
    options = parser.parse_args(arguments)
    if not training.is_current():
        print("evaluate: there is no current model. Run ./waymark train first.", file=sys.stderr)
        return 1
    messages = held_out()
    found: dict[str, list[Outcome]] = {}
    for key, (name, peer) in PEERS.items():
        if key in options.without:
            continue
        print(f"{name} …", end=" ", flush=True)
        begin = time.monotonic()
        rankings = peer([each.text for each in messages])
        found[name] = [Outcome(asked, ranking) for asked, ranking in zip(messages, rankings, strict=True)]
        print(f"{time.monotonic() - begin:.0f} s", flush=True)
    write_report(REPORT, found, _threshold(), rule_base(), texts())
    print(f"Written: {REPORT.relative_to(PROJECT)}")
    return 0


def _threshold() -> float:
    pipeline = yaml.safe_load((PROJECT / "config.yml").read_text(encoding="utf-8"))["pipeline"]
    return float(next(each["threshold"] for each in pipeline if each["name"] == "FallbackClassifier"))


if __name__ == "__main__":
    sys.exit(main())
