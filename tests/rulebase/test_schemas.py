"""What editors complete and underline by the schemas agrees with what the bot reads."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator
from ruamel.yaml import YAML

from bot.paths import PROJECT, RULES
from bot.rulebase.loader import load
from bot.rulebase.model import ACTORS, BASES, KINDS, LANGUAGES, LEVELS, PHASES, SPEAKERS, VOICES
from bot.rulebase.reader import Problems, read_file

from .small import FILES, Small

SCHEMAS = PROJECT / "schemas"
NAMES = ("studies", "facts", "findings", "advice", "readiness", "takeaway")
OWN = sorted(file for name in NAMES for file in RULES.rglob(f"{name}.yml"))
ADVICE, FINDINGS, TAKEAWAY = "mentor/advice.yml", "mentor/findings.yml", "takeaway.yml"
WHEN = "{not: {fact: mentor_named, is: yes}}"
CONCERN = """\
concerns:
  mentor_missing:
    phase: [first_weeks]
    when: {fact: mentor_named, is: no}
    says: {en: Some lacked a mentor.}
    because: [alpha_literature]
    steps:
      - {says: {en: Ask for one.}, because: [alpha_literature], basis: own_inference}
"""


def schema(name: str) -> dict[str, Any]:
    content: dict[str, Any] = json.loads((SCHEMAS / f"{name}.json").read_text(encoding="utf-8"))
    return content


def plain(file: Path) -> Any:
    """What the file holds, with every scalar as text, as the bot reads it."""
    problems = Problems(file.parent)
    top = read_file(file, problems)
    assert top is not None and problems.found == []
    return top.plain()


def errors(file: Path, content: Any = None) -> list[str]:
    """What the schema of a file's name finds wrong with it."""
    found = Draft7Validator(schema(file.stem)).iter_errors(plain(file) if content is None else content)
    return [f"{error.json_path}: {error.message}" for error in found]


def parts(value: Any) -> Iterator[dict[str, Any]]:
    """Every table within a schema."""
    if isinstance(value, dict):
        yield value
    for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from parts(part)


# What is right


@pytest.mark.parametrize("name", NAMES)
def test_each_schema_is_one(name: str) -> None:
    Draft7Validator.check_schema(schema(name))


def test_every_rule_file_has_a_schema_and_the_search_finds_them_all() -> None:
    topics = load(RULES).topics
    assert set(OWN) == {
        *(RULES / topic / f"{name}.yml" for topic in topics for name in ("findings", "advice")),
        *(RULES / f"{name}.yml" for name in ("studies", "facts", "readiness", "takeaway")),
    }


@pytest.mark.parametrize("file", OWN, ids=lambda file: str(file.relative_to(RULES)))
def test_each_rule_file_names_its_schema_in_its_first_line_and_follows_it(file: Path) -> None:
    start, _, path = file.read_text(encoding="utf-8").split("\n", 1)[0].partition("=")
    assert start == "# yaml-language-server: $schema"
    assert (file.parent / path).resolve() == SCHEMAS / f"{file.stem}.json"
    assert errors(file) == []


@pytest.mark.parametrize("file", OWN, ids=lambda file: str(file.relative_to(RULES)))
def test_an_editor_that_takes_a_year_for_a_number_finds_nothing_wrong(file: Path) -> None:
    assert errors(file, YAML(typ="safe", pure=True).load(file)) == []


@pytest.mark.parametrize("file", FILES)
def test_the_small_rule_base_follows_the_schemas(small: Small, file: str) -> None:
    assert errors(small.root / file) == []


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (ADVICE, WHEN, "{fact: mentor_named, is: no}"),
        (ADVICE, WHEN, "{all: [{fact: mentor_named, is: no}, {any: [{not: {fact: money, is: project}}]}]}"),
        (ADVICE, "{en: Mentors}", "{en: Mentors, da: Mentorer, sv: Mentorer}"),
        (ADVICE, "    silent:", "    watch_out: [{says: {en: Look.}, because: [alpha_literature]}]\n    silent:"),
        (FINDINGS, "    codes: [X1]\n", "    codes: [X1]\n    speaker: mentor\n"),
        ("studies.yml", "      results: {en: results}\n", "      results: {en: results}\n    framework: {a: {b: {en: c}}}\n"),
        ("facts.yml", "    type: yes_no\n", "    type: yes_no\n    view: yes\n    setting: yes\n"),
        ("facts.yml", "    type: one_of\n", "    type: one_of\n    acknowledge: {project: {en: That ends.}}\n"),
    ],
    ids=["comparison", "any within all", "languages", "watch out", "speaker", "framework", "setting", "acknowledge"],
)  # fmt: skip
def test_what_the_bot_reads_is_right_to_an_editor_too(small: Small, file: str, old: str, new: str) -> None:
    small.replace(file, old, new)
    assert load(small.root)
    assert errors(small.root / file) == []


# What is wrong


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("studies.yml", "    doi: 10.1000/alpha\n", ""),
        ("studies.yml", "    later_version:", "    later_versoin:"),
        ("studies.yml", "speaker: manager", "speaker: manger"),
        ("studies.yml", "      results: {en: results}\n", "      results: results\n"),
        ("studies.yml", "      results: {en: results}\n", "      results: {en: results}\n    framework: {a: {en: c}}\n"),
        ("facts.yml", "type: one_of", "type: oneof"),
        ("facts.yml", "    type: yes_no\n", "    type: yes_no\n    values: [yes, no]\n"),
        ("facts.yml", "    values: [project, permanent]\n", ""),
        ("facts.yml", "    type: yes_no\n", "    type: yes_no\n    setting: true\n"),
        ("facts.yml", "    type: yes_no\n", "    type: yes_no\n    settings: yes\n"),
        ("facts.yml", "    type: yes_no\n", "    type: yes_no\n    acknowledge: That ends.\n"),
        ("facts.yml", "    type: yes_no\n", "    type: yes_no\n    acknowledge: {yes: {da: Nå.}}\n"),
        ("facts.yml", "[project, permanent]", "[project]"),
        ("facts.yml", "      no: {en: no mentor has been named yet}\n", ""),
        (FINDINGS, "topic: mentor\n", ""),
        (FINDINGS, "    kind: practice\n", ""),
        (FINDINGS, "kind: practice", "kind: practise"),
        (FINDINGS, "voice: one", "voice: on"),
        (FINDINGS, "codes: [X1]", "codes: X1"),
        (FINDINGS, "codes: [X1]", "codes: []"),
        (FINDINGS, "codes: [X1]", "codes: [X1, X1]"),
        (FINDINGS, "codes: [X1]", "codes: [X1, X2]"),
        (FINDINGS, "codes: [X1]", "cites: [Gamma 2018]"),
        (FINDINGS, "    cites: [Gamma 2018]\n", ""),
        (FINDINGS, "    codes:", "    code:"),
        (FINDINGS, "  alpha_literature:", "  Alpha-literature:"),
        (FINDINGS, "{en: Mentors are common elsewhere.}", "Mentors are common elsewhere."),
        (FINDINGS, "{en: Mentors are common elsewhere.}", "{da: Mentorer.}"),
        (FINDINGS, "{en: Mentors are common elsewhere.}", "{en: Mentors., dk: Mentorer.}"),
        (TAKEAWAY, "    lead: {en: A sheet to fill in.}\n", ""),
        (TAKEAWAY, "            basis: cited_literature\n", ""),
        (TAKEAWAY, "            studies: [beta]\n", ""),
        (TAKEAWAY, "            because: [beta_project_ends]\n", ""),
        (TAKEAWAY, "      - title: {en: Notes}\n        blanks:\n          - {en: Anything else}\n", "      - title: {en: Notes}\n"),
        (TAKEAWAY, "        blanks:\n          - {en: Our mentor}\n", "        blank: [{en: Our mentor}]\n"),
        (ADVICE, "checks:", "zzz:"),
        (ADVICE, "    phase: [before_day_one]\n", ""),
        (ADVICE, "[before_day_one]", "[before_day_won]"),
        (ADVICE, "    steps:", "    stepps:"),
        (ADVICE, "        basis: cited_literature\n", ""),
        (ADVICE, "basis: cited_literature", "basis: cited_litrature"),
        (ADVICE, "      because: [alpha_open_mentor]\n    steps", "    steps"),
        (ADVICE, "        studies: [beta]\n", ""),
        (ADVICE, "    because: [alpha_literature]\nchecks", "checks"),
        (ADVICE, "    because: [alpha_literature]\nchecks", f"    because: [alpha_literature]\n    when: {WHEN}\nchecks"),
        ("readiness.yml", "    title: {en: group}\n", ""),
        ("readiness.yml", "level: preparation", "level: team"),
        ("readiness.yml", "who: [own_manager]", "who: [own_manger]"),
        ("readiness.yml", "phase: considering", "phase: considered"),
        ("readiness.yml", "      studies: [beta]\n", ""),
        ("readiness.yml", "      studies: [beta]\n", f"      studies: [beta]\n      when: {WHEN}\n"),
        ("readiness.yml", "    silent:\n", "    why: {says: {en: W.}, because: [alpha_literature]}\n    silent:\n"),
        (ADVICE, WHEN, "{not: {fact: mentor_named}}"),
        (ADVICE, WHEN, "{not: [{fact: mentor_named, is: yes}]}"),
        (ADVICE, WHEN, "{fact: mentor_named, is: no, not: {fact: mentor_named, is: yes}}"),
        (ADVICE, WHEN, "{any: []}"),
        (ADVICE, WHEN, "{all: [{not: {any: [{fakt: mentor_named, is: yes}]}}]}"),
    ],
)  # fmt: skip
def test_a_mistake_that_the_bot_finds_in_one_file_is_wrong_to_an_editor_too(
    small: Small, file: str, old: str, new: str
) -> None:
    small.replace(file, old, new)
    assert f"rules/{file}" in {problem.file for problem in small.problems()}
    assert errors(small.root / file) != []


def test_a_concern_is_right_and_needs_its_situation(small: Small) -> None:
    small.append(ADVICE, CONCERN)
    assert load(small.root).concerns and errors(small.root / ADVICE) == []
    small.replace(ADVICE, "    when: {fact: mentor_named, is: no}\n", "")
    assert small.problems() and errors(small.root / ADVICE) != []


def test_a_fourth_step_is_wrong(small: Small) -> None:
    step = "      - {says: {en: Wait.}, because: [alpha_literature], basis: own_inference}\n"
    small.replace(ADVICE, "    steps:\n", "    steps:\n" + step * 2)
    assert errors(small.root / ADVICE) == []
    small.replace(ADVICE, "    steps:\n", "    steps:\n" + step)
    assert errors(small.root / ADVICE) != []


# What must not drift apart


@pytest.mark.parametrize(
    ("name", "definition", "key", "words"),
    [
        ("findings", "finding", "voice", VOICES),
        ("findings", "finding", "speaker", SPEAKERS),
        ("findings", "finding", "kind", KINDS),
        ("studies", "study", "speaker", SPEAKERS),
        ("advice", "statement", "basis", BASES),
        ("readiness", "step_of_component", "basis", BASES),
        ("readiness", "component", "level", LEVELS),
        ("readiness", "component", "phase", PHASES),
        ("takeaway", "statement", "basis", BASES),
    ],
)
def test_the_words_to_choose_from_are_those_of_the_model(
    name: str, definition: str, key: str, words: tuple[str, ...]
) -> None:
    assert tuple(schema(name)["definitions"][definition]["properties"][key]["enum"]) == words


def test_the_phases_are_those_of_the_model() -> None:
    definitions = schema("advice")["definitions"]
    assert tuple(definitions["phases"]["items"]["enum"]) == PHASES
    for owner in ("rule", "concern"):
        assert definitions[owner]["properties"]["phase"]["allOf"] == [{"$ref": "#/definitions/phases"}]


def test_the_actors_are_those_of_the_model() -> None:
    assert tuple(schema("readiness")["definitions"]["component"]["properties"]["who"]["items"]["enum"]) == ACTORS


@pytest.mark.parametrize("name", NAMES)
def test_the_languages_are_those_of_the_model(name: str) -> None:
    assert tuple(schema(name)["definitions"]["words"]["properties"]) == LANGUAGES


@pytest.mark.parametrize(
    ("file", "before", "definition"),
    [
        ("studies.yml", "    name: Alpha\n", "study"),
        ("facts.yml", "    type: one_of\n", "fact"),
        (FINDINGS, "    codes: [X1]\n", "finding"),
        (ADVICE, '    asks: {en: "Who should be mentor?"}\n', "question"),
        (ADVICE, "    answers: mentor_who\n", "rule"),
        (ADVICE, "      says: {en: Consider an open colleague.}\n", "statement"),
        (ADVICE, "    when: {fact: mentor_named, is: no}\n", "concern"),
        (ADVICE, "    says: {en: Forgetting the mentor.}\n", "item"),
        ("readiness.yml", "    title: {en: group}\n", "component"),
        (TAKEAWAY, "    lead: {en: A sheet to fill in.}\n", "template"),
        (TAKEAWAY, "        blanks:\n          - {en: Our mentor}\n", "section"),
        (FINDINGS, "topic: mentor\n", ""),
        (ADVICE, "topic: mentor\n", ""),
    ],
)
def test_the_keys_are_those_that_the_bot_knows(small: Small, file: str, before: str, definition: str) -> None:
    small.append(ADVICE, CONCERN)
    indent = " " * (len(before) - len(before.lstrip()))
    small.replace(file, before, f"{before}{indent}zzz: here\n")
    [known] = [problem.remedy for problem in small.problems() if "“zzz” is not known here" in problem.what]
    whole = schema(Path(file).stem)
    found = whole["definitions"][definition] if definition else whole
    assert known == "Known are: " + ", ".join(sorted(found["properties"]))
    assert found["additionalProperties"] is False


def test_what_stands_in_several_schemas_is_the_same_in_all() -> None:
    first: dict[str, Any] = {}
    for name in NAMES:
        for key, definition in schema(name)["definitions"].items():
            assert first.setdefault(key, definition) == definition, key


@pytest.mark.parametrize("name", NAMES)
def test_every_key_that_an_editor_offers_is_described(name: str) -> None:
    offered = [part["properties"] for part in parts(schema(name)) if part.get("additionalProperties") is False]
    keys = [(key, value) for properties in offered for key, value in properties.items()]
    assert keys
    assert [key for key, value in keys if not value.get("description", "").endswith(".")] == []
