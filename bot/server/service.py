"""One server process that is started, watched and replaced."""

from __future__ import annotations

import contextlib
import ctypes
import http.client
import os
import signal
import subprocess
import sys
import time
from dataclasses import dataclass, field

PROMPT_END = 5.0
"""Seconds a process gets to end by itself before it is killed."""
DIES_WITH_PARENT = 1
"""PR_SET_PDEATHSIG of prctl(2)."""


@dataclass(frozen=True)
class Plan:
    """How to run a service: its command, where to ask for its health, and how patient to be."""

    name: str
    arguments: tuple[str, ...]
    host: str
    port: int
    health: str
    start_within: float
    answer_within: float
    failures_allowed: int
    environment: dict[str, str] = field(default_factory=dict)


class Service:
    """A process under a plan. Times are seconds of the monotonic clock."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.healthy = False
        self._failures = 0
        self._started = 0.0
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        self.healthy, self._failures, self._started = False, 0, time.monotonic()
        self._process = subprocess.Popen(
            [sys.executable, *self.plan.arguments],
            env={**os.environ, **self.plan.environment},
            stdin=subprocess.DEVNULL,
            start_new_session=True,  # Ctrl-C reaches the supervisor only, which then ends its services in order
            preexec_fn=_die_with_parent,
        )

    @property
    def running(self) -> bool:
        return self._process is not None and self._process.poll() is None

    def trouble(self) -> str:
        """What is wrong, in words; empty when all is well or the process is still starting."""
        if not self.running:
            code = self._process.returncode if self._process else None
            return f"it ended with code {code}"
        if self._answers():
            self.healthy, self._failures = True, 0
            return ""
        if not self.healthy:
            return "" if time.monotonic() - self._started < self.plan.start_within else "it did not start in time"
        self._failures += 1
        return "it does not answer" if self._failures > self.plan.failures_allowed else ""

    def ask_to_end(self) -> None:
        if self.running and self._process:
            self._process.terminate()

    def end(self) -> None:
        """Waits a little for the process to end, then kills it and whatever it started."""
        if self._process is None:
            return
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(PROMPT_END)
        self.kill()

    def kill(self) -> None:
        """Ends the process at once, also one that is stopped."""
        if self._process is None:
            return
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()

    def _answers(self) -> bool:
        connection = http.client.HTTPConnection(self.plan.host, self.plan.port, timeout=self.plan.answer_within)
        try:
            connection.request("GET", self.plan.health)
            return connection.getresponse().status == 200
        except (OSError, http.client.HTTPException):
            return False
        finally:
            connection.close()


def _die_with_parent() -> None:
    ctypes.CDLL(None).prctl(DIES_WITH_PARENT, signal.SIGKILL)
