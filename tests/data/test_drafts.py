"""What waits in drafts/ stays fit to be moved into the rule base."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import yaml

from bot.paths import PROJECT, RULES
from bot.presentation.answer import answer
from bot.presentation.texts import load_texts
from bot.reasoning.advise import advise
from bot.rulebase.loader import load
from bot.rulebase.model import RuleBase

DRAFTS = PROJECT / "drafts"


@pytest.fixture(scope="module")
def together(tmp_path_factory: pytest.TempPathFactory) -> RuleBase:
    """The live rule base with the drafts in it."""
    root = tmp_path_factory.mktemp("drafts") / "rules"
    shutil.copytree(RULES, root)
    shutil.copytree(DRAFTS / "rules", root, dirs_exist_ok=True)
    with (root / "facts.yml").open("a", encoding="utf-8") as facts:
        facts.writelines((DRAFTS / "facts.yml").read_text(encoding="utf-8").split("facts:\n", 1)[1])
    return load(root)


def drafted_topics() -> set[str]:
    return {folder.name for folder in (DRAFTS / "rules").iterdir()}


def examples() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for file in sorted(Path(DRAFTS / "nlu").glob("*.yml")):
        for entry in yaml.safe_load(file.read_text(encoding="utf-8"))["nlu"]:
            found[entry["intent"]] = entry["examples"].strip().splitlines()
    return found


def test_the_drafts_are_sound_beside_the_live_rule_base(together: RuleBase) -> None:
    assert drafted_topics() <= set(together.topics)


def test_every_drafted_answer_has_at_most_180_words(together: RuleBase) -> None:
    texts = load_texts(RULES)
    drafted = [key for key, question in together.questions.items() if question.topic in drafted_topics()]
    long = [key for key in drafted if answer(advise(together, key, {}), together, texts).words() > 180]
    assert drafted and long == []


def test_every_drafted_question_has_examples_and_every_example_a_question(together: RuleBase) -> None:
    drafted = {key for key, question in together.questions.items() if question.topic in drafted_topics()}
    written = examples()
    assert {key for key in drafted if len(written.get(key, [])) < 30} == set()
    assert set(written) - drafted == {"beyond_coverage", "out_of_scope"}
