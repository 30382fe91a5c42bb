"""The arithmetic of the benchmark, without a server."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bench.figures import Figure, medians, p95s, percentile
from bench.load import Moment, cores_used_by_others
from bench.report import table, write_json
from bench.setting import Findings


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


def test_a_ratio_is_waymarks_figure_by_a_peers() -> None:
    figure = Figure("x", "s", 1, 30.0, {"starter": 20.0, "stopped": 0.0})
    assert figure.ratio("starter") == 1.5
    assert figure.ratio("stopped") is None
    assert figure.ratio("unknown") is None


def test_medians_and_p95s_are_those_of_each_bot_that_has_samples() -> None:
    samples = {"Waymark": [10.0, 20.0, 90.0], "starter": [5.0, 10.0, 15.0], "silent": []}
    assert medians("x", "ms", samples) == Figure("x, median", "ms", 3, 20.0, {"starter": 10.0})
    assert p95s("x", "ms", samples) == Figure("x, p95", "ms", 3, 90.0, {"starter": 15.0})


def test_table_shows_each_peer_and_its_ratio() -> None:
    figures = [
        Figure("train", "s", 2, 50.0, {"starter": 200.0, "stock": 500.0}),
        Figure("right", "%", 1, 90.0, {"stock": 45.0}, "more"),
        Figure("install", "s", 1, 9.0),
    ]
    lines = [line.split() for line in table(figures).splitlines()]
    assert lines[0] == ["n", "better", "is", "Waymark", "starter", "ratio", "stock", "ratio"]
    assert lines[1] == ["train", "2", "s", "less", "50.0", "200", "0.25", "500", "0.10"]
    assert lines[2] == ["right", "1", "%", "more", "90.0", "–", "–", "45.0", "2.00"]
    assert lines[3] == ["install", "1", "s", "less", "9.00", "–", "–", "–", "–"]


def test_json_holds_ratios_and_circumstances(tmp_path: Path) -> None:
    file = tmp_path / "bench.json"
    write_json(file, Findings(figures=[Figure("train", "s", 2, 50.0, {"starter": 200.0})]), {"cores": 2})
    content = json.loads(file.read_text(encoding="utf-8"))
    assert content["cores"] == 2
    assert content["figures"][0]["peers"] == {"starter": 200.0}
    assert content["figures"][0]["ratios"] == {"starter": 0.25}


def test_what_others_use_is_all_without_ours() -> None:
    begin, end = Moment(clock=10, everybody=100, ours=5), Moment(clock=20, everybody=118, ours=12)
    assert cores_used_by_others(begin, end) == pytest.approx(1.1)
    assert cores_used_by_others(begin, Moment(clock=20, everybody=106, ours=12)) == 0.0
