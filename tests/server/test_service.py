"""One service: a real process that is started, watched and replaced."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import psutil
import pytest

from bot.server.service import Plan, Service

from .processes import alive, free_port, wait_until

TINY = Path(__file__).parent / "tiny.py"
Start = Callable[..., Service]


@pytest.fixture
def start() -> Iterator[Start]:
    """Starts tiny servers; all are gone after the test."""
    started: list[Service] = []

    def begin(behaviour: str = "well", **changes: object) -> Service:
        port = free_port()
        plan = Plan("tiny", (str(TINY), str(port), behaviour), "127.0.0.1", port, "/", 10, 0.3, 1)
        service = Service(replace(plan, **changes))  # type: ignore[arg-type]
        started.append(service)
        service.start()
        return service

    yield begin
    for service in started:
        service.kill()


def pid_of(service: Service) -> int:
    assert service._process is not None
    return service._process.pid


def healthy(service: Service) -> bool:
    assert service.trouble() == ""
    return service.healthy


def test_a_service_that_was_not_started_does_not_run_and_can_be_ended() -> None:
    service = Service(Plan("tiny", (str(TINY),), "127.0.0.1", 1, "/", 1, 1, 1))
    assert not service.running
    service.ask_to_end()
    service.end()
    service.kill()


def test_a_service_becomes_healthy_when_it_answers(start: Start) -> None:
    service = start()
    assert service.running and not service.healthy
    wait_until(lambda: healthy(service))


def test_a_service_that_still_starts_is_in_no_trouble(start: Start) -> None:
    assert start("silent").trouble() == ""


def test_a_service_that_does_not_answer_in_time_did_not_start(start: Start) -> None:
    service = start("silent", start_within=0.2)
    time.sleep(0.3)
    assert service.trouble() == "it did not start in time"


def test_an_answer_that_is_an_error_is_no_health(start: Start) -> None:
    service = start("ill", start_within=1)
    wait_until(lambda: service.trouble() == "it did not start in time")
    assert not service.healthy


def test_a_service_that_ended_says_with_which_code(start: Start) -> None:
    service = start("broken")
    wait_until(lambda: not service.running)
    assert service.trouble() == "it ended with code 3"


def test_a_killed_service_is_noticed_and_can_be_started_anew(start: Start) -> None:
    service = start()
    wait_until(lambda: healthy(service))
    old = pid_of(service)
    os.kill(old, signal.SIGKILL)
    wait_until(lambda: service.trouble() == "it ended with code -9")
    service.start()
    assert not service.healthy
    wait_until(lambda: healthy(service))
    assert pid_of(service) != old


def test_a_hanging_service_gets_as_many_failures_as_its_plan_allows(start: Start) -> None:
    service = start(failures_allowed=2)
    wait_until(lambda: healthy(service))
    os.kill(pid_of(service), signal.SIGSTOP)
    assert [service.trouble() for _ in range(3)] == ["", "", "it does not answer"]


def test_failures_are_forgotten_after_an_answer(start: Start) -> None:
    service = start(failures_allowed=1)
    wait_until(lambda: healthy(service))
    for _ in range(2):
        os.kill(pid_of(service), signal.SIGSTOP)
        assert service.trouble() == ""
        os.kill(pid_of(service), signal.SIGCONT)
        time.sleep(0.1)
        assert service.trouble() == ""


def test_a_service_ends_by_itself_when_asked(start: Start) -> None:
    service = start()
    wait_until(lambda: healthy(service))
    service.ask_to_end()
    service.end()
    assert not service.running
    assert service.trouble() == "it ended with code -15"


def test_a_stopped_service_is_killed(start: Start) -> None:
    service = start()
    wait_until(lambda: healthy(service))
    pid = pid_of(service)
    os.kill(pid, signal.SIGSTOP)
    service.kill()
    assert not alive(pid)


def test_what_a_service_started_is_killed_with_it(start: Start) -> None:
    child = "import subprocess, sys, time; subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)']); time.sleep(60)"
    service = start(arguments=("-c", child))
    wait_until(lambda: psutil.Process(pid_of(service)).children())
    [grandchild] = psutil.Process(pid_of(service)).children()
    service.kill()
    wait_until(lambda: not alive(grandchild.pid))


def test_the_plan_s_environment_is_added_to_our_own(start: Start, capfd: pytest.CaptureFixture[str]) -> None:
    code = "import os; print(os.environ['WAYMARK_TEST'], 'PATH' in os.environ)"
    service = start(arguments=("-c", code), environment={"WAYMARK_TEST": "here"})
    wait_until(lambda: not service.running)
    assert capfd.readouterr().out == "here True\n"


def test_a_service_dies_with_the_process_that_started_it() -> None:
    port = free_port()
    code = (
        "from bot.server.service import Plan, Service; import time; "
        f"service = Service(Plan('tiny', ({str(TINY)!r}, '{port}'), '127.0.0.1', {port}, '/', 10, 1, 1)); "
        "service.start(); time.sleep(60)"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        pid = int(parent.stdout.readline())
        assert alive(pid)
        parent.kill()
    wait_until(lambda: not alive(pid))
