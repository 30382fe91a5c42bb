"""The table for people and the file for programs."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from bench.figures import WAYMARK, Figure, Lengthening
from bench.growth import Growth
from bench.setting import Findings


def table(figures: Sequence[Figure]) -> str:
    """The figures in aligned columns, each ratio being Waymark's figure divided by the peer's before it."""
    peers = list(dict.fromkeys(peer for figure in figures for peer in figure.peers))
    head = ("", "n", "", "better is", WAYMARK, *(cell for peer in peers for cell in (peer, "ratio")))
    rows = [head, *(_cells(figure, peers) for figure in figures)]
    return "\n".join(_line(row, _widths(rows)) for row in rows)


def growth_table(growth: Sequence[Growth]) -> str:
    """What a rule base of each size costs, in aligned columns."""
    head = ("rules", "load, s", "memory, MB", "advice on a question, µs", "on a situation, µs")
    rows = [
        head,
        *((f"{g.rules:,}", *map(_number, (g.load_s, g.memory_mb, g.question_us, g.situation_us))) for g in growth),
    ]
    return _right_aligned(rows)


def lengthening_table(lengthenings: Sequence[Lengthening]) -> str:
    """What the first and the last messages of a long conversation cost, in aligned columns."""
    head = ("conversations in", "turns", "first, ms", "last, ms", "ratio")
    rows = [
        head,
        *(
            (each.store, str(each.turns), _number(each.first), _number(each.last), f"{each.ratio:.2f}")
            for each in lengthenings
        ),
    ]
    return _right_aligned(rows)


def write_json(file: Path, findings: Findings, circumstances: dict[str, Any]) -> None:
    """Writes everything that was found, and under which circumstances."""
    content = {
        **circumstances,
        "long": [{**asdict(each), "ratio": each.ratio} for each in findings.lengthenings],
        "growth": [asdict(growth) for growth in findings.growth],
        "figures": [
            {**asdict(figure), "ratios": {peer: figure.ratio(peer) for peer in figure.peers}}
            for figure in findings.figures
        ],
        "cores_used_by_others": findings.cores_used_by_others,
        "notes": findings.notes,
        "failures": findings.failures,
    }
    file.parent.mkdir(exist_ok=True)
    file.write_text(json.dumps(content, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def _cells(figure: Figure, peers: Sequence[str]) -> tuple[str, ...]:
    ratios = [(figure.peers.get(peer), figure.ratio(peer)) for peer in peers]
    return (
        figure.what,
        str(figure.count),
        figure.unit,
        figure.better,
        _number(figure.waymark),
        *(cell for value, ratio in ratios for cell in (_number(value), "–" if ratio is None else f"{ratio:.2f}")),
    )


def _right_aligned(rows: Sequence[Sequence[str]]) -> str:
    widths = _widths(rows)
    return "\n".join("  ".join(cell.rjust(width) for cell, width in zip(row, widths, strict=True)) for row in rows)


def _widths(rows: Sequence[Sequence[str]]) -> list[int]:
    return [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]


def _number(value: float | None) -> str:
    """Three digits or more."""
    if value is None:
        return "–"
    return f"{value:.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    first, *rest = (
        cell.ljust(width) if column in (0, 2, 3) else cell.rjust(width)
        for column, (cell, width) in enumerate(zip(row, widths, strict=True))
    )
    return "  ".join([first, *rest]).rstrip()
