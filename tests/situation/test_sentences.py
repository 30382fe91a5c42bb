"""Sentences as managers write them, with the facts that each states."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from bot.knowledge import rule_base
from bot.paths import SENTENCES
from bot.rulebase.problems import RuleBaseError
from bot.situation.sentences import Sentence, load_sentences

FACTS = rule_base().facts
FEWEST = 40
"""Sentences that state a fact at least, each of its values among them at least a fifth as often."""


@cache
def own() -> tuple[Sentence, ...]:
    """The project's sentences, read once."""
    return load_sentences(SENTENCES, FACTS)


def folder(tmp_path: Path, content: str) -> Path:
    (tmp_path / "data" / "situation").mkdir(parents=True)
    (tmp_path / "data" / "situation" / "mentor.yml").write_text(content, encoding="utf-8")
    return tmp_path / "data" / "situation"


def test_a_sentence_states_the_facts_named_below_it_and_others_state_none(tmp_path: Path) -> None:
    content = "sentences:\n  - text: No mentor yet.\n    facts: {mentor_named: no}\n  - text: Who mentors her?\n"
    assert load_sentences(folder(tmp_path, content), FACTS) == (
        Sentence("No mentor yet.", {"mentor_named": "no"}),
        Sentence("Who mentors her?", {}),
    )


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("sentences:\n  - text: Hi\n    facts: {mentor_nmaed: no}\n", "data/situation/mentor.yml:3: there is no fact"),
        ("sentences:\n  - text: Hi\n    facts: {mentor_named: maybe}\n", "the value of “mentor_named” “maybe” is not known"),
        ("sentences:\n  - facts: {mentor_named: no}\n", "the key “text” is missing"),
        ("sentences:\n  - text: Hi\n    fact: {}\n", "the key “fact” is not known here"),
        ("sentence: []\n", "the key “sentences” is missing"),
        ("sentences: [\n", "not valid YAML"),
    ],
)  # fmt: skip
def test_a_mistake_is_named_with_file_and_remedy(content: str, problem: str, tmp_path: Path) -> None:
    with pytest.raises(RuleBaseError) as error:
        load_sentences(folder(tmp_path, content), FACTS)
    assert problem in str(error.value)


@pytest.mark.parametrize("fact", FACTS)
def test_every_value_of_every_fact_is_stated_by_enough_sentences(fact: str) -> None:
    counts = Counter(each.facts[fact] for each in own() if fact in each.facts)
    assert sum(counts.values()) >= FEWEST
    assert all(counts[value] >= FEWEST / 5 for value in FACTS[fact].values)


def test_a_fifth_of_the_sentences_states_nothing() -> None:
    assert sum(not each.facts for each in own()) >= len(own()) / 5
