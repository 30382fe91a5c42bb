"""How much of the machine others use meanwhile, which tells how far the times can be trusted."""

from __future__ import annotations

import resource
import time
from dataclasses import dataclass

import psutil


@dataclass(frozen=True)
class Moment:
    """Seconds on the clock, and of processor time: that of all cores, and that of the benchmark and what it ended."""

    clock: float
    everybody: float
    ours: float

    @classmethod
    def now(cls) -> Moment:
        times = psutil.cpu_times()
        usages = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
        return cls(
            clock=time.monotonic(),
            everybody=sum(times[:3]) + times.irq + times.softirq,  # first user, nice, system; not idle, waiting, stolen
            ours=sum(usage.ru_utime + usage.ru_stime for usage in usages),
        )


def cores_used_by_others(begin: Moment, end: Moment) -> float:
    """How many cores others kept busy on average between two moments; right only when all we started has ended."""
    others = (end.everybody - begin.everybody) - (end.ours - begin.ours)
    return max(0.0, others / (end.clock - begin.clock))
