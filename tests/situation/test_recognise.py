"""Which facts a message states, and which sentence states each."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.situation.believed import believed
from bot.situation.patterns import Tellings
from bot.situation.recognise import Stated, recognise

SECONDS = 1.0


def by_phrases(text: str, tellings: Tellings) -> tuple[Stated, ...]:
    """What phrases alone tell, with what follows from it."""
    return believed(recognise(text, tellings), None, tellings)


def told(text: str, tellings: Tellings) -> dict[str, str]:
    return {each.fact: each.value for each in by_phrases(text, tellings)}


def quoted(text: str, tellings: Tellings) -> dict[str, str]:
    """Each fact with the characters that state it."""
    return {each.fact: text[each.start : each.end] for each in by_phrases(text, tellings)}


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("We have no mentor.", {"mentor": "no"}),
        ("SHE HAS A GOOD MENTOR", {"mentor": "yes"}),
        ("She starts in May, has a mentor and has supervision", {"mentor": "yes", "started": "no", "supervision": "yes"}),
        ("What would be if she has a mentor?", {}),
        ("If only! She has a mentor.", {"mentor": "yes"}),
        ("She has. A mentor?", {}),
        ("The mentor left.", {}),
        ("", {}),
        (" \n\t", {}),
        ("…?!;\n;", {}),
        ("🙂\0", {}),
        ("no " * 500, {}),
    ],
)  # fmt: skip
def test_the_facts_are_those_that_the_phrases_tell(text: str, facts: dict[str, str], tellings: Tellings) -> None:
    assert told(text, tellings) == facts


def test_facts_come_in_the_order_of_the_file_and_those_that_follow_come_last(tellings: Tellings) -> None:
    text = "No supervision. She was here for a year."
    assert [each.fact for each in by_phrases(text, tellings)] == ["stage", "supervision", "started", "mentor"]


# Several values


def test_the_value_that_is_told_last_holds(tellings: Tellings) -> None:
    first, last = "We have no mentor.", "She has a mentor now."
    assert quoted(f"{first} {last}", tellings) == {"mentor": last}
    assert told(f"{last} {first}", tellings) == {"mentor": "no"}
    assert told(f"{first} {last} {first}", tellings) == {"mentor": "no"}


def test_within_a_sentence_the_value_that_stands_first_in_the_file_holds(tellings: Tellings) -> None:
    assert told("She has no mentor", tellings) == {"mentor": "no"}
    assert told("No, she has a mentor", tellings) == {"mentor": "no"}


def test_what_follows_from_a_fact_holds_with_its_sentence(tellings: Tellings) -> None:
    text = "Hello. We are thinking of a PSW."
    assert told(text, tellings) == {"stage": "considering", "started": "no"}
    assert {*quoted(text, tellings).values()} == {"We are thinking of a PSW."}


@pytest.mark.parametrize("text", ["She works here for a year. No mentor.", "No mentor. She works here for a year."])
def test_what_is_told_goes_before_what_follows(text: str, tellings: Tellings) -> None:
    assert told(text, tellings) == {"mentor": "no", "stage": "settled", "started": "yes"}


def test_nothing_follows_from_a_value_that_was_taken_back(tellings: Tellings) -> None:
    assert told("She is here for a year. Sorry: we are thinking of a PSW.", tellings) == {
        "stage": "considering",
        "started": "no",
    }


# Sentences


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("  We have no mentor  ", "We have no mentor  "),
        ("Hi! We have no mentor?! Bye.", "We have no mentor?!"),
        ("Hi\nWe have no mentor\nBye for now, and thank you", "We have no mentor"),
        ("Hi.\n\n\nWe have no mentor.\n\nBye for now, and thank you.", "We have no mentor."),
        ("\n\n\n\n\nWe have no mentor\nBye for now", "We have no mentor"),
        ("a\r\nb\r\n- We have no mentor\r\n- Bye", "- We have no mentor\r"),
        ("one; two; we have no mentor; bye", "; we have no mentor"),
        ("We work 3.5 days with no mentor. Bye", "We work 3.5 days with no mentor."),
        ("Well… no mentor… Bye", "no mentor…"),
        ("We've no mentor. It's sad.", "We've no mentor."),
    ],
)
def test_a_fact_comes_with_the_sentence_that_states_it(text: str, sentence: str, tellings: Tellings) -> None:
    assert quoted(text, tellings) == {"mentor": sentence}


TELLING = {"We have no mentor": "no", "she has a mentor": "yes"}
sentences = st.sampled_from([*TELLING, "Hello", "the ward is full 3.5 days", "don't worry", "- milk"])
ends = st.sampled_from([". ", "! ", "?! ", "\n", ".\n\n", "\r\n", "; ", "…\n", ".\t", "\n\n\n"])


@settings(max_examples=300, deadline=None, derandomize=True)
@given(parts=st.lists(st.tuples(sentences, ends)), before=st.sampled_from(["", "\n", "\n\n", "  "]))
def test_the_last_telling_sentence_is_found_wherever_it_stands(
    parts: list[tuple[str, str]], before: str, tellings: Tellings
) -> None:
    text = before + "".join(sentence + end for sentence, end in parts)
    telling = [sentence for sentence, _ in parts if sentence in TELLING]
    found = by_phrases(text, tellings)
    assert [each.value for each in found] == [TELLING[sentence] for sentence in telling[-1:]]
    for each in found:
        assert text[each.start : each.end].strip(" ;.!?…\r\n\t") == telling[-1]
        assert telling[-1] not in text[each.end :]


@pytest.mark.parametrize("part", ["we have no mentor. ", "a. ", "\n", "no mentor ", "she has ", "; ", "é́ ", "x"])
def test_a_long_message_takes_little_time(part: str, tellings: Tellings) -> None:
    text = part * (60_000 // len(part))
    begin = time.process_time()
    recognise(text, tellings)
    assert time.process_time() - begin < SECONDS
