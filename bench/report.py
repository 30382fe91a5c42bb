"""The table for people and the file for programs."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from bench.figures import Figure, Lengthening
from bench.growth import Growth
from bench.measures import Findings

HEAD = ("", "n", "Waymark", "starter", "", "ratio", "better is")


def table(figures: Sequence[Figure]) -> str:
    """The figures in aligned columns, the ratio being Waymark's figure divided by the starter bot's."""
    rows = [HEAD, *(_cells(figure) for figure in figures)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEAD))]
    return "\n".join(_line(row, widths) for row in rows)


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
        "growth": [asdict(growth) for growth in findings.growth],
        "long": [{**asdict(each), "ratio": each.ratio} for each in findings.lengthenings],
        "figures": [{**asdict(figure), "ratio": figure.ratio} for figure in findings.figures],
        "cores_used_by_others": findings.cores_used_by_others,
        "notes": findings.notes,
        "failures": findings.failures,
    }
    file.parent.mkdir(exist_ok=True)
    file.write_text(json.dumps(content, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def _cells(figure: Figure) -> tuple[str, ...]:
    return (
        figure.what,
        str(figure.count),
        _number(figure.waymark),
        _number(figure.starter),
        figure.unit,
        "–" if figure.ratio is None else f"{figure.ratio:.2f}",
        figure.better,
    )


def _right_aligned(rows: Sequence[tuple[str, ...]]) -> str:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join("  ".join(cell.rjust(width) for cell, width in zip(row, widths, strict=True)) for row in rows)


def _number(value: float | None) -> str:
    """Three digits or more."""
    if value is None:
        return "–"
    return f"{value:.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    first, *rest = (
        cell.ljust(width) if column in (0, 4, 6) else cell.rjust(width)
        for column, (cell, width) in enumerate(zip(row, widths, strict=True))
    )
    return "  ".join([first, *rest]).rstrip()
