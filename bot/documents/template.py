"""A template of the rule base as a document: what others reported, what to decide, and room to write."""

from __future__ import annotations

from collections.abc import Iterator

from bot.documents.document import Blank, Block, Bullets, Document, Heading, Paragraph
from bot.documents.frame import Frame
from bot.presentation.sources import reference
from bot.rulebase.model import Section, Template


def template_sheet(template: Template, frame: Frame) -> Document:
    """The sheet to fill in."""
    cited = (key for statement in template.statements() for key in statement.because)
    studies = dict.fromkeys(frame.base.findings[key].study for key in cited)
    blocks: list[Block] = [
        frame.note("template.made"),
        Paragraph(frame.texts.say(template.lead)),
        *(block for section in template.sections for block in _section(section, frame)),
        Paragraph(frame.get("not_interviewed")),
        Paragraph(frame.get("not_from_studies")),
        *frame.sources(reference(frame.base.studies[key], frame.texts) for key in studies),
    ]
    return frame.document(frame.texts.say(template.title), blocks, one_page=template.one_page)


def _section(section: Section, frame: Frame) -> Iterator[Block]:
    yield Heading(frame.texts.say(section.title))
    lists = {"reported": section.reported, "proposed": section.proposed, "silent": section.silent}
    filled = {name: statements for name, statements in lists.items() if statements}
    for name, statements in filled.items():
        if len(filled) > 1:
            yield Heading(frame.get(f"template.{name}"), level=3)
        yield Bullets(tuple(frame.with_source(statement) for statement in statements))
    yield from (Blank(frame.texts.say(label)) for label in section.blanks)
