"""Loads `rules/` into a `RuleBase`; every mistake in every file is reported at once."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from bot.rulebase import checks
from bot.rulebase.components import read_components
from bot.rulebase.conditions import read_condition
from bot.rulebase.model import (
    ALWAYS,
    KINDS,
    PHASES,
    SPEAKERS,
    VOICES,
    YES_NO,
    Concern,
    Fact,
    Finding,
    Question,
    Rule,
    RuleBase,
    Statement,
    Study,
    Topic,
    Words,
    leaves,
)
from bot.rulebase.parts import (
    NO_WORDS,
    NONE,
    fill,
    read_item,
    read_statement,
    read_statements,
    read_table,
    read_table_of_words,
    read_words,
    read_yes,
)
from bot.rulebase.places import Places
from bot.rulebase.problems import RuleBaseError
from bot.rulebase.reader import Entry, Problems, read_file
from bot.rulebase.templates import read_templates

TEXTS = "texts"
NOWHERE: Mapping[str, Words] = MappingProxyType({})
NO_TEXTS: tuple[str, ...] = ()
NO_FRAMEWORK: Mapping[str, Mapping[str, Words]] = MappingProxyType({})


def load(root: Path) -> RuleBase:
    """Reads the folder `rules/`.

    Raises:
        RuleBaseError: with every problem found, each naming file, line and remedy.
    """
    return load_with_places(root)[0]


def load_with_places(root: Path) -> tuple[RuleBase, Places]:
    """As `load`, with the place of every object, so that further problems can name file and line.

    Raises:
        RuleBaseError: with every problem found, each naming file, line and remedy.
    """
    problems = Problems(root)
    places = Places(problems)
    if not root.is_dir():
        problems.add(root, 1, "the folder of the rule base is missing", "Restore it from version control")
        raise RuleBaseError(problems.found)

    studies = read_table(root / "studies.yml", "studies", _study, places, problems)
    facts = read_table(root / "facts.yml", "facts", _fact, places, problems)
    components = read_components(root, studies, places, problems)
    templates = read_templates(root, places, problems)
    findings: dict[str, Finding] = {}
    topics: dict[str, Topic] = {}
    questions: dict[str, Question] = {}
    rules: dict[str, Rule] = {}
    concerns: dict[str, Concern] = {}
    for folder in sorted(path for path in root.iterdir() if path.is_dir() and path.name != TEXTS):
        _read_findings(folder / "findings.yml", findings, studies, places, problems)
        _read_advice(folder / "advice.yml", topics, questions, rules, concerns, places, problems)

    base = RuleBase(
        studies=MappingProxyType(studies),
        findings=MappingProxyType(findings),
        facts=MappingProxyType(facts),
        topics=MappingProxyType(topics),
        questions=MappingProxyType(questions),
        rules=MappingProxyType(rules),
        rules_by_question=_by_question(rules, questions),
        concerns=MappingProxyType(concerns),
        concerns_by_fact=_by_fact(concerns),
        components=MappingProxyType(components),
        templates=MappingProxyType(templates),
    )
    if not problems.unread:
        checks.run_all(base, places)
    if problems.found:
        raise RuleBaseError(problems.found)
    return base, places


def _by_question(rules: dict[str, Rule], questions: dict[str, Question]) -> Mapping[str, tuple[Rule, ...]]:
    grouped: dict[str, tuple[Rule, ...]] = dict.fromkeys(questions, ())
    for rule in rules.values():
        grouped[rule.answers] = (*grouped.get(rule.answers, ()), rule)
    return MappingProxyType(grouped)


def _by_fact(concerns: dict[str, Concern]) -> Mapping[str, tuple[str, ...]]:
    grouped: dict[str, dict[str, None]] = {}
    for concern in concerns.values():
        for leaf in leaves(concern.when):
            grouped.setdefault(leaf.fact, {})[concern.id] = None
    return MappingProxyType({fact: tuple(keys) for fact, keys in grouped.items()})


def _study(key: str, entry: Entry) -> Study:
    return Study(
        id=key,
        name=entry.required("name", Entry.text, ""),
        year=entry.required("year", Entry.text, ""),
        citation=entry.required("citation", Entry.text, ""),
        doi=entry.required("doi", Entry.text, ""),
        later_version=entry.optional("later_version", Entry.text, ""),
        licence=entry.required("licence", Entry.text, ""),
        country=entry.required("country", Entry.text, ""),
        period=entry.required("period", Entry.text, ""),
        speaker=entry.required("speaker", lambda e: e.one_of(SPEAKERS, "speaker"), ""),
        setting=entry.required("setting", read_words, NO_WORDS),
        design=entry.required("design", read_words, NO_WORDS),
        cannot_tell=entry.required("cannot_tell", read_words, NO_WORDS),
        places=entry.required("places", read_table_of_words, NOWHERE),
        framework=entry.optional("framework", _framework, NO_FRAMEWORK),
    )


def _fact(key: str, entry: Entry) -> Fact:
    kind = entry.required("type", lambda e: e.one_of(("yes_no", "one_of"), "type of a fact"), "yes_no")
    values: tuple[str, ...] = entry.required("values", Entry.texts, NONE) if kind == "one_of" else YES_NO
    said = entry.required("said", read_table_of_words, NOWHERE)
    if len(values) < 2:
        entry.problem(f"the fact “{key}” has fewer than two values", "Name all its values", entry.line_of("values"))
    if set(said) != set(values):
        entry.problem(
            f"“said” of the fact “{key}” does not cover its values",
            "Say each of: " + ", ".join(values),
            entry.line_of("said"),
        )
    asks = entry.required("asks", read_words, NO_WORDS)
    view = entry.optional("view", read_yes, False)
    setting = entry.optional("setting", read_yes, False)
    acknowledge = entry.optional("acknowledge", read_table_of_words, NOWHERE)
    for value in acknowledge.keys() - set(values):
        what, remedy = f"the fact “{key}” can never be “{value}”", "Its values are: " + ", ".join(values)
        entry.problem(what, remedy, entry.line_of("acknowledge"))
    return Fact(key, values, asks, said, view, setting, acknowledge)


def _read_findings(
    file: Path, findings: dict[str, Finding], studies: Mapping[str, Study], places: Places, problems: Problems
) -> None:
    top = read_file(file, problems)
    if top is None:
        return
    topic = _topic(top)

    def read(key: str, entry: Entry) -> Finding:
        study = entry.required("study", lambda e: e.one_of(tuple(studies), "study") if studies else e.text(), "")
        known = studies.get(study)
        speaker = known.speaker if known else ""
        return Finding(
            id=key,
            topic=topic,
            study=study,
            place=entry.required("place", lambda e: e.one_of(tuple(known.places), "place") if known else e.text(), ""),
            codes=entry.optional("codes", Entry.texts, ()),
            voice=entry.required("voice", lambda e: e.one_of(VOICES, "voice"), ""),
            speaker=entry.optional("speaker", lambda e: e.one_of(SPEAKERS, "speaker"), speaker),
            cites=entry.optional("cites", Entry.texts, ()),
            kind=entry.required("kind", lambda e: e.one_of(KINDS, "kind"), ""),
            says=entry.required("says", read_words, NO_WORDS),
            outcome=entry.optional("outcome", read_yes, False),
        )

    own: dict[str, Finding] = {}
    fill(top, "findings", own, read, places)
    top.no_other_keys()
    findings.update(own)


def _read_advice(
    file: Path,
    topics: dict[str, Topic],
    questions: dict[str, Question],
    rules: dict[str, Rule],
    concerns: dict[str, Concern],
    places: Places,
    problems: Problems,
) -> None:
    top = read_file(file, problems)
    if top is None:
        return
    topic = _topic(top)
    pitfalls: dict[str, Statement] = {}
    checks_: dict[str, Statement] = {}
    fill(top, "pitfalls", pitfalls, lambda _, entry: read_item(entry), places)
    fill(top, "checks", checks_, lambda _, entry: read_item(entry), places)
    title = top.required("title", read_words, NO_WORDS)
    named_by = top.optional("words", Entry.texts, NO_TEXTS)
    topics[topic] = Topic(topic, title, MappingProxyType(pitfalls), MappingProxyType(checks_), named_by)
    own_questions: dict[str, Question] = {}
    own_rules: dict[str, Rule] = {}
    own_concerns: dict[str, Concern] = {}
    fill(top, "questions", own_questions, lambda key, entry: _question(key, topic, entry), places)
    fill(top, "rules", own_rules, _rule, places)
    fill(top, "concerns", own_concerns, lambda key, entry: _concern(key, topic, entry), places)
    top.no_other_keys()
    questions.update(own_questions)
    rules.update(own_rules)
    concerns.update(own_concerns)


def _topic(top: Entry) -> str:
    folder = top.file.parent.name
    topic = top.required("topic", Entry.text, folder)
    if topic != folder:
        top.problem(
            f"the topic “{topic}” stands in the folder “{folder}”", f"Write `topic: {folder}`", top.line_of("topic")
        )
    return folder


def _question(key: str, topic: str, entry: Entry) -> Question:
    return Question(
        id=key,
        topic=topic,
        asks=entry.required("asks", read_words, NO_WORDS),
        related=entry.optional("related", Entry.texts, ()),
    )


def _rule(key: str, entry: Entry) -> Rule:
    return Rule(
        id=key,
        answers=entry.required("answers", Entry.text, ""),
        phase=entry.required("phase", _phases, NONE),
        when=entry.optional("when", read_condition, ALWAYS),
        bottom_line=entry.required("bottom_line", read_statement, Statement({})),
        steps=entry.optional("steps", read_statements, ()),
        watch_out=entry.optional("watch_out", read_statements, ()),
        differ=entry.optional("differ", read_statements, ()),
        silent=entry.optional("silent", read_statements, ()),
    )


def _concern(key: str, topic: str, entry: Entry) -> Concern:
    return Concern(
        id=key,
        topic=topic,
        phase=entry.required("phase", _phases, NONE),
        when=entry.required("when", read_condition, ALWAYS),
        says=entry.required("says", read_words, NO_WORDS),
        because=entry.required("because", Entry.texts, NONE),
        steps=entry.optional("steps", read_statements, ()),
        line=entry.line_of("because"),
    )


def _phases(entry: Entry) -> tuple[str, ...]:
    return tuple(item.one_of(PHASES, "phase") for item in entry.items())


def _framework(entry: Entry) -> Mapping[str, Mapping[str, Words]]:
    return MappingProxyType({level: read_table_of_words(components) for level, components in entry.fields()})
