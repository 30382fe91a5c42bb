"""How much memory a process and its descendants take."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from pathlib import Path

import psutil

from bench.processes import family_of

KB_PER_MB = 1024


@dataclass(frozen=True)
class Memory:
    """In MB. `proportional` shares out pages that several processes use (PSS); `anonymous` leaves out files in memory."""

    proportional: float
    anonymous: float


def memory_of(pid: int) -> Memory:
    """The memory of a process and all its descendants together."""
    fields: dict[str, int] = {}
    for member in family_of(pid):
        for name, kilobytes in _rollup(member.pid).items():
            fields[name] = fields.get(name, 0) + kilobytes
    return Memory(fields["Pss"] / KB_PER_MB, fields["Pss_Anon"] / KB_PER_MB)


def strangers_sharing_with(pid: int) -> int:
    """How many other processes use the same installed libraries, each of which makes the proportional size smaller."""
    family = {member.pid for member in family_of(pid)}
    ours = set().union(*(_libraries(member) for member in family))
    return sum(1 for other in psutil.pids() if other not in family and ours & _libraries(other))


def _rollup(pid: int) -> dict[str, int]:
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()[1:]
    return {name: int(rest.split()[0]) for name, rest in (line.split(":", 1) for line in lines)}


def _libraries(pid: int) -> set[tuple[str, str]]:
    """Device and inode of every installed library that a process has in memory; hard links count as one."""
    with contextlib.suppress(OSError):
        fields = (line.split(maxsplit=5) for line in Path(f"/proc/{pid}/maps").read_text(errors="replace").splitlines())
        return {(field[3], field[4]) for field in fields if "site-packages" in field[-1]}
    return set()
