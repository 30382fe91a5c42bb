"""`waymark train`: trains the model that understands questions."""

from __future__ import annotations

import argparse
from typing import Any

from bot.paths import RULES
from bot.rulebase.loader import load
from bot.server import training


def add_to(commands: Any) -> None:
    parser = commands.add_parser(
        "train",
        help="train the model, unless nothing it depends on has changed",
        description="Trains the model from config.yml, domain/, data/ and rules/ into models/. `waymark run` does this by itself.",
    )
    parser.add_argument("--force", action="store_true", help="train also when nothing has changed")
    parser.set_defaults(command=_train)


def _train(options: argparse.Namespace) -> int:
    load(RULES)
    if training.is_current() and not options.force:
        print("The model is up to date.")
        return 0
    print("Training the model (the first time takes longest: every example is encoded) …", flush=True)
    training.train()
    print("The model is trained.")
    return 0
