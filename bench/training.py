"""How long trainings take: from nothing, and again after a small change."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

from bench.bot import Bot
from bench.figures import medians
from bench.setting import Setting

TRAININGS = {"train": "train", "again": "train again, one example changed"}


def measure_train(setting: Setting) -> None:
    """Trains from nothing, each time in a fresh process. The bots ran before, so Python's compiled code is there."""
    _measure_training(setting, "train", lambda bot: bot.train_anew, setting.workshop.untrained)


def measure_again(setting: Setting) -> None:
    """Trains again after one example has changed, with all that the training before kept."""
    _measure_training(setting, "again", lambda bot: bot.train, setting.workshop.with_a_changed_example)


def _measure_training(
    setting: Setting,
    kind: str,
    command: Callable[[Bot], tuple[str, ...]],
    copy: Callable[[Bot], AbstractContextManager[Path]],
) -> None:
    samples = setting.samples()
    for round_ in range(setting.size.trainings):
        for bot in setting.in_turn(round_):
            kept = bot.kept.seconds(kind) if bot.kept else None
            if kept is not None:
                samples[bot.name] = [kept]
                continue
            with copy(bot) as folder:
                took = setting.workshop.seconds(command(bot), folder, bot.train_within)
            samples[bot.name].append(took)
            if bot.kept:
                bot.kept.keep_seconds(kind, took)
            setting.workshop.say(f"{bot.name} trained in {took:.1f} s")
    setting.findings.figures.append(medians(TRAININGS[kind], "s", samples))
    setting.findings.notes += [
        f"{TRAININGS[kind]}: {bot.name} was measured once, at {bot.kept.when(kind)}, not in turn with the others."
        for bot in setting.bots
        if bot.kept
    ]
