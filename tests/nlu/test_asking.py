"""Messages that each ask for one finding."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from bot.knowledge import rule_base
from bot.nlu.asking import Asking, load_asking
from bot.paths import ASKING
from bot.rulebase.problems import RuleBaseError

FINDINGS = rule_base().findings
SOME = next(iter(FINDINGS))


@cache
def own() -> tuple[Asking, ...]:
    """The project's messages, read once."""
    return load_asking(ASKING, FINDINGS)


def folder(tmp_path: Path, content: str) -> Path:
    (tmp_path / "data" / "findings").mkdir(parents=True)
    (tmp_path / "data" / "findings" / "mentor.yml").write_text(content, encoding="utf-8")
    return tmp_path / "data" / "findings"


def test_each_message_asks_for_the_finding_it_stands_below(tmp_path: Path) -> None:
    content = f"findings:\n  {SOME}:\n    - Is she to tell it?\n    - How much?\n"
    assert load_asking(folder(tmp_path, content), FINDINGS) == (
        Asking("Is she to tell it?", SOME),
        Asking("How much?", SOME),
    )


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("findings:\n  no_such_finding:\n    - Hi\n", "data/findings/mentor.yml:2: there is no finding"),
        (f"findings:\n  {SOME}: Hi\n", "data/findings/mentor.yml:2: a list is expected here"),
        (f"findings:\n  {SOME}: []\n", "the list is empty"),
        (f"findings:\n  {SOME}: [Hi, Hi]\n", "stands twice in this list"),
        ("finding: {}\n", "the key “findings” is missing"),
        ("findings: [\n", "not valid YAML"),
    ],
)
def test_a_mistake_is_named_with_file_and_remedy(content: str, problem: str, tmp_path: Path) -> None:
    with pytest.raises(RuleBaseError) as error:
        load_asking(folder(tmp_path, content), FINDINGS)
    assert problem in str(error.value)


def test_a_message_stands_in_the_file_of_its_finding_s_topic() -> None:
    for topic in {finding.topic for finding in FINDINGS.values()}:
        file = ASKING / f"{topic}.yml"
        alone = {key for key, finding in FINDINGS.items() if finding.topic == topic}
        text = file.read_text(encoding="utf-8") if file.exists() else ""
        assert all(f"\n  {each.finding}:" in text for each in own() if each.finding in alone)
