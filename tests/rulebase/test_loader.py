"""A valid rule base loads; every kind of mistake is reported with file, line and remedy."""

from __future__ import annotations

import dataclasses
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from bot.paths import RULES
from bot.rulebase.loader import load, load_with_places
from bot.rulebase.model import ALWAYS, Is, Not, RuleBase, leaves
from bot.rulebase.model import Any as Any_
from bot.rulebase.problems import RuleBaseError

from .small import CONCERNS, Small

ADVICE = "mentor/advice.yml"
FINDINGS = "mentor/findings.yml"
WHEN = "when: {not: {fact: mentor_named, is: yes}}"


@pytest.fixture(scope="module")
def real() -> RuleBase:
    return load(RULES)


# What loads


def test_the_small_rule_base_loads_with_everything_it_holds(small: Small) -> None:
    base = load(small.root)
    assert list(base.studies) == ["alpha", "beta"]
    assert list(base.findings) == ["alpha_open_mentor", "alpha_literature", "beta_project_ends"]
    assert list(base.facts) == ["mentor_named", "money"]
    assert list(base.topics) == ["mentor", "money"]
    assert list(base.questions) == ["mentor_who", "money_who"]
    assert [rule.id for rule in base.rules_by_question["money_who"]] == ["money_project", "money_permanent"]
    assert base.facts["mentor_named"].values == ("yes", "no")
    assert base.facts["money"].values == ("project", "permanent")
    assert base.rules["mentor_who"].when == ALWAYS
    assert base.rules["mentor_who"].steps[0].when == Not(Is("mentor_named", "yes"))
    assert base.topics["mentor"].pitfalls["mentor_forgotten"].because == ("alpha_literature",)
    assert base.questions["mentor_who"].related == ("money_who",)


def test_a_finding_speaks_with_the_voice_of_its_study_unless_it_says_otherwise(small: Small) -> None:
    small.replace(FINDINGS, "    codes: [X1]\n", "    codes: [X1]\n    speaker: mentor\n")
    findings = load(small.root).findings
    assert findings["alpha_open_mentor"].speaker == "mentor"
    assert findings["alpha_literature"].speaker == "manager"
    assert findings["beta_project_ends"].speaker == "staff_member"


@pytest.mark.parametrize(("said", "is_so"), [("", False), ("yes", True), ("no", False)])
@pytest.mark.parametrize("key", ["view", "setting"])
def test_a_fact_is_a_view_or_sets_the_scene_only_where_it_says_so(
    small: Small, key: str, said: str, is_so: bool
) -> None:
    line = f"    {key}: {said}\n" if said else ""
    small.replace("facts.yml", "    type: yes_no\n", f"    type: yes_no\n{line}")
    mentor, money = (load(small.root).facts[fact] for fact in ("mentor_named", "money"))
    assert (getattr(mentor, key), getattr(money, key)) == (is_so, False)
    assert not (mentor.view and mentor.setting)


def test_a_fact_is_acknowledged_in_the_values_that_say_how(small: Small) -> None:
    small.replace("facts.yml", "    type: one_of\n", "    type: one_of\n    acknowledge: {project: {en: That ends.}}\n")
    facts = load(small.root).facts
    assert facts["money"].acknowledge == {"project": {"en": "That ends."}}
    assert facts["mentor_named"].acknowledge == {}


def test_statements_are_walked_in_the_order_in_which_they_are_read(small: Small) -> None:
    rule = load(small.root).rules["mentor_who"]
    assert [statement.says["en"] for statement in rule.statements()] == [
        "Consider an open colleague.",
        "Name a mentor.",
        "Beta says nothing on mentors.",
    ]


def test_further_languages_are_kept_beside_english(small: Small) -> None:
    small.replace(ADVICE, "{en: Mentors}", "{en: Mentors, da: Mentorer}")
    assert dict(load(small.root).topics["mentor"].title) == {"en": "Mentors", "da": "Mentorer"}


def test_concerns_load_with_everything_they_hold(small: Small) -> None:
    small.append(ADVICE, CONCERNS)
    base = load(small.root)
    concern = base.concerns["mentor_missing"]
    assert (concern.id, concern.topic, concern.phase) == ("mentor_missing", "mentor", ("first_weeks", "later"))
    assert concern.when == Any_((Is("mentor_named", "no"), Is("money", "project")))
    assert concern.says == {"en": "Some lacked a mentor."}
    assert concern.because == ("alpha_open_mentor",)
    (step,) = concern.steps
    assert (step.because, step.basis, step.when) == (
        ("alpha_literature",),
        "wished_for",
        Not(Is("mentor_named", "yes")),
    )
    assert concern.line == small.line(ADVICE, "Some lacked a mentor.") + 1
    assert step.line == small.line(ADVICE, "Ask for one.") + 1


def test_concerns_need_no_steps_and_a_rule_base_no_concerns(small: Small) -> None:
    assert load(small.root).concerns == {} == load(small.root).concerns_by_fact
    small.append(ADVICE, CONCERNS.partition("    steps:")[0])
    assert load(small.root).concerns["mentor_missing"].steps == ()


def test_concerns_are_found_by_each_fact_that_their_own_condition_compares(small: Small) -> None:
    """A condition that compares a fact twice counts once; what only a step compares does not count."""
    second = CONCERNS.partition("\n")[2].replace("mentor_missing", "money_short")
    when = "{any: [{fact: mentor_named, is: no}, {fact: money, is: project}]}"
    twice = "{any: [{fact: money, is: project}, {not: {fact: money, is: permanent}}]}"
    small.append(ADVICE, CONCERNS + second.replace(when, twice))
    assert load(small.root).concerns_by_fact == {
        "mentor_named": ("mentor_missing",),
        "money": ("mentor_missing", "money_short"),
    }


def frame(small: Small, framework: str) -> None:
    """Gives the second study a framework."""
    small.replace("studies.yml", "    country: Sweden\n", f"    country: Sweden\n    {framework}\n")


def test_a_study_may_have_a_framework_with_components_by_level(small: Small) -> None:
    frame(small, "framework: {team: {training: {en: training, da: træning}}, support: {time: {en: time}}}")
    studies = load(small.root).studies
    assert studies["beta"].framework == {
        "team": {"training": {"en": "training", "da": "træning"}},
        "support": {"time": {"en": "time"}},
    }
    assert studies["alpha"].framework == {}


def test_every_object_is_loaded_with_its_place(small: Small) -> None:
    small.append(ADVICE, CONCERNS)
    base, places = load_with_places(small.root)
    assert base == load(small.root)
    topics = base.topics.values()
    ids = {
        "studies": base.studies,
        "facts": base.facts,
        "findings": base.findings,
        "questions": base.questions,
        "rules": base.rules,
        "concerns": base.concerns,
        "pitfalls": [key for topic in topics for key in topic.pitfalls],
        "checks": [key for topic in topics for key in topic.checks],
    }
    expected = set()
    for kind, keys in ids.items():
        for key in keys:
            places.problem(kind, key, f"{kind} {key}", "Remedy")
            expected.add((f"{kind} {key}", f"  {key}:"))
    found = places.problems.found
    lines = [small.read(each.file.removeprefix("rules/")).split("\n")[each.line - 1] for each in found]
    assert {(each.what, line) for each, line in zip(found, lines, strict=True)} == expected


def test_folders_without_knowledge_are_left_alone(small: Small) -> None:
    small.write("texts/en.yml", "language: en\n")
    small.write("README.md", "read me")
    assert load(small.root).topics.keys() == {"mentor", "money"}


def test_the_real_rule_base_loads_without_a_problem(real: RuleBase) -> None:
    assert {"johansen", "grim", "lerbaek"} == set(real.studies)
    assert real.questions and real.rules and real.findings and real.facts


def test_a_copy_of_the_real_rule_base_elsewhere_is_the_same(real: RuleBase, tmp_path: Path) -> None:
    assert load(Path(shutil.copytree(RULES, tmp_path / "rules"))) == real


# Nothing can be changed afterwards


def objects(base: RuleBase) -> list[Any]:
    """One of each kind of object."""
    tables: list[Mapping[str, Any]] = [base.studies, base.findings, base.facts, base.topics, base.questions, base.rules]
    found = [next(iter(table.values())) for table in tables]
    rule = base.rules["mentor_who"]
    return [base, *found, rule.bottom_line, rule.steps[0].when]


def test_no_field_of_any_object_can_be_set(small: Small) -> None:
    for item in objects(load(small.root)):
        for field in dataclasses.fields(item):
            with pytest.raises(dataclasses.FrozenInstanceError):
                setattr(item, field.name, "changed")


def test_no_collection_in_any_object_can_be_changed(small: Small, real: RuleBase) -> None:
    def walk(value: Any) -> None:
        assert not isinstance(value, (dict, list, set)), value
        if dataclasses.is_dataclass(value):
            for field in dataclasses.fields(value):
                walk(getattr(value, field.name))
        elif isinstance(value, Mapping):
            with pytest.raises(TypeError):
                value["new"] = "x"  # type: ignore[index]
            for part in value.values():
                walk(part)
        elif isinstance(value, tuple):
            for part in value:
                walk(part)

    walk(load(small.root))
    walk(real)


# Mistakes, one at a time


@pytest.mark.parametrize("table", ["studies", "facts", "findings", "advice"])
def test_a_key_that_stands_twice(small: Small, table: str) -> None:
    file, old, key = {
        "studies": ("studies.yml", "    country: Sweden\n", "country"),
        "facts": ("facts.yml", "    values: [project, permanent]\n", "values"),
        "findings": (FINDINGS, "    codes: [X1]\n", "codes"),
        "advice": (ADVICE, "    phase: [before_day_one]\n", "phase"),
    }[table]
    small.replace(file, old, old + old.rstrip() + " # again\n")
    small.has_only_problem(file, "# again", f"the key “{key}” stands twice", "Rename or delete one of them")


def test_an_id_that_stands_twice_in_one_file(small: Small) -> None:
    small.append(FINDINGS, "  alpha_open_mentor: {} # again\n")
    small.has_only_problem(
        FINDINGS, "# again", "“alpha_open_mentor” stands twice (first in line 3)", "Rename or delete"
    )


@pytest.mark.parametrize(
    ("file", "old", "new", "remedy"),
    [
        ("studies.yml", "    later_version:", "    later_versoin:", "Write “later_version” if you mean that"),
        (FINDINGS, "    codes:", "    code:", "Write “codes” if you mean that"),
        (ADVICE, "    steps:", "    stepps:", "Write “steps” if you mean that"),
        (ADVICE, "        studies: [beta]", "        studys: [beta]", "Write “studies” if you mean that"),
        (ADVICE, "    related:", "    relatd:", "Write “related” if you mean that"),
        (ADVICE, "pitfalls:", "pittfalls:", "Write “pitfalls” if you mean that"),
        (ADVICE, "checks:", "zzz:", "Known are: checks, concerns, pitfalls, questions, rules, title, topic"),
    ],
)
def test_a_key_that_nobody_knows(small: Small, file: str, old: str, new: str, remedy: str) -> None:
    small.replace(file, old, new)
    key = new.strip().partition(":")[0]
    small.has_problem(file, new.strip(), f"the key “{key}” is not known here", remedy)


@pytest.mark.parametrize(
    ("file", "old", "new", "remedy"),
    [
        ("facts.yml", "    values:", "    valeus:", "Write “values” if you mean that"),
        (ADVICE, "    bottom_line:", "    botom_line:", "Write “bottom_line” if you mean that"),
        (FINDINGS, "    kind: practice", "    kynd: practice", "Write “kind” if you mean that"),
    ],
)
def test_a_misspelt_key_that_must_be_there(small: Small, file: str, old: str, new: str, remedy: str) -> None:
    small.replace(file, old, new)
    key = new.strip().partition(":")[0]
    small.has_problem(file, new.strip(), f"the key “{key}” is not known here", remedy)


@pytest.mark.parametrize(
    ("file", "start", "old", "key"),
    [
        ("studies.yml", "name: Alpha", "    doi: 10.1000/alpha\n", "doi"),
        ("facts.yml", "type: one_of", '    asks: {en: "Who pays?"}\n', "asks"),
        (FINDINGS, 4, "    kind: practice\n", "kind"),
        (ADVICE, "answers: mentor_who", "    phase: [before_day_one]\n", "phase"),
        (ADVICE, "topic: mentor", "title: {en: Mentors}\n", "title"),
    ],
)
def test_a_key_that_is_missing(small: Small, file: str, start: str | int, old: str, key: str) -> None:
    small.replace(file, old, "")
    small.has_only_problem(file, start, f"the key “{key}” is missing", f"Add “{key}:” here")


def test_a_misspelt_fact(small: Small) -> None:
    small.replace(ADVICE, "fact: mentor_named", "fact: mentor_nmaed")
    small.has_problem(
        ADVICE, "mentor_nmaed", "the fact “mentor_nmaed” does not exist", "Write “mentor_named” if you mean that"
    )


def test_a_finding_that_does_not_exist(small: Small) -> None:
    small.replace(ADVICE, "because: [alpha_literature]\nchecks", "because: [alpha_literture]\nchecks")
    small.has_only_problem(
        ADVICE, "alpha_literture", "the finding “alpha_literture” does not exist", "Correct its id or write the finding"
    )


def test_a_finding_that_nothing_uses(small: Small) -> None:
    small.append(
        "money/findings.yml",
        "  beta_spare: {study: beta, place: results, voice: all, kind: context, says: {en: Spare.}}\n",
    )
    small.has_only_problem(
        "money/findings.yml", "beta_spare", "nothing uses the finding “beta_spare”", "Cite it in a rule"
    )


def test_a_fact_that_nothing_uses(small: Small) -> None:
    small.replace(ADVICE, f"        {WHEN}\n", "")
    small.has_only_problem(
        "facts.yml", "mentor_named:", "no condition uses the fact “mentor_named”", "Use it in a `when:` or delete it"
    )


def test_a_statement_without_findings(small: Small) -> None:
    small.replace(ADVICE, "      because: [alpha_open_mentor]\n    steps", "    steps")
    where = small.line(ADVICE, "Consider an open colleague.")
    small.has_only_problem(
        ADVICE, where, "a statement of “mentor_who” rests on no finding", "Add `because: [...]` with the ids"
    )


def test_a_silence_without_a_study(small: Small) -> None:
    small.replace(ADVICE, "        studies: [beta]\n", "")
    where = small.line(ADVICE, "Beta says nothing on mentors.")
    small.has_only_problem(ADVICE, where, "a silence of “mentor_who” names no study", "Add `studies: [...]`")


def test_cited_literature_without_its_references(small: Small) -> None:
    small.replace(FINDINGS, "    cites: [Gamma 2018]\n", "")
    small.has_only_problem(
        FINDINGS,
        "alpha_literature:",
        "is cited literature without a reference",
        "Add `cites: [...]` as the study gives it",
    )


def test_broken_yaml(small: Small) -> None:
    small.replace(ADVICE, "    phase: [before_day_one]", "    phase: [before_day_one")
    found = [problem for problem in small.problems() if problem.file == f"rules/{ADVICE}"]
    assert [problem.line for problem in found] == [small.line(ADVICE, "bottom_line:")]
    assert "this is not valid YAML" in found[0].what
    assert found[0].remedy == "Check indentation, quotes and colons here and in the line above"


@pytest.mark.parametrize("file", ["studies.yml", "facts.yml", FINDINGS, ADVICE])
def test_a_missing_file(small: Small, file: str) -> None:
    (small.root / file).unlink()
    small.has_only_problem(
        file, 1, "the file cannot be read (No such file or directory)", "Restore the file or its permissions"
    )


@pytest.mark.parametrize("file", ["studies.yml", "facts.yml", FINDINGS, ADVICE])
@pytest.mark.parametrize("text", ["", "- a\n", "a: [b\n", "a: &x b\nc: *x\n"])
def test_a_file_that_cannot_be_read_is_the_only_problem(small: Small, file: str, text: str) -> None:
    small.write(file, text)
    (found,) = small.problems()
    assert found.file == f"rules/{file}"


def test_what_stands_in_the_other_files_is_still_looked_at(small: Small) -> None:
    small.write(FINDINGS, "")
    small.replace("money/advice.yml", "title: {en: Money}", "title: Money # here")
    small.has_problem("money/advice.yml", "# here", "keys with values are expected here", "Write `key: value` lines")
    assert {problem.file for problem in small.problems()} == {f"rules/{FINDINGS}", "rules/money/advice.yml"}


def test_a_missing_folder(tmp_path: Path) -> None:
    with pytest.raises(RuleBaseError) as caught:
        load(tmp_path / "rules")
    assert str(caught.value) == "rules:1: the folder of the rule base is missing. Restore it from version control."


def test_a_file_in_place_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "rules").write_text("text", encoding="utf-8")
    with pytest.raises(RuleBaseError, match="the folder of the rule base is missing"):
        load(tmp_path / "rules")


def test_an_empty_file(small: Small) -> None:
    small.write(ADVICE, "")
    small.has_problem(ADVICE, 1, "the file holds no keys", "Start it as the files beside it start, or delete it")


def test_a_file_that_is_not_utf_8(small: Small) -> None:
    text = small.read(ADVICE).replace("Mentors", "Mentoren für alle")
    (small.root / ADVICE).write_bytes(text.encode("latin-1"))
    small.has_problem(ADVICE, 1, "the file is not UTF-8 text", "Save it as UTF-8")


@pytest.mark.parametrize(
    ("old", "new", "what", "remedy"),
    [
        (
            "related: [money_who]",
            "related: money_who # here",
            "a list is expected here",
            "Write a list, also for a single item",
        ),
        (
            "phase: [before_day_one]",
            "phase: before_day_one # here",
            "a list is expected here",
            "Write a list, also for",
        ),
        (
            "title: {en: Mentors}",
            "title: Mentors # here",
            "keys with values are expected here",
            "Write `key: value` lines",
        ),
        (
            "title: {en: Mentors}",
            "title: [Mentors] # here",
            "keys with values are expected here",
            "Write `key: value` lines",
        ),
        ("title: {en: Mentors}", "title: {en: {x: y}} # here", "a text is expected here", "Write one non-empty text"),
        (
            "title: {en: Mentors}",
            "title: {en: [Mentors]} # here",
            "a text is expected here",
            "Write one non-empty text",
        ),
        ("title: {en: Mentors}", "title: {en: ''} # here", "a text is expected here", "Write one non-empty text"),
        ("title: {en: Mentors}", "title: {en: } # here", "a text is expected here", "Write one non-empty text"),
        ("title: {en: Mentors}", "title: {da: Mentorer} # here", "the English text is missing", "Write it as `en: …`"),
        ("answers: mentor_who", "answers: [mentor_who] # here", "a text is expected here", "Write one non-empty text"),
        ("topic: mentor", "topic: [mentor] # here", "a text is expected here", "Write one non-empty text"),
    ],
)
def test_a_value_of_the_wrong_type(small: Small, old: str, new: str, what: str, remedy: str) -> None:
    small.replace(ADVICE, old, new)
    small.has_problem(ADVICE, "# here", what, remedy)


@pytest.mark.parametrize(
    ("framework", "what"),
    [
        ("a scale", "keys with values are expected here"),
        ("[a, b]", "keys with values are expected here"),
        ("{team: training}", "keys with values are expected here"),
        ("{team: {en: training}}", "keys with values are expected here"),
        ("{team: {training: {da: træning}}}", "the English text is missing"),
        ("{team: {training: {en: ''}}}", "a text is expected here"),
    ],
)
def test_a_framework_of_the_wrong_shape(small: Small, framework: str, what: str) -> None:
    frame(small, f"framework: {framework} # here")
    small.has_problem("studies.yml", "# here", what, "Write")


def test_a_list_where_a_section_of_ids_belongs(small: Small) -> None:
    small.replace(ADVICE, "pitfalls:\n  mentor_forgotten:\n", "pitfalls:\n  - mentor_forgotten:\n")
    small.has_problem(ADVICE, "- mentor_forgotten", "keys with values are expected here", "Write `key: value` lines")


@pytest.mark.parametrize(
    "text", ['"One.\\n\\nTwo."', "|\n          One.\n\n          Two.", ">\n          One.\n\n\n          Two."]
)
def test_a_blank_line_in_a_text(small: Small, text: str) -> None:
    small.replace(ADVICE, "      says: {en: Consider an open colleague.}", f"      says:\n        en: {text}")
    where = small.line(ADVICE, "bottom_line:") + 2
    small.has_only_problem(ADVICE, where, "the text holds a blank line", "Remove the blank line")


@pytest.mark.parametrize("text", ['"One.\\n \\nTwo."', '"One.\\r\\n\\r\\nTwo."', '"One.\\n\\t\\nTwo."'])
def test_a_line_of_white_space_in_a_text(small: Small, text: str) -> None:
    small.replace(ADVICE, "{en: Consider an open colleague.}", f"{{en: {text}}}")
    small.has_only_problem(ADVICE, "One.", "the text holds a blank line", "Remove the blank line")


def test_a_line_break_in_a_text_is_allowed(small: Small) -> None:
    small.replace(ADVICE, "{en: Consider an open colleague.}", '{en: "One.\\nTwo."}')
    assert load(small.root).rules["mentor_who"].bottom_line.says["en"] == "One.\nTwo."


def test_a_condition_nested_too_deep(small: Small) -> None:
    small.replace(ADVICE, WHEN, "when: " + "{not: " * 8 + "{fact: mentor_named, is: yes}" + "}" * 8)
    small.has_problem(ADVICE, "when:", "the condition is nested more than 8 levels deep", "Split the rule in two")


def test_a_condition_that_holds_itself(small: Small) -> None:
    small.replace(ADVICE, WHEN, "when: &a {not: *a}")
    small.has_only_problem(
        ADVICE, "when:", "something here is repeated by an alias (*…)", "Write it out where it is needed"
    )


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("says: {en: Name a mentor.}", "says: &x {en: *x}"),
        ("phase: [before_day_one]", "phase: &x [*x]"),
        ("because: [alpha_literature]\nchecks", "because: &x [*x]\nchecks"),
        ("related: [money_who]", "related: &x [*x]"),
        ("bottom_line:\n", "bottom_line: &x\n      when: *x\n"),
        ("questions:\n", "questions: &x\n  loop: *x\n"),
    ],
)
def test_anything_else_that_holds_itself_is_reported_too(small: Small, old: str, new: str) -> None:
    small.replace(ADVICE, old, new)
    small.has_only_problem(ADVICE, small.line(ADVICE, "&x"), "repeated by an alias", "Write it out where it is needed")


@pytest.mark.parametrize(
    ("file", "fragment", "alias"),
    [("studies.yml", "CC BY 4.0", "licence"), ("facts.yml", "yes_no", "type"), (ADVICE, "[alpha_literature]", "")],
)
def test_an_alias_that_merely_saves_writing_is_refused_too(small: Small, file: str, fragment: str, alias: str) -> None:
    text = small.read(file)
    line = text[: text.index(fragment)].count("\n") + 1
    key = alias or "because"
    small.write(file, text.replace(fragment, f"&x {fragment}", 1) + f"{key}: *x\n")
    small.has_only_problem(file, line, "repeated by an alias", "Write it out where it is needed")


@pytest.mark.parametrize("identity", ["Mentor_who", "mentor-who", "mentor who", "mentør", "_", "mentor.who"])
@pytest.mark.parametrize(
    ("file", "old"),
    [
        ("studies.yml", "  alpha:\n"),
        ("facts.yml", "  mentor_named:\n"),
        (FINDINGS, "  alpha_literature:\n"),
        (ADVICE, "  mentor_forgotten:\n"),
        (ADVICE, "  mentor_chosen:\n"),
        ("money/advice.yml", "  money_who:\n"),
        ("money/advice.yml", "  money_permanent:\n"),
    ],
)
def test_an_id_that_is_not_plain_lower_case(small: Small, file: str, old: str, identity: str) -> None:
    small.replace(file, old, f'  "{identity}": # here\n')
    small.has_problem(file, "# here", f"the id “{identity}” is not usable", "Use lower-case letters a-z, digits and _")


def test_a_finding_id_that_stands_in_two_topics(small: Small) -> None:
    twin = "  alpha_literature: {study: beta, place: results, voice: some, kind: wish, says: {en: Twin.}}\n"
    small.append("money/findings.yml", twin)
    small.has_only_problem("money/findings.yml", "Twin", "exists in another topic too", "Give one of them another id")


def test_a_question_id_that_stands_in_two_topics(small: Small) -> None:
    small.replace("money/advice.yml", "questions:\n", "questions:\n  mentor_who: {asks: {en: Twin.}}\n")
    small.has_only_problem("money/advice.yml", "Twin", "exists in another topic too", "Give one of them another id")


def test_a_rule_id_that_stands_in_two_topics(small: Small) -> None:
    small.replace("money/advice.yml", "  money_permanent:\n", "  mentor_who: # twin\n")
    small.has_only_problem("money/advice.yml", "# twin", "exists in another topic too", "Give one of them another id")


@pytest.mark.parametrize(("section", "key"), [("pitfalls", "mentor_forgotten"), ("checks", "mentor_chosen")])
def test_an_id_of_a_pitfall_or_check_that_stands_in_two_topics(small: Small, section: str, key: str) -> None:
    small.append("money/advice.yml", f"{section}:\n  {key}: {{says: {{en: Twin.}}, because: [beta_project_ends]}}\n")
    small.has_only_problem(
        "money/advice.yml", "Twin", f"the id “{key}” exists in another topic too", "Give one of them another id"
    )


def test_a_pitfall_and_a_check_may_have_the_same_id(small: Small) -> None:
    small.replace(ADVICE, "  mentor_chosen:\n", "  mentor_forgotten:\n")
    assert "mentor_forgotten" in load(small.root).topics["mentor"].checks


def test_what_two_objects_with_one_id_say_is_not_mixed_up(small: Small) -> None:
    """A mistake in the second would otherwise be reported in the file of the first."""
    twin = "  mentor_forgotten: {says: {en: Twin.}, because: [missing]}\n"
    small.append("money/advice.yml", f"pitfalls:\n{twin}")
    assert {problem.file for problem in small.problems()} == {"rules/money/advice.yml"}


@pytest.mark.parametrize(
    ("file", "old", "new", "what", "remedy"),
    [
        (
            ADVICE,
            "phase: [before_day_one]",
            "phase: [before_day_won]",
            "phase “before_day_won”",
            "Write “before_day_one”",
        ),
        (FINDINGS, "voice: one", "voice: on", "voice “on”", "Write “one”"),
        (FINDINGS, "kind: practice", "kind: practise", "kind “practise”", "Write “practice”"),
        (
            ADVICE,
            "basis: cited_literature",
            "basis: cited_litrature",
            "basis “cited_litrature”",
            "Write “cited_literature”",
        ),
        (FINDINGS, "place: theme_1", "place: theme_11", "place “theme_11”", "Write “theme_1”"),
        ("money/findings.yml", "place: results", "place: theme_1", "place “theme_1”", "Known are: results"),
        ("money/findings.yml", "study: beta", "study: bety", "study “bety”", "Write “beta”"),
        ("money/findings.yml", "kind: barrier", "kind: zzz", "kind “zzz”", "Known are: barrier, context, disagreement"),
        ("studies.yml", "speaker: manager", "speaker: manger", "speaker “manger”", "Write “manager”"),
        ("facts.yml", "type: one_of", "type: oneof", "type of a fact “oneof”", "Write “one_of”"),
    ],
)
def test_a_word_that_is_not_one_of_the_known(
    small: Small, file: str, old: str, new: str, what: str, remedy: str
) -> None:
    small.replace(file, old, new)
    small.has_problem(file, new, f"the {what} is not known", remedy)


@pytest.mark.parametrize("key", ["view", "setting"])
def test_whether_a_fact_is_a_view_or_sets_the_scene_is_yes_or_no(small: Small, key: str) -> None:
    small.replace("facts.yml", "    type: one_of\n", f"    type: one_of\n    {key}: true\n")
    small.has_only_problem("facts.yml", f"{key}: true", "the value “true” is not known", "Known are: no, yes")


def test_a_value_that_a_fact_cannot_have_is_not_acknowledged(small: Small) -> None:
    small.replace("facts.yml", "    type: one_of\n", "    type: one_of\n    acknowledge: {never: {en: Oh.}} # here\n")
    small.has_only_problem(
        "facts.yml", "# here", "the fact “money” can never be “never”", "Its values are: project, permanent"
    )


def test_an_acknowledgement_needs_english(small: Small) -> None:
    small.replace("facts.yml", "    type: one_of\n", "    type: one_of\n    acknowledge: {project: {da: Nå.}} # here\n")
    assert [(each.file, each.line) for each in small.problems()] == [
        ("rules/facts.yml", small.line("facts.yml", "# here"))
    ]


def test_a_fact_that_cannot_be_said_in_all_its_values(small: Small) -> None:
    small.replace("facts.yml", "      permanent: {en: the money is permanent}\n", "")
    where = small.line("facts.yml", "project: {en: a project pays}") - 1
    small.has_only_problem(
        "facts.yml", where, "“said” of the fact “money” does not cover its values", "Say each of: project, permanent"
    )


def test_a_yes_no_fact_has_no_values_of_its_own(small: Small) -> None:
    small.replace("facts.yml", "    type: yes_no\n", "    type: yes_no\n    values: [yes, no] # here\n")
    small.has_only_problem(
        "facts.yml",
        "# here",
        "the key “values” is not known here",
        "Known are: acknowledge, asks, said, setting, type, view",
    )


def test_all_mistakes_of_all_files_are_reported_in_one_go(small: Small) -> None:
    small.replace(FINDINGS, "    codes: [X1]\n", "    codes: [X1]\n    codes: [X2] # again\n")
    small.replace(ADVICE, "fact: mentor_named", "fact: mentor_nmaed")
    small.replace("money/advice.yml", "beta_project_ends]\n  money_permanent", "beta_projct_ends]\n  money_permanent")
    expected = [
        (FINDINGS, "# again", "the key “codes” stands twice (first in line 6)", "Rename or delete one of them"),
        (ADVICE, "mentor_nmaed", "the fact “mentor_nmaed” does not exist", "Write “mentor_named” if you mean that"),
        ("money/advice.yml", "beta_projct_ends", "the finding “beta_projct_ends” does not exist", "Correct its id"),
        ("facts.yml", "mentor_named:", "no condition uses the fact “mentor_named”", "Use it in a `when:` or delete it"),
    ]
    for file, where, what, remedy in expected:
        small.has_problem(file, where, what, remedy)
    assert len(small.problems()) == len(expected)


def test_three_mistakes_in_one_file_are_reported_in_one_go(small: Small) -> None:
    small.replace(ADVICE, "    phase: [before_day_one]\n", "    phase: [before_day_one]\n    phase: [later] # again\n")
    small.replace(ADVICE, "fact: mentor_named", "fact: mentor_nmaed")
    small.replace(ADVICE, "because: [alpha_literature]\nchecks", "because: [alpha_literture]\nchecks")
    in_file = [problem for problem in small.problems() if problem.file == f"rules/{ADVICE}"]
    assert [(problem.line, problem.what.split("“")[1].split("”")[0]) for problem in in_file] == [
        (small.line(ADVICE, "# again"), "phase"),
        (small.line(ADVICE, "mentor_nmaed"), "mentor_nmaed"),
        (small.line(ADVICE, "alpha_literture"), "alpha_literture"),
    ]


# Topics and their folders


@pytest.mark.parametrize(("missing", "other"), [("advice.yml", "advise.yml"), ("findings.yml", "finding.yml")])
def test_a_topic_with_one_of_its_files_only(small: Small, missing: str, other: str) -> None:
    (small.root / "money" / missing).rename(small.root / "money" / other)
    small.has_only_problem(f"money/{missing}", 1, "the file cannot be read (No such file", "Restore the file")


def test_a_folder_without_anything(small: Small) -> None:
    (small.root / "spare").mkdir()
    assert [problem.file for problem in small.problems()] == ["rules/spare/advice.yml", "rules/spare/findings.yml"]


@pytest.mark.parametrize("file", ["money/advice.yml", "money/findings.yml"])
@pytest.mark.parametrize("topic", ["mentor", "mony", "Money"])
def test_a_topic_that_is_not_the_name_of_its_folder(small: Small, file: str, topic: str) -> None:
    small.replace(file, "topic: money", f"\ntopic: {topic} # here")
    small.has_only_problem(file, "# here", f"the topic “{topic}” stands in the folder “money”", "Write `topic: money`")


# Values that are not enough


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (ADVICE, "phase: [before_day_one]", "phase: [] # here"),
        (ADVICE, "related: [money_who]", "related: [] # here"),
        (ADVICE, "    silent:\n", "    differ: [] # here\n    silent:\n"),
        (FINDINGS, "codes: [X1]", "codes: [] # here"),
    ],
)
def test_an_empty_list(small: Small, file: str, old: str, new: str) -> None:
    small.replace(file, old, new)
    small.has_only_problem(file, "# here", "the list is empty", "Name at least one item, or delete the key")


def test_a_fact_with_one_value_only(small: Small) -> None:
    small.replace("facts.yml", "values: [project, permanent]", "values: [project] # here")
    small.replace("facts.yml", "      permanent: {en: the money is permanent}\n", "")
    small.has_problem("facts.yml", "# here", "the fact “money” has fewer than two values", "Name all its values")


def test_a_fact_with_a_value_twice(small: Small) -> None:
    small.replace("facts.yml", "[project, permanent]", "[project, permanent, permanent] # here")
    small.has_only_problem("facts.yml", "# here", "“permanent” stands twice in this list", "Delete one of them")


@pytest.mark.parametrize("word", ["null", "~", "Null", '"\\u200b"', '"\\ufeff"', '" \\u00a0"'])
def test_a_text_that_says_nothing(small: Small, word: str) -> None:
    small.replace(ADVICE, "title: {en: Mentors}", f"title: {{en: {word}}}")
    small.has_only_problem(ADVICE, "title:", "a text is expected here", "Write one non-empty text")


@pytest.mark.parametrize("language", ["dk", "En", "english"])
def test_a_language_that_is_not_known(small: Small, language: str) -> None:
    small.replace(ADVICE, "title: {en: Mentors}", f"title:\n  en: Mentors\n  {language}: Mentorer")
    small.has_only_problem(ADVICE, "Mentorer", f"the language “{language}” is not known", "Known are: en, da, sv")


# Lines


def test_statements_and_comparisons_know_their_lines_which_do_not_matter_to_what_they_are(small: Small) -> None:
    def line(fragment: str) -> int:
        return small.line(ADVICE, fragment)

    base = load(small.root)
    rule = base.rules["mentor_who"]
    assert rule.bottom_line.line == line("Consider an open colleague.") + 1
    assert rule.steps[0].line == line("Name a mentor.") + 1
    assert rule.silent[0].line == line("Beta says nothing on mentors.")
    assert base.topics["mentor"].pitfalls["mentor_forgotten"].line == line("Forgetting the mentor.") + 1
    assert base.topics["mentor"].checks["mentor_chosen"].line == line("Is there a mentor?") + 1
    assert [leaf.line for leaf in leaves(rule.steps[0].when)] == [line(WHEN)]
    small.write(ADVICE, "# A remark that moves everything down.\n" + small.read(ADVICE))
    assert load(small.root) == base


# Concerns


@pytest.mark.parametrize("key", ["phase", "when", "says", "because"])
def test_a_concern_that_lacks_what_it_needs(small: Small, key: str) -> None:
    lines = CONCERNS.splitlines(keepends=True)
    small.append(ADVICE, "".join(line for line in lines if not line.startswith(f"    {key}:")))
    where = small.line(ADVICE, "mentor_missing:") + 1
    small.has_problem(ADVICE, where, f"the key “{key}” is missing", f"Add “{key}:” here")


@pytest.mark.parametrize(
    ("old", "new", "what", "remedy"),
    [
        ("[first_weeks, later]", "[first_week] # here", "first_week", "first_weeks"),
        ("[first_weeks, later]", "[] # here", "the list is empty", "Name at least one item"),
        (
            "    because: [alpha_open",
            "    basis: wished_for # here\n    because: [alpha_open",
            "“basis” is not",
            "Known",
        ),
        ("        basis: wished_for", "        basis: wished # here", "wished", "wished_for"),
        (
            "        basis: wished_for",
            "        basis: wished_for\n        phase: [later] # here",
            "“phase” is not",
            "K",
        ),
        ("{en: Some lacked a mentor.}", "{da: Nogle.} # here", "the English text is missing", "Write it as `en: …`"),
        ("mentor_missing:", "Mentor-missing: # here", "the id “Mentor-missing” is not usable", "Use lower-case"),
    ],
)
def test_a_concern_with_a_mistake(small: Small, old: str, new: str, what: str, remedy: str) -> None:
    small.append(ADVICE, CONCERNS.replace(old, new))
    small.has_problem(ADVICE, "# here", what, remedy)


def test_a_concern_with_the_id_of_one_in_another_topic(small: Small) -> None:
    small.append(ADVICE, CONCERNS)
    small.append("money/advice.yml", CONCERNS.replace("mentor_missing:", "mentor_missing: # here"))
    small.has_only_problem(
        "money/advice.yml", "# here", "the id “mentor_missing” exists in another topic too", "Give one of them"
    )


def test_a_concern_may_have_the_id_of_a_rule(small: Small) -> None:
    small.append(ADVICE, CONCERNS.replace("mentor_missing", "mentor_who"))
    assert {"mentor_who"} <= load(small.root).concerns.keys() & load(small.root).rules.keys()
