"""Reading YAML with lines: every scalar is text, every mistake is noted and nothing raises."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.rulebase.problems import Problem, RuleBaseError
from bot.rulebase.reader import Entry, Problems, read_alone, read_file, read_folder


@pytest.fixture
def problems(tmp_path: Path) -> Problems:
    root = tmp_path / "rules"
    root.mkdir()
    return Problems(root)


def read(problems: Problems, text: str) -> Entry:
    """The top entry of a file with this text."""
    file = problems.root / "file.yml"
    file.write_text(text, encoding="utf-8")
    entry = read_file(file, problems)
    assert entry is not None
    return entry


def the_problem(problems: Problems) -> Problem:
    assert len(problems.found) == 1, problems.found
    return problems.found[0]


@pytest.mark.parametrize("word", ["yes", "no", "on", "2024", "1.0", "2024-01-31", "0x10", "12:30"])
def test_a_scalar_is_text_whatever_yaml_takes_it_for(problems: Problems, word: str) -> None:
    assert read(problems, f"key: {word}").required("key", Entry.text, "") == word
    assert not problems.found


def test_white_space_around_a_text_is_removed(problems: Problems) -> None:
    assert read(problems, "key: |\n\n  two\n  lines\n\n").required("key", Entry.text, "") == "two\nlines"


@pytest.mark.parametrize("value", ["'null'", '"~"'])
def test_a_word_for_nothing_in_quotes_is_text(problems: Problems, value: str) -> None:
    assert read(problems, f"key: {value}").required("key", Entry.text, "") == value[1:-1]
    assert not problems.found


def test_a_missing_required_key_is_noted_where_its_mapping_starts(problems: Problems) -> None:
    top = read(problems, "outer:\n  inner: text\n")
    assert top.required("outer", lambda entry: entry.required("wanted", Entry.text, "nothing"), "") == "nothing"
    assert the_problem(problems) == Problem("rules/file.yml", 2, "the key “wanted” is missing", "Add “wanted:” here")


def test_a_missing_optional_key_is_no_problem(problems: Problems) -> None:
    assert read(problems, "a: b").optional("c", Entry.text, "otherwise") == "otherwise"
    assert not problems.found


@pytest.mark.parametrize(
    "value",
    [
        "",
        "''",
        '"  "',
        "[a]",
        "{a: b}",
        "|\n",
        "null",
        "~",
        "Null",
        "NULL",
        r'"\u200b"',
        r'"\ufeff \u2060"',
        r'"\u00a0"',
    ],
)
def test_anything_but_a_filled_scalar_is_no_text(problems: Problems, value: str) -> None:
    assert read(problems, f"first: x\nkey: {value}").required("key", Entry.text, "") == ""
    assert the_problem(problems) == Problem("rules/file.yml", 2, "a text is expected here", "Write one non-empty text")


@pytest.mark.parametrize("value", ["text", "{a: b}", ""])
def test_anything_but_a_list_has_no_items(problems: Problems, value: str) -> None:
    assert read(problems, f"key: {value}").required("key", Entry.texts, ()) == ()
    found = the_problem(problems)
    assert (found.line, found.what) == (1, "a list is expected here")
    assert found.remedy.startswith("Write a list, also for a single item: [item]")


@pytest.mark.parametrize("value", ["text", "[a]", ""])
def test_anything_but_a_mapping_has_no_fields(problems: Problems, value: str) -> None:
    entry = read(problems, f"key: {value}").required("key", lambda e: e, None)
    assert entry is not None and list(entry.fields()) == []
    assert the_problem(problems) == Problem(
        "rules/file.yml", 1, "keys with values are expected here", "Write `key: value` lines"
    )


def test_each_item_of_a_list_knows_its_line(problems: Problems) -> None:
    items = read(problems, "key:\n  - a\n\n  # remark\n  - b\n").required("key", Entry.items, ())
    assert [(item.line, item.text()) for item in items] == [(2, "a"), (5, "b")]


def test_fields_come_in_the_order_of_the_file(problems: Problems) -> None:
    assert [key for key, _ in read(problems, "b: 1\na: 2\nc: 3").fields()] == ["b", "a", "c"]


def test_a_key_that_stands_twice_is_noted_at_the_second_and_names_the_first(problems: Problems) -> None:
    top = read(problems, "a: one\nb: two\na: three\n")
    assert top.required("a", Entry.text, "") == "one"
    assert the_problem(problems) == Problem(
        "rules/file.yml", 3, "the key “a” stands twice (first in line 1)", "Rename or delete one of them"
    )


def test_a_key_that_stands_three_times_is_noted_twice(problems: Problems) -> None:
    read(problems, "a: one\na: two\na: three\n")
    assert [problem.line for problem in problems.found] == [2, 3]


def test_keys_that_yaml_takes_for_the_same_value_are_told_apart(problems: Problems) -> None:
    assert [key for key, _ in read(problems, "yes: 1\ntrue: 2\n").fields()] == ["yes", "true"]
    assert not problems.found


def test_an_unknown_key_is_noted_with_the_likeliest_known_one(problems: Problems) -> None:
    top = read(problems, "bottom_line: x\nbotom_line: y\n")
    top.required("bottom_line", Entry.text, "")
    top.no_other_keys()
    assert the_problem(problems) == Problem(
        "rules/file.yml", 2, "the key “botom_line” is not known here", "Write “bottom_line” if you mean that"
    )


def test_an_unknown_key_like_no_other_is_noted_with_all_known_ones(problems: Problems) -> None:
    top = read(problems, "alpha: x\nzzz: y\n")
    top.required("alpha", Entry.text, "")
    top.optional("beta", Entry.text, "")
    top.no_other_keys()
    assert the_problem(problems).remedy == "Known are: alpha, beta"


def test_a_key_that_is_no_scalar_is_an_unknown_key(problems: Problems) -> None:
    read(problems, "? [a, b]\n: c\n").no_other_keys()
    assert the_problem(problems).what == "the key “?” is not known here"


def test_merge_keys_are_not_merged_but_noted(problems: Problems) -> None:
    top = read(problems, "<<: {a: b}\nc: d\n")
    top.required("c", Entry.text, "")
    top.no_other_keys()
    assert not top.has("a")
    assert the_problem(problems).what == "the key “<<” is not known here"


def test_one_of_takes_an_allowed_word(problems: Problems) -> None:
    read(problems, "key: red").required("key", lambda entry: entry.one_of(("red", "blue"), "colour"), "")
    assert not problems.found


def test_one_of_notes_another_word_with_the_likeliest_allowed_one(problems: Problems) -> None:
    read(problems, "key: bleu").required("key", lambda entry: entry.one_of(("red", "blue"), "colour"), "")
    assert the_problem(problems) == Problem(
        "rules/file.yml", 1, "the colour “bleu” is not known", "Write “blue” if you mean that"
    )


def test_one_of_notes_empty_text_once(problems: Problems) -> None:
    read(problems, "key: ''").required("key", lambda entry: entry.one_of(("red", "blue"), "colour"), "")
    assert the_problem(problems).what == "a text is expected here"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a: b\nc: [d\n", 3),
        ("a: b\n\tc: d\n", 2),
        ('a: "b\nc: d\n', 3),
        ("a: b\nc: d: e\n", 2),
        ("a: b\n---\nc: d\n", 2),
        ("a: b\nc: *nobody\n", 2),
    ],
)
def test_what_is_not_yaml_is_noted_with_its_line(problems: Problems, text: str, line: int) -> None:
    file = problems.root / "file.yml"
    file.write_text(text, encoding="utf-8")
    assert read_file(file, problems) is None
    assert problems.unread
    found = the_problem(problems)
    assert (found.file, found.line) == ("rules/file.yml", line)
    assert re.fullmatch(r"this is not valid YAML \(.+\)", found.what)
    assert found.remedy.startswith("Check indentation, quotes and colons here")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a: &x b\nc: *x\n", 1),
        ("a: b\nc: &x\n  d: e\nf: *x\n", 2),
        ("a: b\nc: &x [*x]\n", 2),
        ("a: b\nc: &x {d: *x}\n", 2),
        ("a: &x {b: c}\nd:\n  <<: *x\n", 1),
        ("&x a: b\nc: *x\n", 1),
    ],
)
def test_an_alias_is_noted_where_what_it_repeats_stands(problems: Problems, text: str, line: int) -> None:
    file = problems.root / "file.yml"
    file.write_text(text, encoding="utf-8")
    assert read_file(file, problems) is None
    assert problems.unread
    assert the_problem(problems) == Problem(
        "rules/file.yml", line, "something here is repeated by an alias (*…)", "Write it out where it is needed"
    )


def test_an_anchor_that_no_alias_repeats_is_no_problem(problems: Problems) -> None:
    assert read(problems, "a: &x b\nc: b\n").required("a", Entry.text, "") == "b"
    assert not problems.found


def test_a_file_that_can_be_read_is_not_unread(problems: Problems) -> None:
    read(problems, "a: b\na: c\n")
    assert problems.found and not problems.unread


def test_a_character_that_is_no_text_is_noted(problems: Problems) -> None:
    file = problems.root / "file.yml"
    file.write_bytes(b"a: b\nc: \x00\n")
    assert read_file(file, problems) is None
    assert the_problem(problems).remedy == "Remove characters that are not text"


def test_a_file_that_is_not_utf_8_is_noted(problems: Problems) -> None:
    file = problems.root / "file.yml"
    file.write_bytes("a: Lerbæk\n".encode("latin-1"))
    assert read_file(file, problems) is None
    assert the_problem(problems) == Problem("rules/file.yml", 1, "the file is not UTF-8 text", "Save it as UTF-8")


def test_a_missing_file_is_noted(problems: Problems) -> None:
    assert read_file(problems.root / "file.yml", problems) is None
    found = the_problem(problems)
    assert found.what.startswith("the file cannot be read (No such file")
    assert found.remedy == "Restore the file or its permissions"


def test_a_folder_in_place_of_a_file_is_noted(problems: Problems) -> None:
    (problems.root / "file.yml").mkdir()
    assert read_file(problems.root / "file.yml", problems) is None
    assert the_problem(problems).what.startswith("the file cannot be read")


@pytest.mark.parametrize("text", ["", "# only a remark\n", "just words\n", "- a\n- b\n"])
def test_a_file_without_keys_is_noted(problems: Problems, text: str) -> None:
    file = problems.root / "file.yml"
    file.write_text(text, encoding="utf-8")
    assert read_file(file, problems) is None
    found = the_problem(problems)
    assert (found.line, found.what) == (1, "the file holds no keys")
    assert found.remedy.startswith("Start it as the files beside it start")


@pytest.mark.parametrize("content", [b"\xef\xbb\xbfa: b\n", b"a: b\r\nc: d\r\n"])
def test_what_windows_editors_add_to_a_file_is_no_problem(problems: Problems, content: bytes) -> None:
    file = problems.root / "file.yml"
    file.write_bytes(content)
    entry = read_file(file, problems)
    assert entry is not None and entry.required("a", Entry.text, "") == "b"
    assert not problems.found


def test_no_tag_of_yaml_runs_anything(problems: Problems, tmp_path: Path) -> None:
    sign = tmp_path / "sign"
    read(problems, f"a: !!python/object/apply:pathlib.Path.touch ['{sign}']\n").required("a", Entry.text, "")
    assert not sign.exists()
    assert the_problem(problems).what == "a text is expected here"


def test_a_file_outside_the_folder_is_named_in_full(problems: Problems) -> None:
    problems.add(Path("/elsewhere/file.yml"), 3, "what", "Remedy")
    assert the_problem(problems).file == "/elsewhere/file.yml"


@pytest.mark.parametrize(
    "text",
    ["a: " + "[" * 1000 + "]" * 1000, "a: " + "{b: " * 1000 + "c" + "}" * 1000, "a:\n  " + "- " * 1000 + "b"],
    ids=["lists", "mappings", "block"],
)
def test_a_file_nested_a_thousand_levels_deep_is_noted(problems: Problems, text: str) -> None:
    file = problems.root / "file.yml"
    file.write_text(text, encoding="utf-8")
    assert read_file(file, problems) is None
    assert the_problem(problems).what == "the file is nested too deep to be read"


def test_a_file_of_brackets_that_are_never_closed_is_noted(problems: Problems) -> None:
    file = problems.root / "file.yml"
    file.write_text("a: " + "[" * 1000, encoding="utf-8")
    assert read_file(file, problems) is None
    assert the_problem(problems).remedy


@pytest.mark.parametrize("value", ["[a, b]", "\n  - a\n  - b"])
def test_a_list_of_different_texts_is_taken(problems: Problems, value: str) -> None:
    assert read(problems, f"key: {value}").required("key", Entry.texts, ()) == ("a", "b")
    assert not problems.found


@pytest.mark.parametrize("value", ["[a, b, a]", "[a, b, ' a ']", "[a, b, 'a']"])
def test_a_text_that_stands_twice_in_a_list_is_noted(problems: Problems, value: str) -> None:
    assert read(problems, f"first: x\nkey: {value}").required("key", Entry.texts, ()) == ("a", "b")
    assert the_problem(problems) == Problem("rules/file.yml", 2, "“a” stands twice in this list", "Delete one of them")


def test_two_texts_that_are_nothing_are_not_called_the_same(problems: Problems) -> None:
    read(problems, "key:\n  - ''\n  - ''\n").required("key", Entry.texts, ())
    assert [(problem.line, problem.what) for problem in problems.found] == [
        (2, "a text is expected here"),
        (3, "a text is expected here"),
    ]


@pytest.mark.parametrize("take", [Entry.items, Entry.texts])
def test_an_empty_list_is_noted(problems: Problems, take: Callable[[Entry], object]) -> None:
    assert read(problems, "first: x\nkey: []").required("key", take, None) == ()
    assert the_problem(problems) == Problem(
        "rules/file.yml", 2, "the list is empty", "Name at least one item, or delete the key"
    )


def test_a_misspelt_compulsory_key_is_offered_in_its_right_spelling(problems: Problems) -> None:
    top = read(problems, "first: x\nkynd: y\n")
    top.required("first", Entry.text, "")
    top.required("kind", Entry.text, "")
    top.no_other_keys()
    assert [(problem.line, problem.what, problem.remedy) for problem in problems.found] == [
        (1, "the key “kind” is missing", "Add “kind:” here"),
        (2, "the key “kynd” is not known here", "Write “kind” if you mean that"),
    ]


@pytest.mark.parametrize("key", ["a", "nothing"])
def test_the_line_of_a_key_is_that_of_its_mapping_where_it_is_missing(problems: Problems, key: str) -> None:
    outer = dict(read(problems, "outer:\n  b: x\n  a: y\n").fields())["outer"]
    assert outer.line_of(key) == (3 if key == "a" else 2)


def test_a_whole_file_can_be_had_as_dictionaries_lists_and_texts(problems: Problems) -> None:
    top = read(problems, "a:\n  b: [yes, 2024]\n  c: {d: no}\ne: |-\n  two\n  lines\n")
    assert top.plain() == {"a": {"b": ["yes", "2024"], "c": {"d": "no"}}, "e": "two\nlines"}
    assert not problems.found


def test_white_space_that_belongs_to_a_text_stays_there(problems: Problems) -> None:
    assert read(problems, "and: ' and '").plain() == {"and": " and "}


@pytest.mark.parametrize("value", ["", "''", "null", "[]", "[a, '']", "{a: ' '}"])
def test_what_is_nothing_is_noted_in_a_whole_file_too(problems: Problems, value: str) -> None:
    read(problems, f"first: x\nkey: {value}").plain()
    assert the_problem(problems).line == 2


# Files without problems, or none at all


def written(root: Path, **texts: str) -> Path:
    """A folder with a file for each of these texts."""
    root.mkdir(exist_ok=True)
    for name, text in texts.items():
        (root / f"{name}.yml").write_text(text, encoding="utf-8")
    return root


def its_words(top: Entry) -> tuple[str, ...]:
    return top.required("words", Entry.texts, ())


def test_a_file_without_problems_is_read_alone(tmp_path: Path) -> None:
    assert read_alone(written(tmp_path, a="words: [x]") / "a.yml", tmp_path, its_words) == ("x",)


@pytest.mark.parametrize("text", ["words: []", "words: [x]\nother: y", "other: y", "words: ["])
def test_a_file_with_a_problem_is_not_taken(text: str, tmp_path: Path) -> None:
    root = written(tmp_path / "rules", a=text)
    with pytest.raises(RuleBaseError, match=r"rules/a\.yml:\d"):
        read_alone(root / "a.yml", root, its_words)


def test_the_files_of_a_folder_are_read_in_the_order_of_their_names(tmp_path: Path) -> None:
    root = written(tmp_path / "rules", b="words: [y]", a="words: [x, z]")
    (root / "notes.txt").write_text("no YAML", encoding="utf-8")
    assert read_folder(root, "words", Entry.texts) == ("x", "z", "y")


def test_every_file_of_a_folder_names_its_problems(tmp_path: Path) -> None:
    root = written(tmp_path / "rules", a="words: []", b="words: [y]\nother: z", c="words: [")
    with pytest.raises(RuleBaseError) as error:
        read_folder(root, "words", Entry.texts)
    assert all(f"rules/{name}.yml:" in str(error.value) for name in "abc")
