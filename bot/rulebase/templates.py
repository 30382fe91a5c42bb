"""Reads `rules/takeaway.yml`: the templates that managers take away and fill in."""

from __future__ import annotations

from pathlib import Path

from bot.rulebase.model import Section, Template, Words
from bot.rulebase.parts import NO_WORDS, NONE, read_statements, read_table, read_words, read_yes
from bot.rulebase.places import Places
from bot.rulebase.reader import Entry, Problems

FILE = "takeaway.yml"
PARTS = ("reported", "proposed", "silent", "blanks")
NO_SECTIONS: tuple[Section, ...] = ()
NO_BLANKS: tuple[Words, ...] = ()


def read_templates(root: Path, places: Places, problems: Problems) -> dict[str, Template]:
    """The templates by id."""
    return read_table(root / FILE, "templates", _template, places, problems)


def _template(key: str, entry: Entry) -> Template:
    return Template(
        id=key,
        title=entry.required("title", read_words, NO_WORDS),
        lead=entry.required("lead", read_words, NO_WORDS),
        questions=entry.required("questions", Entry.texts, NONE),
        sections=entry.required("sections", _sections, NO_SECTIONS),
        one_page=entry.optional("one_page", read_yes, False),
    )


def _sections(entry: Entry) -> tuple[Section, ...]:
    return tuple(_section(item) for item in entry.items())


def _section(entry: Entry) -> Section:
    if not any(entry.has(part) for part in PARTS):
        entry.problem("this section has nothing below its title", "Add one of: " + ", ".join(PARTS))
    section = Section(
        title=entry.required("title", read_words, NO_WORDS),
        reported=entry.optional("reported", read_statements, ()),
        proposed=entry.optional("proposed", read_statements, ()),
        silent=entry.optional("silent", read_statements, ()),
        blanks=entry.optional("blanks", _blanks, NO_BLANKS),
    )
    entry.no_other_keys()
    return section


def _blanks(entry: Entry) -> tuple[Words, ...]:
    return tuple(read_words(item) for item in entry.items())
