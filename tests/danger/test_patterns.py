"""The notation, and mistakes in `danger.yml`, which are all reported at once with file, line and remedy."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.danger.detect import detect
from bot.danger.patterns import load_patterns
from bot.paths import RULES
from bot.rulebase.problems import RuleBaseError

Write = Callable[[str], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def to_file(content: str) -> Path:
        folder = tmp_path / "rules"
        folder.mkdir(exist_ok=True)
        (folder / "danger.yml").write_text(content, encoding="utf-8")
        return folder

    return to_file


def file_with(phrase: str, more: str = "") -> str:
    return f"""\
lists:
  self: [himself, her self]
unless:
  past: {{reason: long ago, before: 2, after: 1, phrases: [ years ago ]}}
acute:
  one:
    language: en
    reason: a test
    unless: [past]
    phrases:
      - "{phrase}"
abuse:
  other: {{language: en, reason: a test, phrases: [ zzz ]}}
{more}"""


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        ("wants to die", "she WANTS, to die", True),
        ("wants to die", "she wants to. Die", False),
        ("don't", "i dont", True),
        ("self-harm", "self harm", True),
        ("suicid*", "suicidality", True),
        ("suicid*", "pesticide", False),
        ("kill|shoot him", "shoot him", True),
        ("kill|shoot him", "kill her", False),
        ("took * pills", "took all of his pills", True),
        ("took * pills", "took all of his many pills", False),
        ("took *4 pills", "took all of his many pills", True),
        ("took * pills", "took it. Pills", False),
        ("away // gone", "away. And then. Gone", True),
        ("away // gone", "away" + " word" * 31 + " gone", False),
        ("(at home|out there) now", "out there now", True),
        ("(at home|out there) now", "at there now", False),
        ("[so|very much] many pills", "many pills", True),
        ("[so|very much] many pills", "very much many pills", True),
        ("hurts <self>", "hurts her self", True),
        ("hurts <self>", "hurts her", False),
        ("overdose", "ovredose", True),
        ("overdose", "ovrdose", True),
        ("overdose", "overdosse", True),
        ("overdose", "overdoze", True),
        ("overdose", "overtose it", True),
        ("overdose", "ovrdoze", False),
        ("hanging", "changing", False),
        ("hanging", "hangings", False),
        ("hangs", "hanges", False),
        ("(take [your|the] (red|blue)|swallow) pill", "take the blue pill", True),
        ("die", "die years ago", False),
        ("die", "die five years ago", False),
        ("die", "die four or five years ago", True),
        ("die", "years ago die", False),
        ("die", "years ago they die", True),
        ("die", "die. Years ago", True),
        ("die", "die years ago or die", True),
        ("die or live", "years ago die or live", False),
    ],
)
def test_notation(phrase: str, text: str, found: bool, write: Write) -> None:
    assert (detect(text, load_patterns(write(file_with(phrase)))) is not None) == found


@pytest.mark.parametrize(
    ("phrase", "says"),
    [
        ("took <pils>", "there is no list “<pils>”. Add it under “lists” above, or write one of: <self>"),
        ("(took pills", "“(” in “(took pills” is not closed. Write “)” behind it"),
        ("took) pills", "“)” in “took) pills” closes nothing. Delete it, or open the bracket before it"),
        ("[took) pills", "“[” in “[took) pills” is not closed"),
        ("* *2", "the phrase “* *2” would match anything. Write at least one word that must be there"),
        ("[took]", "the phrase “[took]” would match anything"),
        ("took *13 pills", "the gap “*13” is not allowed. Write *1 to *12, or // for a far gap"),
        ("took *0 pills", "the gap “*0” is not allowed"),
        ("took|", "“|” in “took|” is not a word"),
        ("took (|pills)", "a word is missing in “took (|pills)”"),
        ("took ()", "a word is missing in “took ()”"),
        ("took|* pills", "“|” in “took|* pills” has a gap at its side"),
        ("su*cide", "“su*cide” in “su*cide” is not a word. Write letters, with “*” only at a word's end"),
        ("took ? pills", "“?” in “took ? pills” is not a word"),
        ("took <self", "“<” in “took <self” is not a word"),
    ],
)
def test_a_mistake_in_a_phrase_names_the_line_and_the_remedy(phrase: str, says: str, write: Write) -> None:
    with pytest.raises(RuleBaseError) as error:
        load_patterns(write(file_with(phrase)))
    assert str(error.value).startswith(f"rules/danger.yml:11: {says}")


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("language: en\n", "language: eng\n", "rules/danger.yml:7: the language “eng” is not known. Write “en”"),
        ("    reason: a test\n", "", "the key “reason” is missing. Add “reason:” here"),
        ("[past]", "[pasd]", "rules/danger.yml:9: the exemption “pasd” is not known. Write “past” if you mean that"),
        ("    unless: [past]\n", "", "rules/danger.yml:4: no pattern names “past” under “unless”. Name it"),
        ("before: 2", "before: two", "“two” is not a number of words. Write a whole number from 0 to 15"),
        ("before: 2", "before: 16", "“16” is not a number of words"),
        ("[ years ago ]", "[]", "rules/danger.yml:4: there is no phrase here. Write at least one"),
        ("other:", "one:", "the pattern “one” exists in line 6 too. Give one of them another id"),
        ("    phrases:", "    phrase:", "the key “phrase” is not known here. Write “phrases” if you mean that"),
        ("abuse:", "abuses:", "the key “abuses” is not known here. Write “abuse” if you mean that"),
        ("lists:", "acute: {}\nlists:", "the key “acute” stands twice"),
        ("acute:", "acute: [", "this is not valid YAML"),
    ],
)
def test_a_mistake_in_the_file_names_the_remedy(old: str, new: str, says: str, write: Write) -> None:
    content = file_with("die")
    assert old in content
    with pytest.raises(RuleBaseError) as error:
        load_patterns(write(content.replace(old, new, 1)))
    assert says in str(error.value)


def test_all_mistakes_are_reported_at_once(write: Write) -> None:
    with pytest.raises(RuleBaseError) as error:
        load_patterns(write(file_with("(die").replace("language: en", "language: xx")))
    assert len(error.value.problems) == 3


def test_a_missing_file_is_reported(tmp_path: Path) -> None:
    with pytest.raises(RuleBaseError, match="the file cannot be read"):
        load_patterns(tmp_path)


def test_the_shipped_file_loads() -> None:
    patterns = load_patterns(RULES)
    assert patterns.acute
    assert patterns.signs
    assert patterns.abuse
