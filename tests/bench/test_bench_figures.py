"""The arithmetic of the benchmark, without a server."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bench.figures import Figure, medians, p95s, percentile
from bench.load import Moment, cores_used_by_others
from bench.measures import Findings
from bench.report import table, write_json


@pytest.mark.parametrize(
    ("samples", "percent", "expected"),
    [
        ([7.0], 95, 7.0),
        ([3.0, 1.0, 2.0], 50, 2.0),
        ([float(number) for number in range(1, 21)], 95, 19.0),
        ([float(number) for number in range(1, 201)], 95, 190.0),
        ([1.0, 2.0], 100, 2.0),
    ],
)
def test_percentile_is_the_nearest_rank(samples: list[float], percent: float, expected: float) -> None:
    assert percentile(samples, percent) == expected


@pytest.mark.parametrize(("samples", "percent"), [([], 95), ([1.0], 0), ([1.0], 101)])
def test_percentile_refuses_what_has_none(samples: list[float], percent: float) -> None:
    with pytest.raises(ValueError, match="no percentile"):
        percentile(samples, percent)


def test_ratio_is_waymark_by_starter() -> None:
    assert Figure("x", "s", 1, 30.0, 20.0).ratio == 1.5
    assert Figure("x", "s", 1, 30.0).ratio is None
    assert Figure("x", "s", 1, 30.0, 0.0).ratio is None


def test_medians_and_p95s_of_both() -> None:
    slow, fast = [10.0, 20.0, 90.0], [5.0, 10.0, 15.0]
    assert medians("x", "ms", slow, fast) == Figure("x, median", "ms", 3, 20.0, 10.0)
    assert p95s("x", "ms", slow, fast) == Figure("x, p95", "ms", 3, 90.0, 15.0)


def test_table_shows_figures_and_ratio() -> None:
    lines = table([Figure("train", "s", 2, 50.0, 200.0), Figure("install", "s", 1, 9.0)]).splitlines()
    assert lines[0].split() == ["n", "Waymark", "starter", "ratio", "better", "is"]
    assert lines[1].split() == ["train", "2", "50.0", "200", "s", "0.25", "less"]
    assert lines[2].split() == ["install", "1", "9.00", "–", "s", "–", "less"]


def test_json_holds_ratio_and_circumstances(tmp_path: Path) -> None:
    file = tmp_path / "bench.json"
    write_json(file, Findings(figures=[Figure("train", "s", 2, 50.0, 200.0)]), {"cores": 2})
    content = json.loads(file.read_text(encoding="utf-8"))
    assert content["cores"] == 2
    assert content["figures"][0]["ratio"] == 0.25


def test_what_others_use_is_all_without_ours() -> None:
    begin, end = Moment(clock=10, everybody=100, ours=5), Moment(clock=20, everybody=118, ours=12)
    assert cores_used_by_others(begin, end) == pytest.approx(1.1)
    assert cores_used_by_others(begin, Moment(clock=20, everybody=106, ours=12)) == 0.0
