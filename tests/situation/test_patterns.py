"""The file of phrases that tell facts: what it holds, and mistakes in it with file, line and remedy."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.knowledge import rule_base
from bot.paths import RULES
from bot.rulebase.problems import RuleBaseError
from bot.situation.patterns import load_tellings

from .small import FACTS, PHRASES, loaded, written


def problems(folder: Path, content: str) -> list[str]:
    with pytest.raises(RuleBaseError) as caught:
        loaded(folder, content)
    return [str(problem) for problem in caught.value.problems]


def test_every_value_of_every_fact_is_held_in_the_order_of_the_file(tmp_path: Path) -> None:
    found = loaded(tmp_path).of_facts
    assert [each.pattern.id for each in found] == [
        "mentor=no", "mentor=yes", "started=no", "stage=considering", "stage=settled", "supervision=no", "supervision=yes",
    ]  # fmt: skip
    assert all(each.pattern.id == f"{each.fact}={each.value}" for each in found)


def test_exemptions_and_facts_that_follow_are_held_where_they_are_named(tmp_path: Path) -> None:
    found = {each.pattern.id: each for each in loaded(tmp_path).of_facts}
    assert {key for key, each in found.items() if each.pattern.unless} == {"mentor=no", "mentor=yes"}
    assert found["stage=settled"].implies == {"started": "yes", "mentor": "yes"}
    assert found["mentor=no"].implies == {}


def test_lists_and_exemptions_may_be_left_out(tmp_path: Path) -> None:
    found = loaded(
        tmp_path, "facts: {mentor: {no: {phrases: [no mentor]}}}\nopen_questions: [help]\nquestion_beginnings: [who]\n"
    )
    assert [each.pattern.id for each in found.of_facts] == ["mentor=no"]


NO_FACT = "there is no fact “mentro”. Add it to facts.yml, or correct its name."


@pytest.mark.parametrize(
    ("old", "new", "line", "says"),
    [
        ("  mentor:\n    no:", "  mentro:\n    no:", 9, NO_FACT),
        ("        mentor: yes", "        mentro: yes", 29, NO_FACT),
        ("    yes:\n", "    maybe:\n", 14, "the fact “mentor” can never be “maybe”. Its values are: yes, no."),
        ("settled:", "gone:", 25, "the fact “stage” can never be “gone”. Its values are: considering, settled."),
        ("started: yes", "started: often", 28, "the value of “started” “often” is not known. Known are: no, yes."),
        ("{started: no}", "[started]", 24, "keys with values are expected here. Write `key: value` lines."),
        ("[if_so]", "[if_no]", 11, "the exemption “if_no” is not known. Write “if_so” if you mean that."),
        ("no * mentor", "<no> mentor", 13, "there is no list “<no>”. Add it under “lists” above, or write one of: <psw>."),
        ("no * mentor", "no * (mentor", 13, "“(” in “no * (mentor” is not closed. Write “)” behind it."),
        ("      phrases: [thinking of a <psw>]\n", "", 23, "the key “phrases” is missing. Add “phrases:” here."),
        ("implies: {", "follows: {", 24, "the key “follows” is not known here. Known are: implies, phrases, unless."),
        ("      phrases:\n        - no * m", "      phrase:\n        - no * m", 12,
         "the key “phrase” is not known here. Write “phrases” if you mean that."),
        ("    no: {phrases: [no * supervision]}", "    no: no * supervision", 31, "the key “phrases” is missing. Add “phrases:” here."),
        ("    reason: what would be\n", "", 5, "the key “reason” is missing. Add “reason:” here."),
        ("facts:", "fact:", 1, "the key “facts” is missing. Add “facts:” here."),
        ("open_questions:", "questions:", 1, "the key “open_questions” is missing. Add “open_questions:” here."),
        ("  - any advice", "  - '*'", 35, "the phrase “*” would match anything. Write at least one word that must be there."),
        ("    yes: {phrases", "    no: {phrases", 32, "the key “no” stands twice (first in line 31). Rename or delete one of them."),
    ],
)  # fmt: skip
def test_a_mistake_names_file_line_and_remedy(tmp_path: Path, old: str, new: str, line: int, says: str) -> None:
    assert old in PHRASES
    assert f"rules/situation.yml:{line}: {says}" in problems(tmp_path, PHRASES.replace(old, new, 1))


def test_an_exemption_that_no_phrase_names_is_a_mistake(tmp_path: Path) -> None:
    assert problems(tmp_path, PHRASES.replace("      unless: [if_so]\n", "")) == [
        "rules/situation.yml:5: no pattern names “if_so” under “unless”. Name it where it shall cancel, or delete it."
    ]


def test_all_mistakes_are_reported_at_once(tmp_path: Path) -> None:
    content = PHRASES.replace("  mentor:\n    no:", "  mentro:\n    no:").replace("no * supervision", "(no")
    found = problems(tmp_path, content.replace("any advice", "any )"))
    assert [each.split(": ")[0] for each in found] == [f"rules/situation.yml:{line}" for line in (5, 9, 31, 35)]


def test_a_file_that_is_missing_is_reported(tmp_path: Path) -> None:
    with pytest.raises(RuleBaseError, match=r"rules/situation\.yml:1: the file cannot be read .* Restore the file"):
        load_tellings(tmp_path / "rules", FACTS)


@pytest.mark.parametrize("content", ["", "- mentor\n", "facts: [\n", "facts: \x00\n"])
def test_a_file_that_is_no_table_is_reported_and_nothing_else(tmp_path: Path, content: str) -> None:
    assert len(problems(tmp_path, content)) == 1


def test_the_facts_of_another_rule_base_are_not_known(tmp_path: Path) -> None:
    with pytest.raises(RuleBaseError, match="there is no fact “mentor”"):
        load_tellings(written(tmp_path), {})


def test_the_shipped_file_loads() -> None:
    assert load_tellings(RULES, rule_base().facts).of_facts
