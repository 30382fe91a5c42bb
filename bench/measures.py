"""What is measured once or by starting: installation, starts and accuracy."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from bench.figures import Figure, figure, medians
from bench.setting import Findings, Setting
from bench.workshop import Workshop
from bot.paths import PROJECT

GB = 1024**3
INSTALL_WITHIN = 900.0
ACCURACY_WITHIN = 900.0
"""Seconds."""


def measure_install(workshop: Workshop, findings: Findings) -> None:
    """Sets up a fresh copy of the project. The peers need the same Rasa, so there is no ratio worth giving."""
    copy = workshop.copy_of_the_project("install")
    took = workshop.seconds(("scripts/setup", "run"), copy, INSTALL_WITHIN)
    workshop.say(f"installed in {took:.1f} s")
    findings.figures += [
        Figure("install", "s", 1, took),
        Figure("installed size", "GB", 1, _disk_space(copy / ".venv") / GB),
    ]
    findings.notes.append(
        "Install: scripts/setup into a fresh folder with uv's cache as it was (warm after `make bench` set up the "
        "project, so no download). The peers need the same Rasa: a ratio would mean nothing."
    )


def measure_start(setting: Setting) -> None:
    """From the start of the process to the first right answer."""
    samples = setting.samples()
    for round_ in range(setting.size.starts):
        for bot in setting.in_turn(round_):
            with setting.workshop.running(bot) as running:
                samples[bot.name].append(running.seconds)
            setting.workshop.say(f"{bot.name} answered {running.seconds:.1f} s after its start")
    setting.findings.figures.append(medians("start to first answer", "s", samples))


def measure_accuracy(setting: Setting) -> None:
    """How often a bot that understands Waymark's questions is right on those that were held out."""
    shares: dict[str, dict[str, list[float]]] = {}
    for bot in setting.bots:
        if bot.model is None:
            continue
        command = (sys.executable, "-m", "bench.accuracy", str(bot.model))
        for what, share in json.loads(setting.workshop.output(command, PROJECT, ACCURACY_WITHIN)).items():
            shares.setdefault(what, {})[bot.name] = [share]
    setting.findings.figures += [figure(what, "%", found, sum, "more") for what, found in shares.items()]


def _disk_space(folder: Path) -> int:
    """Bytes on disk of all files in a folder, hard links counted once."""
    sizes = {status.st_ino: status.st_blocks * 512 for status in (path.lstat() for path in folder.rglob("*"))}
    return sum(sizes.values())
