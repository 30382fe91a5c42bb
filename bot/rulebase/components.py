"""Reads `readiness.yml`: what the readiness check asks for."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from bot.rulebase.model import ACTORS, LEVELS, PHASES, Component, Statement, Study, Words
from bot.rulebase.parts import NO_WORDS, NONE, read_statement, read_table, read_words
from bot.rulebase.places import Places
from bot.rulebase.reader import Entry, Problems

FILE = "readiness.yml"
LESSONS = LEVELS[-1]
NOTHING: Statement | None = None


def read_components(
    root: Path, studies: Mapping[str, Study], places: Places, problems: Problems
) -> dict[str, Component]:
    """The components in the order of the file. Those of a framework take their titles from it, lessons have their own."""
    named = {
        (level, key): title
        for study in studies.values()
        for level, components in study.framework.items()
        for key, title in components.items()
    }
    return read_table(root / FILE, "components", lambda key, entry: _component(key, entry, named), places, problems)


def _component(key: str, entry: Entry, named: Mapping[tuple[str, str], Words]) -> Component:
    level = entry.required("level", lambda e: e.one_of(LEVELS, "level"), "")
    component = Component(
        id=key,
        level=level,
        title=_title(key, level, entry, named),
        asks=entry.required("asks", read_words, NO_WORDS),
        fact=entry.optional("fact", Entry.text, ""),
        who=entry.required("who", _actors, NONE),
        phase=entry.required("phase", lambda e: e.one_of(PHASES, "phase"), PHASES[0]),
        strength=entry.required("strength", read_words, NO_WORDS),
        gap=entry.required("gap", read_words, NO_WORDS),
        why=entry.optional("why", _unconditional, NOTHING),
        silent=entry.optional("silent", _unconditional, NOTHING),
        step=entry.optional("step", _unconditional, NOTHING),
    )
    if entry.has("why") == entry.has("silent"):
        what = f"“{key}” says not exactly one of: why it matters, or which studies are silent on it"
        entry.problem(what, "Write either `why:` or `silent:`", entry.line_of("silent"))
    return component


def _title(key: str, level: str, entry: Entry, named: Mapping[tuple[str, str], Words]) -> Words:
    if level == LESSONS:
        return entry.required("title", read_words, NO_WORDS)
    if entry.has("title"):
        entry.problem(f"“{key}” takes its title from its framework", "Delete `title:`", entry.line_of("title"))
    if level and (level, key) not in named:
        known = ", ".join(each for at, each in named if at == level) or "none"
        what = f"no framework in studies.yml names “{key}” at the level “{level}”"
        entry.problem(what, f"Use one of its components ({known}), or the level {LESSONS}", entry.line_of("level"))
    return named.get((level, key), NO_WORDS)


def _unconditional(entry: Entry) -> Statement:
    if entry.has("when"):
        what = "what is said on a component is said always, so it has no condition"
        entry.problem(what, "Delete `when:`", entry.line_of("when"))
    return read_statement(entry)


def _actors(entry: Entry) -> tuple[str, ...]:
    for item in entry.items():
        item.one_of(ACTORS, "actor")
    return entry.texts()
