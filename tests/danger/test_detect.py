"""The shipped phrases on the messages in data/danger/, and what detection promises whatever the phrases are."""

from __future__ import annotations

import logging
import random
import re
import time
from collections import Counter
from collections.abc import Callable

import pytest
import yaml

from bot.danger.detect import Danger, detect
from bot.danger.examples import NO_DANGER, Example, load_examples
from bot.danger.patterns import Patterns, load_patterns
from bot.paths import DANGERS, PROJECT, RULES

EXAMPLES = load_examples(DANGERS)
COMPARED = [(each.text, each.danger) for each in EXAMPLES if each.phrases == "agree"]
DANGEROUS = [(text, danger) for text, danger in COMPARED if danger != NO_DANGER]
HARMLESS = [text for text, danger in COMPARED if danger == NO_DANGER]
LONG = 10_000
TIMES = 120
"""How many times as long as finding its words may take what is looked for in a message; measured are 6 to 58."""
ORDINARY_FALSE_ALARMS = 0.003


@pytest.fixture(scope="module")
def patterns() -> Patterns:
    return load_patterns(RULES)


@pytest.mark.parametrize(("text", "kind"), DANGEROUS)
def test_danger_is_found(text: str, kind: str, patterns: Patterns) -> None:
    found = detect(text, patterns)
    assert found is not None
    assert found.kind == kind


@pytest.mark.parametrize("text", HARMLESS)
def test_ordinary_worries_and_idioms_do_not_trigger(text: str, patterns: Patterns) -> None:
    assert detect(text, patterns) is None


@pytest.mark.parametrize("example", [each for each in EXAMPLES if each.phrases == "differ"])
def test_where_phrases_are_said_to_differ_they_do(example: Example, patterns: Patterns) -> None:
    found = detect(example.text, patterns)
    judged = NO_DANGER if found is None else found.kind
    assert judged != example.danger, "Good: move this message to a group where the phrases agree"


def test_the_sentences_are_as_varied_as_they_should_be() -> None:
    forms, languages = Counter[str](), Counter[str]()
    for group in yaml.safe_load((DANGERS / "phrases.yml").read_text(encoding="utf-8"))["groups"]:
        if group["danger"] != NO_DANGER and group["phrases"] == "agree":
            forms[group["form"]] += len(group["sentences"])
            languages[group["language"]] += len(group["sentences"])
    all_texts = [each.text for each in EXAMPLES]
    assert len(set(all_texts)) == len(all_texts)
    assert len(DANGEROUS) >= 150
    assert len(HARMLESS) >= 200
    assert forms["indirect"] >= len(DANGEROUS) / 3
    assert forms["mixed"] >= len(DANGEROUS) / 4
    assert languages["da"] + languages["sv"] >= len(DANGEROUS) / 4


@pytest.mark.parametrize("turn", [1, 97, 311])
def test_no_harmless_sentence_hides_a_danger_beside_it(turn: int, patterns: Patterns) -> None:
    for index, (text, kind) in enumerate(DANGEROUS):
        harmless = HARMLESS[(index * turn) % len(HARMLESS)]
        for both in (f"{harmless.rstrip('.?!')}. {text}", f"{text.rstrip('.?!')}. {harmless}"):
            found = detect(both, patterns)
            assert found is not None, both
            assert kind == "abuse" or found.kind == "acute", both


def test_few_pairs_of_harmless_sentences_add_up_to_a_danger(patterns: Patterns) -> None:
    pairs = [f"{one} \n{HARMLESS[(index + 7) % len(HARMLESS)]}" for index, one in enumerate(HARMLESS)]
    alarms = [pair for pair in pairs if detect(pair, patterns)]
    assert len(alarms) <= len(pairs) * 0.02, alarms


def test_ordinary_questions_hardly_ever_trigger(patterns: Patterns) -> None:
    questions = [
        line.strip()[2:]
        for file in sorted((PROJECT / "data" / "nlu").glob("*.yml"))
        for intent in yaml.safe_load(file.read_text(encoding="utf-8"))["nlu"]
        if "danger" not in intent.get("intent", "")
        for line in intent.get("examples", "").splitlines()
    ]
    alarms = [(question, found) for question in questions if (found := detect(question, patterns))]
    assert len(alarms) <= len(questions) * ORDINARY_FALSE_ALARMS, alarms


@pytest.mark.parametrize(
    ("cancelled", "still_found"),
    [
        (
            "She was suicidal ten years ago and is now our PSW.",
            "She was suicidal ten years ago. Today she took an overdose.",
        ),
        ("This project is killing us.", "This project is killing us, and our PSW wants to kill herself."),
        ("What if a patient says he wants to die?", "What if a patient says he wants to die? Our PSW wants to die."),
        ("He tried to hang himself as a teenager.", "He tried to hang himself as a teenager and is suicidal again."),
        (
            "How do we talk about suicide with patients?",
            "How do we talk about suicide with patients? One has written a suicide note.",
        ),
    ],
)
def test_an_exemption_cancels_only_what_is_near(cancelled: str, still_found: str, patterns: Patterns) -> None:
    assert detect(cancelled, patterns) is None
    assert detect(still_found, patterns) is not None


@pytest.mark.parametrize(
    "text",
    [
        "I DON'T WANT TO LIVE ANYMORE",
        "i don’t want to live anymore!!!",
        "i dont   want\tto live, anymore",
        "I don`t want to live anymore",
        "…I do\u00adn't want to live anymore…",
        "I don't want to **live** any-more",
        "Ｉ don't want to live anymore",
    ],
)
def test_spelling_and_punctuation_do_not_matter(text: str, patterns: Patterns) -> None:
    assert detect(text, patterns) == Danger("acute", "death_wish")


@pytest.mark.parametrize("text", ["", " \n\t ", "...", "?!", "\0", "a" * LONG, "🙂🙂", "'" * 50, "\ud800"])
def test_odd_texts_are_harmless(text: str, patterns: Patterns) -> None:
    assert detect(text, patterns) is None


def test_acute_danger_comes_before_abuse(patterns: Patterns) -> None:
    found = detect("A nurse hits the patients. One of them has taken an overdose.", patterns)
    assert found is not None
    assert found.kind == "acute"


def test_two_signs_are_named_and_one_is_not_enough(patterns: Patterns) -> None:
    found = detect("She gave her cat to the neighbour. She thanked everyone for the time.", patterns)
    assert found == Danger("acute", "sign_farewell+sign_gives_away")
    assert detect("She gave her cat to the neighbour.", patterns) is None
    far = " We talked about the rota and the budget of the unit." * 8
    assert detect(f"She gave her cat to the neighbour.{far} She thanked everyone for the time.", patterns) is None


def test_detection_keeps_silent_and_repeats_itself(
    patterns: Patterns, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    with caplog.at_level(logging.DEBUG):
        first = [detect(text, patterns) for text, _ in DANGEROUS]
        assert first == [detect(text, load_patterns(RULES)) for text, _ in DANGEROUS[:1]] + first[1:]
        assert first == [detect(text, patterns) for text, _ in DANGEROUS]
    assert not caplog.records
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize("kind", ["ordinary", "idioms", "words", "slips", "one letter", "noise", "gaps"])
def test_a_long_message_takes_little_time_beside_finding_its_words(kind: str, patterns: Patterns) -> None:
    text = _long_text(kind, patterns)[:LONG]
    assert len(text) == LONG
    least = _least_time(lambda: re.findall(r"\w+", text.casefold()))
    assert _least_time(lambda: detect(text, patterns)) < TIMES * least


def _least_time(act: Callable[[], object]) -> float:
    """The processor time of the quickest of many runs, which other work on the machine disturbs least."""
    times = []
    for _ in range(15):
        begin = time.process_time()
        act()
        times.append(time.process_time() - begin)
    return min(times)


def _long_text(kind: str, patterns: Patterns) -> str:
    dice = random.Random(7)
    everything = (*patterns.acute, *patterns.signs, *patterns.abuse)
    sets = [word_set for pattern in everything for word_set in pattern.phrase.word_sets()]
    words = sorted({word.rstrip("*") for word_set in sets for word in word_set if len(word) > 6})
    some = dice.choices(words, k=2000)
    texts = {
        "ordinary": " ".join(HARMLESS),
        "idioms": "could kill himself laughing at the budget meeting ten years ago and " * 200,
        "words": ". ".join(some),
        "slips": ". ".join(word[:-3] + word[-2] + word[-3] + word[-1] for word in some),
        "one letter": "a b " * LONG,
        "noise": "".join(dice.choices("abcdefgh ", k=LONG)),
        "gaps": "he took the took the took she swallowed all of the " * 300,
    }
    return texts[kind]
