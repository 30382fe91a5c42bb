"""A small rule base made of objects, and the real one with its texts, for tests of what a manager reads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import product

from bot.paths import RULES
from bot.presentation.texts import Texts, load_texts
from bot.rulebase.loader import load
from bot.rulebase.model import (
    ALWAYS,
    Condition,
    Fact,
    Finding,
    Is,
    Question,
    Rule,
    RuleBase,
    Statement,
    Study,
    Topic,
    leaves,
)

MENTOR, NO_MENTOR, PROJECT = Is("mentor", "yes"), Is("mentor", "no"), Is("money", "project")


def words(text: str) -> dict[str, str]:
    return {"en": text}


def statement(
    text: str, *because: str, when: Condition = ALWAYS, basis: str = "own_inference", studies: tuple[str, ...] = ()
) -> Statement:
    return Statement(words(text), because, studies, basis, when)


def study(key: str, name: str, later_version: str = "", speaker: str = "manager") -> Study:
    places = {"theme": words("theme 1"), "discussion": words("discussion")}
    return Study(
        key, name, "2024", f"{name} N. A title. A Journal, 2024.", f"10.1000/{key}", later_version, "CC BY 4.0",
        "Denmark", "2022", speaker, words("setting"), words("design"), words("cannot tell"), places,
    )  # fmt: skip


def finding(
    key: str,
    study_: str = "alpha",
    place: str = "theme",
    voice: str = "some",
    speaker: str = "manager",
    codes: tuple[str, ...] = (),
    cites: tuple[str, ...] = (),
    kind: str = "finding",
    says: str = "",
    outcome: bool = False,
) -> Finding:
    says = says or f"Says {key}."
    return Finding(key, "topic", study_, place, codes, voice, speaker, cites, kind, words(says), outcome)


FINDINGS = (
    finding("one", voice="one", codes=("FM4",)),
    finding("some"),
    finding("authors", place="discussion", voice="authors"),
    finding("staff", "beta", voice="many", speaker="staff_member", codes=("A1", "focus group 2")),
    finding("cited", "beta", "discussion", "cited", "staff_member", cites=("Gamma 2018", "Delta 2019")),
    finding("all", "beta", "discussion", "all", "mentor"),
)


def fact(key: str, **said: str) -> Fact:
    return Fact(key, tuple(said), words(f"{key}?"), {value: words(text) for value, text in said.items()})


FACTS = (
    fact("mentor", yes="a mentor has been named", no="no mentor has been named yet"),
    fact("started", yes="the PSW has started", no="the PSW has not started yet"),
    fact("money", project="a project pays", permanent="the money is permanent", undecided="nobody has decided"),
)


def rule(
    when: Condition = ALWAYS,
    bottom_line: Statement | None = None,
    steps: Iterable[Statement] = (),
    watch_out: Iterable[Statement] = (),
    differ: Iterable[Statement] = (),
    silent: Iterable[Statement] = (),
    key: str = "rule",
) -> Rule:
    bottom = bottom_line or statement("Bottom line.", "one")
    return Rule(key, "question", ("later",), when, bottom, tuple(steps), tuple(watch_out), tuple(differ), tuple(silent))


def base(
    *rules: Rule,
    pitfalls: Iterable[Statement] = (),
    checks: Iterable[Statement] = (),
    related: tuple[str, ...] = ("other",),
    findings: Iterable[Finding] = FINDINGS,
) -> RuleBase:
    """One question with these rules, and another one that it leads to."""
    topic = Topic(
        "topic",
        words("Mentors"),
        {f"pitfall_{number}": each for number, each in enumerate(pitfalls)},
        {f"check_{number}": each for number, each in enumerate(checks)},
    )
    return RuleBase(
        studies={"alpha": study("alpha", "Alpha"), "beta": study("beta", "Beta", "Journal 2025", "staff_member")},
        findings={each.id: each for each in findings},
        facts={each.id: each for each in FACTS},
        topics={"topic": topic},
        questions={
            "question": Question("question", "topic", words("Question?"), related),
            "other": Question("other", "topic", words("Another question?"), ()),
        },
        rules={each.id: each for each in rules},
        rules_by_question={"question": rules, "other": ()},
    )


@lru_cache(maxsize=1)
def real() -> RuleBase:
    return load(RULES)


@lru_cache(maxsize=1)
def english() -> Texts:
    return load_texts(RULES)


def situations(question: str) -> Iterator[dict[str, str]]:
    """Every situation over the facts that the rules of a real question compare; the others cannot matter to it."""
    named = {
        leaf.fact
        for each in real().rules_by_question[question]
        for condition in (each.when, *(part.when for part in each.statements()))
        for leaf in leaves(condition)
    }
    for chosen in product(*((None, *real().facts[fact].values) for fact in sorted(named))):
        yield {fact: value for fact, value in zip(sorted(named), chosen, strict=True) if value is not None}
