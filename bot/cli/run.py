"""`waymark run`: trains if needed, then serves the bot until it is told to end."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from typing import Any

from bot.cli.words import read_words
from bot.danger.organisation import load_contacts
from bot.paths import ORGANISATION, RULES
from bot.presentation.texts import load_texts
from bot.rulebase.loader import load
from bot.server import training
from bot.server.service import Service
from bot.server.settings import read_settings, require_free
from bot.server.supervisor import Supervisor, plans


def add_to(commands: Any) -> None:
    parser = commands.add_parser(
        "run",
        help="serve the bot (what `make run` does after the set-up)",
        description=(
            "Checks settings and rule base, trains where something has changed, starts the Rasa server and the action "
            "server, and keeps both alive until Ctrl-C or TERM."
        ),
        epilog=(
            "Settings (environment): HOST (127.0.0.1), PORT (5005), PUBLIC_URL (where it listens): what links in answers begin with; ALLOWED_ORIGINS (none): the sites, separated by "
            "spaces, whose pages may embed the chat, for example https://intranet.example; FORGET_AFTER_HOURS (24): how long after its last message a conversation is kept."
        ),
    )
    parser.set_defaults(command=_run)


def _run(_options: argparse.Namespace) -> int:
    settings = read_settings(os.environ)
    require_free(settings)
    base = load(RULES)
    load_texts(RULES)
    read_words(RULES, base)
    load_contacts(ORGANISATION)
    if not training.is_current():
        # In a process of its own, so that the memory which training took is given back.
        trained = subprocess.run([sys.executable, "-m", "bot.cli", "train"], check=False)
        if trained.returncode != 0:
            return trained.returncode
    _say("Starting the servers (about 20 seconds) …")
    supervisor = Supervisor([Service(plan) for plan in plans(settings)], _say)
    supervisor.run(lambda: _say(f"Waymark is ready: open {settings.url} (Ctrl-C ends it)"))
    _say("Waymark has ended.")
    return 0


def _say(line: str) -> None:
    print(line, flush=True)
