"""`waymark check`."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from pathlib import Path

import pytest

from bot.cli.__main__ import main
from bot.paths import RULES
from bot.review.readings import load_readings
from bot.rulebase.loader import load


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    """A copy of the rule base to be broken."""
    return Path(shutil.copytree(RULES, tmp_path / "rules"))


def advice(rules: Path) -> list[Path]:
    return sorted(rules.glob("*/advice.yml"))


def duplicate_a_key(rules: Path) -> str:
    """Writes the first fact a second time; returns where."""
    file = rules / "facts.yml"
    text = file.read_text(encoding="utf-8").rstrip("\n") + "\n"
    first = re.search(r"^  \w+:\n(?: {4}.*\n)+", text, re.MULTILINE)
    assert first is not None
    file.write_text(text + first[0], encoding="utf-8")
    return f"rules/facts.yml:{text.count(chr(10)) + 1}"


def misspell_a_fact(rules: Path) -> tuple[str, str]:
    """Misspells a fact where one of several conditions uses it; returns where, and the misspelt word."""
    uses = Counter(fact for file in advice(rules) for fact in re.findall(r"fact: (\w+)", file.read_text("utf-8")))
    [(fact, count)] = uses.most_common(1)
    assert count > 1, "else the fact would also be one that nobody uses"
    for file in advice(rules):
        text = file.read_text(encoding="utf-8")
        if f"fact: {fact}," in text:
            before, after = text.split(f"fact: {fact},", 1)
            file.write_text(f"{before}fact: {fact}x,{after}", encoding="utf-8")
            return f"rules/{file.relative_to(rules)}:{before.count(chr(10)) + 1}", f"{fact}x"
    raise AssertionError("no condition to misspell")


def add_an_unknown_finding(rules: Path) -> str:
    """Lets the last statement rest on a finding that is not there, too; returns where."""
    file = advice(rules)[-1]
    text = file.read_text(encoding="utf-8")
    before, after = text.rsplit("because: [", 1)
    file.write_text(f"{before}because: [no_such_finding, {after}", encoding="utf-8")
    return f"rules/{file.relative_to(rules)}:{before.count(chr(10)) + 1}"


def test_the_project_s_own_rule_base_is_sound_and_is_counted(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check"]) == 0
    lines = capsys.readouterr().out.splitlines()
    base = load(RULES)
    assert lines[-1] == "The rule base is sound."
    assert [line.split()[0] for line in lines[1:-3]] == list(base.topics)
    totals = [int(word) for word in lines[-3].split()[2:]]
    assert totals[0] == len(base.rules)
    assert sum(totals[1:]) == len(base.findings)


def test_it_is_told_how_many_findings_persons_and_models_read_a_second_time(
    rules: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    readings = rules / "readings.yml"
    text = readings.read_text(encoding="utf-8").replace("reader: person", "reader: model")
    readings.write_text(text.replace("reader: model", "reader: person", 1), encoding="utf-8")
    assert main(["check", str(rules)]) == 0
    by_models = len(load_readings(rules)) - 1
    expected = f"read a second time: {by_models} by a model, 1 by a person"
    assert capsys.readouterr().out.splitlines()[-2] == expected


def test_three_mistakes_are_reported_in_one_run_each_with_file_line_and_remedy(
    rules: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    unknown = add_an_unknown_finding(rules)
    misspelt, word = misspell_a_fact(rules)
    duplicate = duplicate_a_key(rules)
    assert main(["check", str(rules)]) == 1
    printed = capsys.readouterr()
    *problems, summary = printed.err.splitlines()
    assert printed.out == ""
    assert summary == "3 problem(s) in the rule base."
    assert len(problems) == 3
    for where, what in ((duplicate, "stands twice"), (misspelt, f"“{word}”"), (unknown, "“no_such_finding”")):
        [problem] = [problem for problem in problems if problem.startswith(f"{where}: ")]
        assert what in problem
        assert re.search(r"\. .+\.$", problem), "a remedy follows"


def test_a_finding_that_is_changed_counts_as_unread(rules: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = rules / "mentor" / "findings.yml"
    text = file.read_text(encoding="utf-8")
    before, after = text.split("    kind: practice\n", 1)
    file.write_text(f"{before}    kind: wish\n{after}", encoding="utf-8")
    changed = re.findall(r"^  (\w+):$", before, re.MULTILINE)[-1]
    assert main(["check", str(rules)]) == 1
    problem, summary = capsys.readouterr().err.splitlines()
    assert problem.startswith("rules/mentor/findings.yml:")
    assert f"the finding “{changed}” has changed since it was read" in problem
    assert problem.endswith(f"run ./waymark reread {changed}.")
    assert summary == "1 problem(s) in the rule base."


def test_a_question_of_a_copy_needs_examples_in_the_project_s_own_data(
    rules: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = rules / "mentor" / "advice.yml"
    text = file.read_text(encoding="utf-8")
    new_question = 'questions:\n  mentor_new: {asks: {en: "New?"}}\n'
    [finding] = re.findall(r"^  (\w+):$", (rules / "mentor" / "findings.yml").read_text("utf-8"), re.MULTILINE)[:1]
    statement = f"{{says: {{en: Ask others.}}, because: [{finding}]}}"
    new_rule = f"rules:\n  mentor_new: {{answers: mentor_new, phase: [later], bottom_line: {statement}}}\n"
    text = text.replace("questions:\n", new_question, 1).replace("\nrules:\n", f"\n{new_rule}", 1)
    file.write_text(text, encoding="utf-8")
    assert main(["check", str(rules)]) == 1
    problem, _ = capsys.readouterr().err.splitlines()
    assert "the question “mentor_new” has 0 examples" in problem
    assert problem.endswith("in data/nlu/mentor.yml.")


def test_a_rule_base_elsewhere_is_checked_by_its_path(rules: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(rules)]) == 0
    assert "The rule base is sound." in capsys.readouterr().out


def test_a_folder_that_is_missing_is_an_error_and_no_traceback(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(tmp_path / "nowhere")]) == 1
    assert "the folder of the rule base is missing" in capsys.readouterr().err


def test_missing_texts_are_an_error_with_their_file(rules: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (rules / "texts" / "en.yml").unlink()
    assert main(["check", str(rules)]) == 1
    assert "rules/texts/en.yml:1: " in capsys.readouterr().err


@pytest.mark.parametrize("name", ["danger.yml", "local_words.yml", "dates.yml", "values.yml"])
def test_a_mistake_in_a_file_of_words_is_found(name: str, rules: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with (rules / name).open("a", encoding="utf-8") as file:
        file.write("\noops: [\n")
    assert main(["check", str(rules)]) == 1
    assert f"rules/{name}:" in capsys.readouterr().err


def test_a_mistake_in_how_answers_begin_names_file_and_line(rules: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = rules / "answers.yml"
    file.write_text(file.read_text(encoding="utf-8") + "  perhaps: [perhaps]\n", encoding="utf-8")
    line = file.read_text(encoding="utf-8").count("\n")
    assert main(["check", str(rules)]) == 1
    assert f"rules/answers.yml:{line}: the key “perhaps” is not known here" in capsys.readouterr().err


def test_a_mistake_in_the_phrases_that_tell_facts_names_file_and_line(
    rules: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = rules / "situation.yml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("\nfacts:\n  mentor_named:\n", "\nfacts:\n  mentor_nmaed:\n"), encoding="utf-8")
    line = text[: text.index("\nfacts:\n  mentor_named:\n")].count("\n") + 3
    assert main(["check", str(rules)]) == 1
    assert f"rules/situation.yml:{line}: there is no fact “mentor_nmaed”" in capsys.readouterr().err
