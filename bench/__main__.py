"""`python -m bench`: parses the command line, measures, and reports."""

from __future__ import annotations

import argparse
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import datetime, timezone
from functools import partial
from pathlib import Path
from types import FrameType
from typing import Any

from bench.bot import Bot
from bench.bots import over_rasas_store, starter, waymark
from bench.client import NoAnswer
from bench.growth import measure_growth, too_slow
from bench.load import Moment, cores_used_by_others
from bench.long import measure_long
from bench.measures import measure_accuracy, measure_install, measure_start
from bench.messages import measure_memory, measure_messages
from bench.processes import BenchError
from bench.report import growth_table, lengthening_table, table, write_json
from bench.setting import FULL, QUICK, Findings, Setting
from bench.stock import SUGGESTED_EPOCHS, stock
from bench.training import measure_again, measure_train
from bench.workshop import Workshop
from bot.paths import MODELS, PROJECT

RESULTS = MODELS / "bench.json"
MEASURES: dict[str, Callable[[Setting], None]] = {
    "start": measure_start,
    "memory": measure_memory,
    "messages": measure_messages,
    "accuracy": measure_accuracy,
    "train": measure_train,
    "again": measure_again,
}
PEERS = ("starter", "stock")
NAMES = ("growth", "install", "long", *MEASURES)
ENDINGS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
GENERAL_NOTE = (
    "Ratio: Waymark's figure divided by the peer's. Times hold for this machine and its load; the ratio carries over "
    "better, because the bots took turns. Each bot gets messages from its own training data; stock Rasa learns and gets Waymark's."
)


def main(arguments: list[str] | None = None) -> int:
    """Returns 0 when all went well, 1 when something failed, 2 for a wrong command line."""
    options = _parser().parse_args(arguments)
    for number in ENDINGS:
        signal.signal(number, _stop)
    begin, load_before = time.monotonic(), os.getloadavg()
    findings = Findings(notes=[GENERAL_NOTE])
    try:
        with tempfile.TemporaryDirectory(prefix="waymark-bench-", ignore_cleanup_errors=True) as folder:
            _measure(options, Workshop(Path(folder), _say), findings)
    except BenchError as error:
        print(f"bench: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt as stop:
        print(f"\n{table(findings.figures)}\n")
        print(f"bench: stopped by {stop}; everything it started has ended, nothing was written.", file=sys.stderr)
        return 1
    circumstances = _circumstances(options, time.monotonic() - begin, load_before)
    write_json(RESULTS, findings, circumstances)
    _report(findings, circumstances)
    return 1 if findings.failures else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m bench",
        description=(
            "Compares Waymark with two peers: the bot that `rasa init` makes (starter), and the pipeline that Rasa "
            "suggests, trained on Waymark's own questions (stock). Install, train and start times, memory, time per "
            "message, throughput and accuracy; all run on this machine in turns, from the same installation. Before "
            "that, what an answer costs when the rule base grows, and what a message costs in a long conversation, compared "
            "with Rasa's own store of conversations."
        ),
        epilog=(
            "Takes half an hour or more, and the first time hours, to train stock Rasa; that is kept until its examples change. "
            "Works in a temporary folder (TMPDIR says where), ends all it started, and writes the results to "
            f"{RESULTS.relative_to(PROJECT)} too. Ends with code 1 when something fails; an empty or apologising answer of Waymark counts as that."
        ),
    )
    parser.add_argument(
        "--only",
        type=partial(_names, NAMES),
        default=NAMES,
        metavar="WHAT,…",
        help=f"measure only these: {', '.join(NAMES)}",
    )
    parser.add_argument(
        "--peers",
        type=partial(_names, PEERS),
        default=PEERS,
        metavar="PEER,…",
        help="compare with these only: starter, stock",
    )
    parser.add_argument(
        "--epochs",
        type=_epochs,
        default=SUGGESTED_EPOCHS,
        help="train stock Rasa this long; one epoch changes its training time and accuracy, but not its speed and size",
    )
    parser.add_argument("--anew", action="store_true", help="train stock Rasa although an earlier run kept it")
    parser.add_argument("--quick", action="store_true", help="one round and few messages, to try the benchmark itself")
    return parser


def _names(known: tuple[str, ...], text: str) -> tuple[str, ...]:
    chosen = text.split(",")
    unknown = [name for name in chosen if name not in known]
    if unknown:
        raise argparse.ArgumentTypeError(f"“{unknown[0]}” is not among {', '.join(known)}")
    return tuple(name for name in known if name in chosen)


def _epochs(text: str) -> int:
    if not text.isdecimal() or int(text) == 0:
        raise argparse.ArgumentTypeError(f"“{text}” is no whole number above 0")
    return int(text)


def _measure(options: argparse.Namespace, workshop: Workshop, findings: Findings) -> None:
    if "growth" in options.only:
        _attempt("growth", partial(_measure_growth, findings), findings)
    if "install" in options.only:
        _attempt("install", partial(measure_install, workshop, findings), findings)
    chosen = [name for name in MEASURES if name in options.only]
    size = QUICK if options.quick else FULL
    if chosen or "long" in options.only:
        _say("building Waymark and trying it once, off the clock …")
        own = waymark(workshop)
    if "long" in options.only:
        setting = Setting(workshop, (own, over_rasas_store(workshop, own)), size, findings)
        _attempt("long", partial(measure_long, setting), findings)
    if chosen:
        _say("building its peers and trying each once, off the clock …")
        setting = Setting(workshop, (own, *_peers(options, workshop, own)), size, findings)
        for name in chosen:
            _attempt(name, partial(MEASURES[name], setting), findings)


def _peers(options: argparse.Namespace, workshop: Workshop, own: Bot) -> Iterator[Bot]:
    if "starter" in options.peers:
        yield starter(workshop)
    if "stock" in options.peers:
        yield stock(workshop, own, options.epochs, anew=options.anew)


def _measure_growth(findings: Findings) -> None:
    findings.growth += measure_growth(_say)
    findings.failures += too_slow(findings.growth)


def _attempt(name: str, measure: Callable[[], None], findings: Findings) -> None:
    """Lets the other measures go on when one fails, and notes how busy others kept the machine."""
    _say(f"{name} …")
    begin = Moment.now()
    try:
        measure()
    except (BenchError, NoAnswer) as error:
        _say(f"failed: {error}")
        findings.failures.append(str(error))
    findings.cores_used_by_others[name] = round(cores_used_by_others(begin, Moment.now()), 2)


def _circumstances(options: argparse.Namespace, seconds: float, load_before: tuple[float, ...]) -> dict[str, Any]:
    return {
        "when": datetime.now(timezone.utc).isoformat(timespec="seconds"),
        "version": _version(),
        "seconds": round(seconds),
        "quick": options.quick,
        "measured": list(options.only),
        "cores": os.cpu_count(),
        "load_before": round(load_before[0], 2),
        "load_after": round(os.getloadavg()[0], 2),
    }


def _version() -> str:
    """The commit that was measured, marked when files differ from it; unknown outside a git clone."""
    git = shutil.which("git")
    if git is None:
        return "unknown"
    described = subprocess.run(
        [git, "describe", "--always", "--dirty"], cwd=PROJECT, capture_output=True, text=True, check=False
    )
    return described.stdout.strip() or "unknown"


def _report(findings: Findings, circumstances: dict[str, Any]) -> None:
    if findings.growth:
        print(f"\n{growth_table(findings.growth)}\n")
    if findings.lengthenings:
        print(f"\n{lengthening_table(findings.lengthenings)}\n")
    if findings.figures:
        print(f"\n{table(findings.figures)}\n")
    for note in findings.notes:
        print(f"* {note}")
    others = ", ".join(f"{cores:.1f} during {name}" for name, cores in findings.cores_used_by_others.items())
    print(f"* Cores that others kept busy: {others}. Much above 0, times and ratios of times are unreliable.")
    print(
        f"* {circumstances['cores']} cores, load {circumstances['load_before']} before and "
        f"{circumstances['load_after']} after; took {circumstances['seconds']} s; version {circumstances['version']}. "
        f"Also in {RESULTS.relative_to(PROJECT)}."
    )
    for failure in findings.failures:
        print(f"bench: {failure}", file=sys.stderr)


def _say(line: str) -> None:
    print(f"bench: {line}", flush=True)


def _stop(number: int, _frame: FrameType | None) -> None:
    """Begins to end everything, and lets no second signal disturb that."""
    for ending in ENDINGS:
        signal.signal(ending, signal.SIG_IGN)
    raise KeyboardInterrupt(signal.Signals(number).name)


if __name__ == "__main__":
    sys.exit(main())
