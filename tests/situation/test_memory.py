"""What is known of a situation: kept in a slot, added to and taken from."""

from __future__ import annotations

import json
from types import MappingProxyType

import pytest

from bot.situation.memory import LONGEST_WORDS, Known, Memory, as_slot, from_slot, values, with_told, without

from .small import BASE

MEMORY: Memory = MappingProxyType({"mentor": Known("no", "no mentor yet"), "started": Known("yes")})


def test_the_reasoning_gets_the_values() -> None:
    assert values(MEMORY) == {"mentor": "no", "started": "yes"}
    assert values({}) == {}


def test_what_is_told_is_kept_with_its_words() -> None:
    assert with_told({}, [("mentor=no", "no mentor"), ("stage=settled", "")], BASE) == {
        "mentor": Known("no", "no mentor"),
        "stage": Known("settled"),
    }


def test_what_is_told_later_holds_and_counts_as_the_newest() -> None:
    found = with_told(MEMORY, [("mentor=yes", "found one")], BASE)
    assert [*found.items()] == [("started", Known("yes")), ("mentor", Known("yes", "found one"))]
    assert with_told({}, [("mentor=yes", "a"), ("mentor=no", "b")], BASE) == {"mentor": Known("no", "b")}


def test_telling_nothing_changes_nothing() -> None:
    assert [*with_told(MEMORY, [], BASE).items()] == [*MEMORY.items()]


@pytest.mark.parametrize(
    "telling",
    ["", "=", "mentor", "mentor=", "mentor=maybe", "mentor=YES", "mentor=yes ", "mentor=yes=no", "=yes", "weather=yes",
     "mentor:yes", "{0.__class__}=yes"],
)  # fmt: skip
def test_what_is_no_value_of_a_fact_is_left_out(telling: str) -> None:
    assert with_told(MEMORY, [(telling, "x"), ("stage=settled", "y")], BASE) == {
        **MEMORY,
        "stage": Known("settled", "y"),
    }


def test_words_are_kept_in_one_line_and_not_without_end() -> None:
    told = with_told({}, [("mentor=no", f" no\n\n mentor\t{'x' * 1000}")], BASE)["mentor"]
    assert told.words.startswith("no mentor xxx") and len(told.words) == LONGEST_WORDS


@pytest.mark.parametrize(("fact", "left"), [("mentor", ["started"]), ("stage", ["mentor", "started"]), ("", [*MEMORY])])
def test_one_fact_is_forgotten(fact: str, left: list[str]) -> None:
    assert [*without(MEMORY, fact)] == left
    assert "mentor" in MEMORY


def test_a_slot_gives_back_what_it_was_given_even_through_json() -> None:
    assert [*from_slot(as_slot(MEMORY), BASE).items()] == [*MEMORY.items()]
    assert from_slot(json.loads(json.dumps(as_slot(MEMORY))), BASE) == MEMORY


@pytest.mark.parametrize("slot", [None, "", "mentor=no", 42, True, [], [["mentor", "no"]], {}], ids=repr)
def test_what_is_no_memory_is_as_none(slot: object) -> None:
    assert from_slot(slot, BASE) == {}


@pytest.mark.parametrize(
    "pair",
    [None, "no", ["no"], ["no", "x", "y"], ["no", None], [None, "x"], ["maybe", "x"], [["no"], "x"], {"no": "x"}, []],
    ids=repr,
)
def test_what_cannot_have_been_remembered_is_left_out(pair: object) -> None:
    assert from_slot({"mentor": pair, "started": ["yes", ""]}, BASE) == {"started": Known("yes")}


@pytest.mark.parametrize("key", ["weather", "", 7, None, "mentor=no"])
def test_a_fact_that_does_not_exist_any_more_is_left_out(key: object) -> None:
    assert from_slot({key: ["yes", "x"]}, BASE) == {}
