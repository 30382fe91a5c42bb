"""Starts processes, never waits for them without bound, and ends every one of them and whatever it started."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import psutil

PROMPT_END = 15.0
"""Seconds that processes get to end by themselves before they are killed."""
SAY_EVERY = 60.0
"""Seconds."""
LAST_LINES = 20


class BenchError(Exception):
    """The benchmark cannot go on, with the reason."""


@contextlib.contextmanager
def started(
    command: Sequence[str], folder: Path, environment: dict[str, str], log: Path
) -> Iterator[subprocess.Popen[bytes]]:
    """Runs a command as long as the block lasts; then ends it, also after an error or Ctrl-C."""
    with log.open("wb") as output:
        process = subprocess.Popen(
            command,
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,  # Ctrl-C reaches the benchmark only, which then ends the rest
        )
        try:
            yield process
        finally:
            _end(process)


def seconds_of(
    command: Sequence[str],
    folder: Path,
    environment: dict[str, str],
    log: Path,
    at_most: float,
    say: Callable[[str], None],
) -> float:
    """Runs a command to its end and returns how long that took; says each minute what it printed last.

    Raises:
        BenchError: when it fails or takes too long.
    """
    begin = time.perf_counter()
    with started(command, folder, environment, log) as process:
        while not _ends_within(process, min(SAY_EVERY, begin + at_most - time.perf_counter())):
            if time.perf_counter() - begin >= at_most:
                raise BenchError(f"{_words(command)} was not done after {at_most:.0f} s:\n{end_of(log)}")
            say(f"after {time.perf_counter() - begin:.0f} s: {end_of(log, 1)}")
        took = time.perf_counter() - begin
    if process.returncode != 0:
        raise BenchError(f"{_words(command)} ended with code {process.returncode}:\n{end_of(log)}")
    return took


def family_of(pid: int) -> list[psutil.Process]:
    """A process and all its descendants, in whatever session or group they are."""
    try:
        process = psutil.Process(pid)
        return [process, *process.children(recursive=True)]
    except psutil.NoSuchProcess:
        return []


def end_of(log: Path, lines: int = LAST_LINES) -> str:
    """The last lines of what a process printed; each state of a progress bar is a line."""
    return "\n".join(log.read_text(encoding="utf-8", errors="replace").splitlines()[-lines:])


def _ends_within(process: subprocess.Popen[bytes], seconds: float) -> bool:
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        return False
    return True


def _end(process: subprocess.Popen[bytes]) -> None:
    family = family_of(process.pid)
    process.terminate()
    _, alive = psutil.wait_procs(family, timeout=PROMPT_END)
    for member in alive:
        with contextlib.suppress(psutil.NoSuchProcess):
            member.kill()
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _words(command: Sequence[str]) -> str:
    return f"“{' '.join(command)}”"
