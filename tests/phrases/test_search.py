"""Which words of a message a pattern rests on."""

from __future__ import annotations

import pytest

from bot.phrases.file import Exemption, Pattern, vocabulary
from bot.phrases.message import Message, words_of
from bot.phrases.notation import read_phrase
from bot.phrases.search import Search

IF = Exemption("if_so", read_phrase("what if", {}), before=0, after=3)


def pattern(phrase: str, *unless: Exemption) -> Pattern:
    return Pattern(phrase, read_phrase(phrase, {}), unless)


def search(text: str, *patterns: Pattern) -> Search:
    return Search(Message(text, vocabulary(patterns)))


def at(text: str, positions: int) -> list[str]:
    """The words that stand at these positions."""
    words = words_of(text)
    assert positions < 1 << len(words)
    return [word for place, word in enumerate(words) if positions >> place & 1]


@pytest.mark.parametrize(
    ("phrase", "text", "words"),
    [
        ("mentor", "A mentor helps.", ["mentor"]),
        ("mentor", "Mentor? No mentor!", ["mentor", "mentor"]),
        ("no * mentor", "We have no good mentor here", ["no", "good", "mentor"]),
        ("no [good] mentor", "no mentor", ["no", "mentor"]),
        ("no // mentor", "No. Not one mentor.", ["no", ".", "not", "one", "mentor"]),
        ("(no|without) mentor", "no mentor, without mentor", ["no", "mentor", "without", "mentor"]),
        ("([good] mentor|no * guide)", "mentor", ["mentor"]),
        ("([good] mentor|no * guide)", "no guide", ["no", "guide"]),
        ("(a|the) (good|* bad) mentor", "the very bad mentor", ["the", "very", "bad", "mentor"]),
        ("boss", "bsos", []),
        ("supervision", "supervisoin", ["supervisoin"]),
        ("no * mentor", "No. Mentor.", []),
        ("mentor", "", []),
        ("mentor", "…", []),
    ],
)
def test_a_pattern_rests_on_the_words_of_every_match(phrase: str, text: str, words: list[str]) -> None:
    sought = pattern(phrase)
    assert at(text, search(text, sought).words_of(sought)) == words


def test_words_that_are_used_do_not_count_again() -> None:
    text, sought = "no mentor and no supervisor", pattern("no mentor|supervisor")
    looked = search(text, sought)
    first = looked.words_of(sought, used=0b11)
    assert at(text, first) == ["no", "supervisor"]
    assert looked.words_of(sought, used=first) == 0b11
    assert looked.words_of(sought, used=looked.message.everywhere) == 0


def test_an_exemption_closes_its_own_words_and_those_near_it_to_the_patterns_that_name_it_only() -> None:
    text = "What if the mentor leaves? The mentor stays."
    careful, careless = pattern("mentor", IF), pattern("mentor")
    looked = search(text, careful, careless)
    assert looked.words_of(careful) == 1 << words_of(text).index("mentor", 4)
    assert at(text, looked.words_of(careless)) == ["mentor", "mentor"]
    own = pattern("if", IF)
    assert search(text, own).words_of(own) == 0


def test_a_match_is_not_made_across_words_that_are_closed() -> None:
    sought = pattern("no * mentor", Exemption("sure", read_phrase("really", {}), 0, 0))
    assert search("no real mentor", sought).words_of(sought)
    assert not search("no really mentor", sought).words_of(sought)


@pytest.mark.parametrize(
    ("most", "words"), [(0, ["mentor"]), (1, ["a", "mentor", "."]), (9, words_of("a mentor. yes"))]
)
def test_what_is_around_words_passes_the_end_of_a_sentence(most: int, words: list[str]) -> None:
    text, sought = "a mentor. yes", pattern("mentor")
    looked = search(text, sought)
    assert at(text, looked.around(looked.words_of(sought), most) & looked.message.everywhere) == words
