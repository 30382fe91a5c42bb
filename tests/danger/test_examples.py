"""Messages that reveal danger, or sound like it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from bot.danger.examples import DANGERS, Example, load_examples
from bot.paths import DANGERS as FOLDER
from bot.rulebase.problems import RuleBaseError

FEWEST = 100
"""Messages of each danger at least, so that it can be learnt."""


def folder(tmp_path: Path, content: str) -> Path:
    (tmp_path / "data" / "danger").mkdir(parents=True)
    (tmp_path / "data" / "danger" / "some.yml").write_text(content, encoding="utf-8")
    return tmp_path / "data" / "danger"


def test_every_message_of_a_group_reveals_its_danger(tmp_path: Path) -> None:
    content = (
        "groups:\n"
        "  - {danger: acute, phrases: agree, language: en, form: direct, sentences: [He wants to die.]}\n"
        "  - {danger: none, about: idioms, sentences: [I am dead tired., This is killing me.]}\n"
    )
    assert load_examples(folder(tmp_path, content)) == (
        Example("He wants to die.", "acute", "agree"),
        Example("I am dead tired.", "none", "not compared"),
        Example("This is killing me.", "none", "not compared"),
    )


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("groups:\n  - {danger: big, sentences: [Hi]}\n", "data/danger/some.yml:2: the danger “big” is not known"),
        ("groups:\n  - {danger: none, phrases: maybe, sentences: [Hi]}\n", "the judgement of phrases “maybe” is not known"),
        ("groups:\n  - {sentences: [Hi]}\n", "the key “danger” is missing"),
        ("groups:\n  - {danger: none}\n", "the key “sentences” is missing"),
        ("groups:\n  - {danger: none, sentences: [Hi], abuot: idioms}\n", "the key “abuot” is not known here"),
        ("groups: {}\n", "a list is expected here"),
        ("groups: [\n", "not valid YAML"),
    ],
)  # fmt: skip
def test_a_mistake_is_named_with_file_and_remedy(content: str, problem: str, tmp_path: Path) -> None:
    with pytest.raises(RuleBaseError) as error:
        load_examples(folder(tmp_path, content))
    assert problem in str(error.value)


@pytest.mark.parametrize("danger", DANGERS)
def test_there_are_enough_messages_of_each_kind(danger: str) -> None:
    assert Counter(each.danger for each in load_examples(FOLDER))[danger] >= FEWEST
