"""Runs a supervisor over tiny servers, in a process of its own: `driver.py PORT BEHAVIOUR [PORT BEHAVIOUR …]`."""

from __future__ import annotations

import sys
from pathlib import Path

from bot.server import supervisor
from bot.server.service import Plan, Service
from bot.server.supervisor import Supervisor, SupervisorError

TINY = Path(__file__).parent / "tiny.py"
supervisor.PAUSE = 0.1


def say(line: str) -> None:
    print(line, flush=True)


def plan(port: str, behaviour: str) -> Plan:
    return Plan(
        name=f"{behaviour} server",
        arguments=(str(TINY), port, behaviour),
        host="127.0.0.1",
        port=int(port),
        health="/",
        start_within=1.5 if behaviour == "silent" else 10,
        answer_within=0.3,
        failures_allowed=1,
    )


pairs = zip(sys.argv[1::2], sys.argv[2::2], strict=True)
try:
    Supervisor([Service(plan(*pair)) for pair in pairs], say).run(lambda: say("ready"))
    say("ended")
except SupervisorError as error:
    say(f"error: {error}")
    sys.exit(1)
