"""What a long conversation costs, from milliseconds to the table."""

from __future__ import annotations

import json
from pathlib import Path

from bench.figures import Lengthening, lengthening
from bench.long import too_long
from bench.report import lengthening_table, write_json
from bench.setting import Findings

SLOWER = Lengthening("Waymark", 300, first=40.0, last=62.0)


def test_the_ends_of_a_conversation_are_compared_by_their_medians() -> None:
    compared = lengthening("Waymark", 300, first=[10.0, 11.0, 99.0], last=[22.0, 20.0, 99.0])
    assert compared == Lengthening("Waymark", 300, first=11.0, last=22.0)
    assert compared.ratio == 2.0


def test_last_messages_may_take_a_little_longer() -> None:
    assert too_long(Lengthening("Waymark", 300, first=40.0, last=60.0)) == []


def test_last_messages_that_take_too_long_are_named() -> None:
    [sentence] = too_long(SLOWER)
    assert "of 300 take 1.55 times" in sentence and "at most 1.5" in sentence


def test_the_table_has_a_line_for_each_store() -> None:
    head, line, other = lengthening_table([SLOWER, Lengthening("Rasa's own store", 300, 40.0, 160.0)]).splitlines()
    assert "first, ms" in head
    assert line.split() == ["Waymark", "300", "40.0", "62.0", "1.55"]
    assert other.split()[-1] == "4.00"


def test_json_holds_the_ratio(tmp_path: Path) -> None:
    file = tmp_path / "bench.json"
    write_json(file, Findings(lengthenings=[SLOWER]), {})
    assert json.loads(file.read_text(encoding="utf-8"))["long"][0]["ratio"] == 1.55
