"""Keeps the Rasa server and the action server alive as one unit, and ends both together."""

from __future__ import annotations

import signal
import socket
import threading
import time
from collections.abc import Callable
from types import FrameType

from bot.server.service import Plan, Service
from bot.server.settings import ACTIONS_URL, SPIN_COUNT, Settings

PAUSE = 1.0
"""Seconds between two looks at the services."""
RESTARTS = 5
"""Restarts of one service within `WINDOW` seconds after which the supervisor gives up."""
WINDOW = 120.0
SPINS = "1000"
"""With twenty times as many, encoding a text took more than twice as long beside other work, and no less on its own."""


class SupervisorError(Exception):
    """A service cannot be kept alive, with what to do about it."""


def plans(settings: Settings) -> tuple[Plan, Plan]:
    """How the action server and the Rasa server are run."""
    actions_port = _free_port()
    return (
        Plan(
            name="action server",
            arguments=("-m", "bot.server.action_server", str(actions_port)),
            host="127.0.0.1",
            port=actions_port,
            health="/health",
            start_within=60,
            answer_within=2,
            failures_allowed=1,
        ),
        Plan(
            name="Rasa server",
            arguments=("-m", "bot.server.rasa_server"),
            host=settings.probe_host,
            port=settings.port,
            health="/webhooks/rest/",
            start_within=180,
            answer_within=10,
            failures_allowed=3,
            environment={ACTIONS_URL: f"http://127.0.0.1:{actions_port}/webhook", SPIN_COUNT: SPINS},
        ),
    )


class Supervisor:
    """Starts services, replaces those that die or hang, and ends all of them when told to."""

    def __init__(self, services: list[Service], say: Callable[[str], None]) -> None:
        self._services = services
        self._say = say
        self._told_to_end = threading.Event()
        self._restarts: dict[str, list[float]] = {service.plan.name: [] for service in services}

    def run(self, when_ready: Callable[[], None]) -> None:
        """Runs until SIGINT or SIGTERM; calls `when_ready` once, when all services answer.

        Raises:
            SupervisorError: when a service does not start, or keeps failing.
        """
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, self._end)
        try:
            for service in self._services:
                service.start()
            ready = False
            while not self._told_to_end.wait(PAUSE):
                for service in self._services:
                    self._tend(service)
                if not ready and all(service.healthy for service in self._services):
                    ready = True
                    when_ready()
        finally:
            self._end_all()

    def _end(self, _signal: int, _frame: FrameType | None) -> None:
        self._told_to_end.set()

    def _tend(self, service: Service) -> None:
        was_healthy = service.healthy
        trouble = service.trouble()
        if not trouble:
            return
        name = service.plan.name
        if not was_healthy and not self._restarts[name]:
            raise SupervisorError(f"The {name} could not be started: {trouble}. What it printed above says why.")
        recent = [moment for moment in self._restarts[name] if time.monotonic() - moment < WINDOW]
        if len(recent) >= RESTARTS:
            raise SupervisorError(
                f"The {name} failed {RESTARTS + 1} times within {WINDOW:.0f} s: {trouble}. Waymark stops; please report what it printed above."
            )
        self._restarts[name] = [*recent, time.monotonic()]
        self._say(f"The {name} is replaced: {trouble}.")
        service.kill()
        service.start()

    def _end_all(self) -> None:
        for service in self._services:
            service.ask_to_end()
        for service in self._services:
            service.end()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
