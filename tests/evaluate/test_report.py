"""The report on small made-up outcomes."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest

from bot.knowledge import rule_base, texts
from evaluate.measures import Outcome
from evaluate.questions import Asked
from evaluate.report import MOST_CONFUSIONS, PICTURES, STYLES, THRESHOLDS, write_report

FIRST, SECOND = list(rule_base().questions)[:2]
WAYMARK = [
    *(Outcome(Asked("…", FIRST, style), [(FIRST, 0.9), (SECOND, 0.1)]) for style in STYLES),
    Outcome(Asked("…", FIRST, "terse"), [(SECOND, 0.6), (FIRST, 0.3)]),
    Outcome(Asked("…", FIRST, "sloppy"), [(FIRST, 0.05)]),
    Outcome(Asked("…", "out_of_scope", "plain"), [("out_of_scope", 0.7)]),
]
SEARCH = [Outcome(each.asked, [(SECOND, 12.5)]) for each in WAYMARK]


def written(folder: Path, outcomes: list[Outcome] = WAYMARK) -> list[str]:
    """The lines of the report on Waymark and a search whose scores are no probabilities."""
    file = folder / "evaluation.md"
    write_report(file, {"Waymark": outcomes, "search": SEARCH}, 0.08, rule_base(), texts())
    return file.read_text(encoding="utf-8").split("\n")


def cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip("|").split("|")]


def test_each_style_has_a_column_and_each_peer_a_row(tmp_path: Path) -> None:
    lines = written(tmp_path)
    [heading] = [number for number, line in enumerate(lines) if line.startswith("| | all |")]
    assert [dict(zip(cells(lines[heading]), cells(row), strict=True)) for row in lines[heading + 2 : heading + 4]] == [
        {
            "": "Waymark", "all": "71.4%",
            "plain": "100.0%", "terse": "50.0%", "situational": "100.0%", "sloppy": "50.0%", "conversational": "100.0%",
            "within three": "100.0%", "not covered, declined": "100.0%", "calibration error": "0.294",
        },
        {
            "": "search", "all": "0.0%", **dict.fromkeys(STYLES, "0.0%"),
            "within three": "0.0%", "not covered, declined": "0.0%", "calibration error": "no probability",
        },
    ]  # fmt: skip


def test_every_row_of_every_table_has_the_cells_of_its_heading(tmp_path: Path) -> None:
    lines = written(tmp_path)
    tables = 0
    for above, line in pairwise(lines):
        tables += line.startswith("|") and not above.startswith("|")
        assert not (line.startswith("|") and above.startswith("|")) or len(cells(line)) == len(cells(above))
    assert tables == 3


def test_each_threshold_has_a_row_and_the_one_in_use_is_marked(tmp_path: Path) -> None:
    lines = written(tmp_path)
    limits = [cells(line)[0] for line in lines if line.startswith(("| 0", "| **0"))]
    assert limits == ["**0.08**" if limit == 0.08 else str(limit) for limit in THRESHOLDS]


def test_what_is_taken_for_what_is_said_in_the_words_of_the_questions(tmp_path: Path) -> None:
    first, second = (texts().say(rule_base().questions[key].asks) for key in (FIRST, SECOND))
    assert written(tmp_path)[-2] == f"| {first} | {second} | 1 |"


def test_only_the_most_frequent_confusions_are_listed(tmp_path: Path) -> None:
    wrong = [Outcome(Asked("…", f"intent_{number:02}", "plain"), [(FIRST, 0.9)]) for number in range(30)]
    assert sum(line.startswith("| `intent_") for line in written(tmp_path, wrong)) == MOST_CONFUSIONS


def test_the_pictures_are_svg_and_the_report_shows_them(tmp_path: Path) -> None:
    shown = [line.partition("](")[2].rstrip(")") for line in written(tmp_path) if line.startswith("![")]
    assert shown == [f"evaluation/{name}" for name in PICTURES]
    assert sorted(path.name for path in (tmp_path / "evaluation").iterdir()) == sorted(PICTURES)
    for name in PICTURES:
        assert ElementTree.parse(tmp_path / "evaluation" / name).getroot().tag == "{http://www.w3.org/2000/svg}svg"


@pytest.mark.parametrize("name", PICTURES)
def test_the_same_outcomes_give_the_same_report_and_pictures(name: str, tmp_path: Path) -> None:
    first = written(tmp_path), (tmp_path / "evaluation" / name).read_bytes()
    assert (written(tmp_path), (tmp_path / "evaluation" / name).read_bytes()) == first


def test_the_pictures_name_every_peer_that_they_compare(tmp_path: Path) -> None:
    written(tmp_path)
    by_style, calibration = (
        (tmp_path / "evaluation" / name).read_text(encoding="utf-8") for name in ("by-style.svg", "calibration.svg")
    )
    assert ">Waymark<" in by_style and ">search<" in by_style
    assert ">Waymark<" in calibration and ">search<" not in calibration
