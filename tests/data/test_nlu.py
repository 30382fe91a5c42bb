"""The examples from which the bot learns to recognise questions."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import cache

import pytest

from bot.nlu.asking import load_asking
from bot.nlu.importer import RuleBaseImporter
from bot.paths import ASKING, PROJECT, RULES
from bot.presentation.check import IN_CHECK
from bot.presentation.follow_ups import IN_WORDS, ON_SITUATION
from bot.presentation.texts import load_texts
from bot.rulebase.loader import load

from .examples import NLU, examples, held_out, held_out_findings, words

QUESTIONS = load(RULES).questions
FEWEST = 40
TOO_LIKE = 0.8
MARKUP = re.compile(r"\[[^\]]*\][({]|</?[a-z][^>]*>|\*\*|`|\{\"|^/")


@cache
def texts() -> tuple[str, ...]:
    """All examples of questions, and the messages that ask for one finding each."""
    return (*(each.text for each in examples()), *(each.text for each in load_asking(ASKING, load(RULES).findings)))


@pytest.mark.parametrize("question", QUESTIONS)
def test_each_question_has_enough_examples_in_the_file_of_its_topic_and_nowhere_else(question: str) -> None:
    found = [example for example in examples() if example.intent == question]
    assert len(found) >= FEWEST
    assert {example.file for example in found} == {NLU / f"{QUESTIONS[question].topic}.yml"}


@pytest.mark.parametrize("follow_up", (*IN_WORDS, *IN_CHECK))
def test_each_follow_up_that_has_no_button_has_enough_examples(follow_up: str) -> None:
    assert sum(example.intent == follow_up for example in examples()) >= FEWEST


def test_each_finding_has_examples_of_one_question() -> None:
    questions: dict[str, set[str]] = defaultdict(set)
    for example in examples():
        if example.finding:
            questions[example.finding].add(example.intent)
    assert set(questions) == set(load(RULES).findings)
    assert {finding: found for finding, found in questions.items() if len(found) > 1} == {}


def test_no_example_stands_twice_whatever_its_case_and_punctuation() -> None:
    seen: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for text in texts():
        seen[words(text)].append(text)
    assert [same for same in seen.values() if len(same) > 1] == []


def test_every_intent_with_examples_is_in_the_domain_and_every_intent_of_the_domain_has_examples() -> None:
    importer = RuleBaseImporter(
        config_file=str(PROJECT / "config.yml"),
        domain_path=str(PROJECT / "domain"),
        training_data_paths=[str(PROJECT / "data")],
    )
    own = {
        *QUESTIONS,
        *load_texts(RULES).at("replies"),
        *load_texts(RULES).at("buttons"),
        *IN_WORDS,
        *ON_SITUATION,
        *IN_CHECK,
        "start_over",
    }
    learnt = {example.intent for example in examples()}
    assert learnt <= set(importer.get_domain().intents)
    assert own <= learnt


def test_no_example_is_equal_or_nearly_equal_to_a_held_out_question() -> None:
    """Otherwise the test of understanding would only show what was learnt by heart."""
    known = [set(words(text)) for text in texts()]
    holders: dict[str, list[int]] = defaultdict(list)
    for number, bag in enumerate(known):
        for word in bag:
            holders[word].append(number)
    too_like = []
    for text, *_ in (*held_out(), *held_out_findings()):
        bag = set(words(text))
        shared = Counter(number for word in bag for number in holders[word])
        too_like += [
            f"{text} ~ {texts()[number]}"
            for number, count in shared.items()
            if count / (len(bag) + len(known[number]) - count) >= TOO_LIKE
        ]
    assert too_like == []


def test_examples_hold_no_markup_and_no_commands() -> None:
    assert [text for text in texts() if MARKUP.search(text)] == []


def test_examples_are_as_long_as_a_message_may_be() -> None:
    assert [text for text in texts() if not 0 < len(text) <= 1000] == []


def test_every_line_of_the_examples_is_an_item_of_the_list() -> None:
    """A line without its dash would be lost or glued to the one before."""
    for file in NLU.glob("*.yml"):
        lines = file.read_text(encoding="utf-8").split("\n")
        loose = [line for line in lines if line.startswith("    ") and not line.startswith("    - ")]
        assert loose == [], file.name
