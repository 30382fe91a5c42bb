"""Lists of words and exemptions, read from top to bottom. What phrases mean is tested beside danger."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.phrases.file import FARTHEST, NOTHING, Exemption, Pattern, PhraseFile, vocabulary
from bot.phrases.message import Message
from bot.phrases.notation import read_phrase
from bot.phrases.phrase import Part
from bot.phrases.search import Search
from bot.rulebase.reader import Problems, read_file


@dataclass(frozen=True)
class Found:
    """The exemptions and the phrase that a file names at its end, and what is wrong with it."""

    named: tuple[Exemption, ...]
    phrase: Part
    problems: list[str]

    def matches(self, text: str) -> bool:
        pattern = Pattern("one", self.phrase, self.named)
        return bool(Search(Message(text, vocabulary([pattern]))).words_of(pattern))


def read(folder: Path, content: str) -> Found:
    (folder / "phrases.yml").write_text(content, encoding="utf-8")
    problems = Problems(folder)
    top = read_file(folder / "phrases.yml", problems)
    assert top is not None
    file = PhraseFile()
    top.optional("lists", file.read_lists, None)
    top.optional("unless", file.read_exemptions, None)
    named = top.optional("named", file.named, ())
    phrase = top.optional("phrases", file.phrases, NOTHING)
    file.report_unused()
    return Found(named, phrase, [f"{each.line}: {each.what}. {each.remedy}." for each in problems.found])


def test_any_phrase_of_a_list_matches(tmp_path: Path) -> None:
    found = read(tmp_path, "phrases: [no mentor, lacks, mentor is missing]\n")
    assert all(found.matches(text) for text in ("No mentor!", "she lacks one", "the mentor is missing"))
    assert not any(found.matches(text) for text in ("", "a mentor", "missing"))


def test_a_list_may_name_one_that_stands_above_it_and_none_below(tmp_path: Path) -> None:
    found = read(tmp_path, "lists:\n  no: [no, without]\n  lacking: [<no> a]\nphrases: [<lacking> mentor]\n")
    assert found.matches("without a mentor") and not found.matches("a mentor")
    assert found.problems == []
    below = read(tmp_path, "lists:\n  lacking: [<no> a]\n  no: [no]\n")
    assert below.problems == [
        "2: there is no list “<no>”. Add it under “lists” above, or write one of: none.",
    ]


def test_nothing_is_what_no_message_says(tmp_path: Path) -> None:
    found = read(tmp_path, "phrases: []\n")
    assert found.phrase == NOTHING and not found.matches("anything at all")
    assert "1: there is no phrase here. Write at least one, as a line that starts with -." in found.problems


def test_a_phrase_that_cannot_be_read_leaves_the_others(tmp_path: Path) -> None:
    found = read(tmp_path, "phrases:\n  - (no mentor\n  - mentor lacks\n")
    assert found.matches("the mentor lacks") and not found.matches("no mentor")
    assert found.problems == ["2: “(” in “(no mentor” is not closed. Write “)” behind it."]


def test_exemptions_are_named_in_any_order_and_reach_as_far_as_they_say_else_no_word_further(tmp_path: Path) -> None:
    content = "unless:\n  if_so: {reason: x, before: 1, after: 2, phrases: [if]}\n  elsewhere: {reason: x, phrases: [there]}\n"
    found = read(tmp_path, content + "named: [elsewhere, if_so]\n")
    if_word, there = read_phrase("if", {}), read_phrase("there", {})
    assert found.named == (Exemption("elsewhere", there, 0, 0), Exemption("if_so", if_word, 1, 2))
    assert found.problems == []


@pytest.mark.parametrize("words", ["0", "1", str(FARTHEST)])
def test_a_distance_is_a_number_of_words(tmp_path: Path, words: str) -> None:
    found = read(tmp_path, f"unless:\n  if_so: {{reason: x, after: {words}, phrases: [if]}}\nnamed: [if_so]\n")
    assert [each.after for each in found.named] == [int(words)] and found.problems == []


@pytest.mark.parametrize("words", ["-1", "1.5", "two", "٣", "²", "1_0", str(FARTHEST + 1), "9" * 30])
def test_what_is_no_number_of_words_is_said_with_the_remedy(tmp_path: Path, words: str) -> None:
    found = read(tmp_path, f"unless:\n  if_so: {{reason: x, before: {words}, phrases: [if]}}\nnamed: [if_so]\n")
    assert [each.before for each in found.named] == [0]
    assert found.problems == [f"2: “{words}” is not a number of words. Write a whole number from 0 to {FARTHEST}."]


def test_an_exemption_that_does_not_exist_is_left_out_and_said(tmp_path: Path) -> None:
    found = read(tmp_path, "unless:\n  if_so: {reason: x, phrases: [if]}\nnamed: [if_so, if_sow]\n")
    assert [each.id for each in found.named] == ["if_so"]
    assert found.problems == ["3: the exemption “if_sow” is not known. Write “if_so” if you mean that."]


def test_every_exemption_that_nothing_names_is_said_at_its_line(tmp_path: Path) -> None:
    content = "unless:\n" + "".join(f"  {key}: {{reason: x, phrases: [if]}}\n" for key in ("a", "b", "c"))
    remedy = "Name it where it shall cancel, or delete it."
    assert sorted(read(tmp_path, content + "named: [b]\n").problems) == [
        f"2: no pattern names “a” under “unless”. {remedy}",
        f"4: no pattern names “c” under “unless”. {remedy}",
    ]


def test_the_words_of_what_cancels_are_looked_for_too(tmp_path: Path) -> None:
    content = "unless:\n  if_so: {reason: x, after: 5, phrases: [if]}\nnamed: [if_so]\nphrases: [no mentor]\n"
    found = read(tmp_path, content)
    assert found.matches("there is no mentor") and not found.matches("what if there is no mentor")
