"""The supervisor, in a process of its own, over tiny servers."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from bot.paths import PROJECT
from bot.server.settings import ACTIONS_URL, SPIN_COUNT, read_settings
from bot.server.supervisor import RESTARTS, plans

from .processes import alive, free_port, wait_until

DRIVER = Path(__file__).parent / "driver.py"


class Supervised:
    """A supervisor over tiny servers with these behaviours."""

    def __init__(self, *behaviours: str) -> None:
        arguments = [word for behaviour in behaviours for word in (str(free_port()), behaviour)]
        self.process = subprocess.Popen(
            [sys.executable, str(DRIVER), *arguments],
            env={**os.environ, "PYTHONPATH": str(PROJECT)},
            stdout=subprocess.PIPE,
            text=True,
        )
        self.pids: list[int] = []

    def line(self) -> str:
        """The next line of the supervisor; process ids, which the services print, are kept aside."""
        assert self.process.stdout is not None
        while (line := self.process.stdout.readline().rstrip("\n")).isdigit():
            self.pids.append(int(line))
        return line

    def services(self) -> list[int]:
        """The services that run now."""
        return [child.pid for child in psutil.Process(self.process.pid).children() if alive(child.pid)]

    def end(self) -> None:
        for pid in [*self.pids, self.process.pid]:
            if alive(pid):
                os.kill(pid, signal.SIGKILL)
        self.process.communicate()


@pytest.fixture
def supervise() -> Iterator[Callable[..., Supervised]]:
    begun: list[Supervised] = []

    def begin(*behaviours: str) -> Supervised:
        begun.append(Supervised(*behaviours))
        return begun[-1]

    yield begin
    for each in begun:
        each.end()


Supervise = Callable[..., Supervised]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP], ids=lambda number: number.name)
def test_a_signal_ends_all_services_and_leaves_no_process(supervise: Supervise, number: signal.Signals) -> None:
    both = supervise("well", "well")
    assert both.line() == "ready"
    services = both.services()
    assert len(services) == 2
    both.process.send_signal(number)
    assert both.line() == "ended"
    assert both.process.wait(5) == 0
    assert not any(map(alive, services))


@pytest.mark.parametrize(
    ("number", "why"),
    [(signal.SIGKILL, "it ended with code -9"), (signal.SIGSTOP, "it does not answer")],
    ids=["killed", "stopped"],
)
def test_a_lost_service_is_replaced_and_the_other_one_kept(
    supervise: Supervise, number: signal.Signals, why: str
) -> None:
    both = supervise("well", "well")
    assert both.line() == "ready"
    lost, kept = both.services()
    os.kill(lost, number)
    assert both.line() == f"The well server is replaced: {why}."
    wait_until(lambda: len(both.services()) == 2 and lost not in both.services())
    assert kept in both.services()
    assert not alive(lost)


def test_readiness_is_said_once_also_after_a_replacement(supervise: Supervise) -> None:
    one = supervise("well")
    assert one.line() == "ready"
    os.kill(one.services()[0], signal.SIGKILL)
    assert "is replaced" in one.line()
    wait_until(lambda: one.services() and psutil.Process(one.services()[0]).net_connections())
    one.process.terminate()
    assert one.line() == "ended"


@pytest.mark.parametrize(
    ("behaviour", "why"), [("broken", "it ended with code 3"), ("silent", "it did not start in time")]
)
def test_a_service_that_never_starts_ends_everything_with_a_reason(
    supervise: Supervise, behaviour: str, why: str
) -> None:
    both = supervise("well", behaviour)
    line = both.line()
    assert line == f"error: The {behaviour} server could not be started: {why}. What it printed above says why."
    assert both.process.wait(10) == 1
    assert len(both.pids) == 2
    assert not any(map(alive, both.pids))


def test_a_service_that_keeps_failing_is_given_up(supervise: Supervise) -> None:
    one = supervise("short-lived")
    assert one.line() == "ready"
    for _ in range(RESTARTS):
        assert one.line() == "The short-lived server is replaced: it ended with code 4."
    assert one.line().startswith(f"error: The short-lived server failed {RESTARTS + 1} times within 120 s")
    assert one.process.wait(10) == 1


def test_services_die_with_a_supervisor_that_was_killed(supervise: Supervise) -> None:
    both = supervise("well", "well")
    assert both.line() == "ready"
    services = both.services()
    both.process.kill()
    wait_until(lambda: not any(map(alive, services)))


@pytest.mark.slow
def test_a_stopped_service_does_not_keep_the_supervisor_from_ending(supervise: Supervise) -> None:
    one = supervise("well")
    assert one.line() == "ready"
    [service] = one.services()
    os.kill(service, signal.SIGSTOP)
    one.process.terminate()
    assert one.process.wait(10) == 0
    assert not alive(service)


def test_the_action_server_listens_on_loopback_and_the_rasa_server_is_told_where() -> None:
    actions, rasa = plans(read_settings({"HOST": "0.0.0.0", "PORT": "6006"}))
    assert actions.host == "127.0.0.1"
    assert rasa.environment[ACTIONS_URL] == f"http://127.0.0.1:{actions.port}/webhook"
    assert int(rasa.environment[SPIN_COUNT]) > 0
    assert (rasa.host, rasa.port) == ("127.0.0.1", 6006)
