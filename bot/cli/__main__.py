"""Parses the command line and turns every expected error into one clear message and an exit code."""

from __future__ import annotations

import argparse
import sys

from bot.cli import ask, check, explain, reread, run, train
from bot.rulebase.problems import RuleBaseError
from bot.server.settings import SettingError
from bot.server.supervisor import SupervisorError
from bot.server.training import TrainingError

COMMANDS = (run, ask, explain, check, reread, train)


def main(arguments: list[str] | None = None) -> int:
    """Runs one command; returns 0 when all went well, 1 when something was wrong, 2 for a wrong command line."""
    options = _parser().parse_args(arguments)
    try:
        return int(options.command(options))
    except RuleBaseError as error:
        for problem in error.problems:
            print(problem, file=sys.stderr)
        print(f"{len(error.problems)} problem(s) in the rule base.", file=sys.stderr)
    except (SettingError, SupervisorError, TrainingError) as error:
        print(f"waymark: {error}", file=sys.stderr)
    except KeyboardInterrupt:
        print("waymark: stopped.", file=sys.stderr)
    return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="waymark",
        description="Cited advice for managers who employ peer support workers (PSWs) in mental health services.",
        epilog="Start with “waymark ask 'who should mentor our new peer worker?'”. Each command has its own --help.",
    )
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    for module in COMMANDS:
        module.add_to(commands)
    return parser


if __name__ == "__main__":
    sys.exit(main())
