"""The fixed texts: every one that the code asks for is there, filled with what the code gives."""

from __future__ import annotations

import ast
import re
import string
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.danger.organisation import CONTACTS
from bot.documents.offered import ON_CHECK, PLAN, READINESS
from bot.paths import PROJECT, RULES
from bot.phrases.local import load_local_words
from bot.presentation.answer import FOLLOW_UPS
from bot.presentation.texts import Texts, load_texts
from bot.readiness.check import ANSWERS
from bot.readiness.result import STANDS
from bot.rulebase.model import ACTORS, BASES, LEVELS, SPEAKERS, VOICES, YES_NO
from bot.rulebase.problems import RuleBaseError

from .small import english, real

SOURCES = sorted([*(PROJECT / "bot").rglob("*.py"), *(PROJECT / "actions").glob("*.py")])
TEMPLATES = "".join(file.read_text(encoding="utf-8") for file in sorted((PROJECT / "bot" / "evidence").rglob("*.html")))
DOCUMENTS = "".join(file.read_text(encoding="utf-8") for file in sorted((PROJECT / "bot" / "documents").glob("*.py")))
IN_DOCUMENTS = re.compile(r"""(?:frame|self)\.(?:get|note|row)\("([a-z_.]+)\"""")
PARTS = ("steps", "watch_out", "differ", "pitfalls", "checks", "read_by_person", "read_by_model")
FILLED = {
    "buttons": FOLLOW_UPS,
    "voices": VOICES,
    "speakers": SPEAKERS,
    "bases": BASES,
    "danger": ("acute", "abuse"),
    "danger.contacts": CONTACTS,
    "situation": YES_NO,
    "take_away.lacking": (PLAN, READINESS),
    "take_away.about": (PLAN, *ON_CHECK),
    "documents": (
        *IN_DOCUMENTS.findall(DOCUMENTS),
        *(f"template.{part}" for part in ("reported", "proposed", "silent")),
    ),
    "languages": ("da", "sv"),
    "local_words": [f"{word.id}.{part}" for word in load_local_words(RULES)[1].values() for part in ("asks", "means")],
    "check.answers": ANSWERS,
    "check.buttons": ANSWERS,
    "check.levels": LEVELS,
    "check.actors": ACTORS,
    "check.counts": STANDS,
    "check.standings": STANDS,
    "check.legend": STANDS,
    "check.file": ("not_json", "too_large", "other_kind", "other_version", "no_date", "other_answers", "no_answers"),
    "evidence": (*re.findall(r'label\("([a-z_]*[a-z])[".]', TEMPLATES), *PARTS),
}
"""What stands behind the dot of paths that the code puts together."""
NAMED = re.compile(
    r"""["']((?:labels|follow_ups|bases|voices|speakers|buttons|welcome|unsure|replies|problems)\.[a-z_]+)["']"""
)
ASKED = re.compile(r"""\b_?texts(?:\(\))?\.(?:get|at)\(\s*["']([a-z_.]+)["']""")
PUT_TOGETHER = re.compile(r"""\b_?texts(?:\(\))?\.(?:get|at)\(\s*f["']([a-z_.]+)\.\{""")


def paths() -> dict[str, str]:
    """Every path that the code names, with a file that names it."""
    found: dict[str, str] = {}
    for file in SOURCES:
        text = file.read_text(encoding="utf-8")
        for path in (*NAMED.findall(text), *ASKED.findall(text)):
            found.setdefault(path, file.name)
        for start in PUT_TOGETHER.findall(text):
            found.update((f"{start}.{word}", file.name) for word in FILLED[start])
    return found


def leaves(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Every text with its path."""
    if isinstance(value, dict):
        for key, part in value.items():
            yield from leaves(part, f"{path}.{key}" if path else str(key))
    elif isinstance(value, list):
        for part in value:
            yield from leaves(part, path)
    else:
        yield path, value


EVERY = list(leaves(english()._content))


@pytest.mark.parametrize("path", sorted(paths()))
def test_every_path_that_the_code_names_exists(path: str) -> None:
    assert english().at(path)


def test_the_search_for_paths_finds_them() -> None:
    found = paths()
    assert {"labels.if", "labels.or", "follow_ups.whether", "unsure.nothing", "voices.cited", "replies"} <= set(found)


def test_every_text_is_asked_for_by_the_code() -> None:
    asked = (*paths(), "language")
    spare = [path for path, _ in EVERY if not any(path == each or path.startswith(f"{each}.") for each in asked)]
    assert spare == []


def filled() -> Iterator[tuple[str, set[str]]]:
    """Every path with the placeholders that the code fills in there."""
    for file in SOURCES:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and node.func.attr == "get"
                and node.args
            ):
                given = {keyword.arg or "" for keyword in node.keywords}
                for part in ast.walk(node.args[0]):
                    if isinstance(part, ast.Constant) and isinstance(english_at(part.value), str):
                        yield part.value, given


def english_at(path: Any) -> Any:
    return english().at(path) if isinstance(path, str) and path in paths() else None


def test_the_code_fills_exactly_the_placeholders_of_each_text() -> None:
    checked = 0
    for path, given in filled():
        placeholders = {name for _, name, _, _ in string.Formatter().parse(str(english().at(path))) if name}
        assert placeholders == given, path
        checked += 1
    assert checked > 10


@pytest.mark.parametrize("voice", VOICES)
def test_a_voice_uses_no_placeholder_but_its_speakers(voice: str) -> None:
    names = {name for _, name, _, _ in string.Formatter().parse(english().get(f"voices.{voice}")) if name}
    assert names <= {"speaker", "speakers"}


@pytest.mark.parametrize(("path", "text"), EVERY)
def test_every_text_is_text_without_a_blank_line(path: str, text: Any) -> None:
    assert isinstance(text, str) and text.strip(), path
    assert all(line.strip() for line in text.split("\n")), path


def test_every_question_that_a_fixed_text_offers_exists() -> None:
    offered = {*english().at("welcome.questions")}
    for reply in english().at("replies").values():
        offered |= {*reply.get("buttons", [])}
    assert offered <= real().questions.keys()


@pytest.mark.parametrize("speaker", SPEAKERS)
def test_every_speaker_is_said_in_singular_and_plural(speaker: str) -> None:
    singular, plural = english().at(f"speakers.{speaker}")
    assert singular != plural


def test_placeholders_are_filled_in() -> None:
    assert Texts({"language": "en", "a": {"b": "{x} and {y}"}}).get("a.b", x=1, y="z") == "1 and z"


def test_braces_in_what_is_filled_in_stay_as_they_are() -> None:
    assert Texts({"language": "en", "a": "{x}"}).get("a", x="{y}") == "{y}"


@pytest.mark.parametrize("path", ["nothing", "labels.nothing", "labels.nothing.at_all", ""])
def test_a_path_that_does_not_exist_is_an_error(path: str) -> None:
    with pytest.raises(KeyError):
        english().get(path)


def test_a_path_through_a_text_is_the_same_error() -> None:
    with pytest.raises(KeyError):
        english().get("labels.steps.more")


@pytest.mark.parametrize("path", ["labels", "speakers.manager", "welcome.questions"])
def test_a_path_to_a_table_is_no_text(path: str) -> None:
    with pytest.raises(KeyError):
        english().get(path)


def test_a_text_of_the_rule_base_comes_in_the_language_or_else_in_english() -> None:
    danish = Texts({"language": "da"})
    assert danish.say({"en": "mentor", "da": "mentoren"}) == "mentoren"
    assert danish.say({"en": "mentor"}) == "mentor"
    assert danish.say({"en": "mentor", "sv": "mentorn"}) == "mentor"


# Loading


def write(folder: Path, content: str | bytes, language: str = "en") -> Path:
    (folder / "rules/texts").mkdir(parents=True)
    data = content.encode() if isinstance(content, str) else content
    (folder / f"rules/texts/{language}.yml").write_bytes(data)
    return folder / "rules"


def test_the_texts_of_a_language_are_loaded(tmp_path: Path) -> None:
    texts = load_texts(write(tmp_path, "language: da\na: b\n", "da"), "da")
    assert (texts.language, texts.get("a")) == ("da", "b")


def test_the_real_texts_are_english() -> None:
    assert load_texts(RULES).language == "en"


OTHER_LANGUAGE = "the file does not say “language: en”"


@pytest.mark.parametrize(
    ("content", "line", "what"),
    [
        ("language: en\na: [b\n", 3, "this is not valid YAML"),
        ("language: en\na: b: c\n", 2, "this is not valid YAML"),
        ("# remark\nlanguage: da\n", 2, OTHER_LANGUAGE),
        ("a: b\n", 1, OTHER_LANGUAGE),
        ("a: b\nlanguages: en\n", 1, OTHER_LANGUAGE),
        ("", 1, "the file holds no keys"),
        ("- a\n", 1, "the file holds no keys"),
        ("language: en\na: b\na: c\n", 3, "the key “a” stands twice (first in line 2)"),
        ("language: en\na:\n  b: c\n  b: d\n", 4, "the key “b” stands twice (first in line 3)"),
        ("language: en\na: &x b\nc: *x\n", 2, "something here is repeated by an alias"),
        ("language: en\na:\n", 2, "a text is expected here"),
        ("language: en\na: ''\n", 2, "a text is expected here"),
        ("language: en\na: [b, ~]\n", 2, "a text is expected here"),
        ("language: en\na:\n  b: []\n", 3, "the list is empty"),
        (b"language: en\na: L\xe6rb\xe6k\n", 1, "the file is not UTF-8 text"),
        (b"language: en\na: \x00\n", 1, "this is not valid YAML"),
    ],
)
def test_a_file_of_texts_that_cannot_be_used_is_an_error_with_its_line(
    tmp_path: Path, content: str | bytes, line: int, what: str
) -> None:
    with pytest.raises(RuleBaseError) as caught:
        load_texts(write(tmp_path, content))
    (problem,) = caught.value.problems
    assert (problem.file, problem.line) == ("rules/texts/en.yml", line)
    assert what in problem.what and problem.remedy


def test_a_language_without_texts_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(
        RuleBaseError, match=r"rules/texts/sv\.yml:1: the file cannot be read \(.+\)\. Restore the file"
    ):
        load_texts(write(tmp_path, "language: en\n"), "sv")


def test_words_that_join_others_keep_their_spaces(tmp_path: Path) -> None:
    texts = load_texts(write(tmp_path, "language: en\nand: ' and '\nlist: [' a', 'b ']\n"))
    assert texts.get("and") == " and "
    assert texts.at("list") == [" a", "b "]


@pytest.mark.parametrize("path", ["labels.and", "labels.or"])
def test_the_real_words_that_join_others_stand_between_spaces(path: str) -> None:
    text = english().get(path)
    assert text == f" {text.strip()} "


def test_words_that_yaml_takes_for_something_else_stay_texts(tmp_path: Path) -> None:
    texts = load_texts(write(tmp_path, "language: en\na: {yes: no, 2024: 1.0}\n"))
    assert texts.at("a") == {"yes": "no", "2024": "1.0"}
