"""What all documents have in common: who made them and when, what the studies do not say, and the sources."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bot.documents.document import Block, Bullets, Document, Heading, Paragraph
from bot.presentation.sources import briefest_source, study_in_words
from bot.presentation.texts import Texts
from bot.rulebase.model import Finding, RuleBase, Statement


@dataclass(frozen=True)
class Frame:
    """The texts of documents, below `documents` in the fixed texts, and the date that they carry."""

    base: RuleBase
    texts: Texts
    date: datetime.date

    def get(self, path: str, **values: object) -> str:
        """A text of documents."""
        return self.texts.get(f"documents.{path}", **values)

    def row(self, path: str) -> tuple[str, ...]:
        """The headers of a table."""
        return tuple(self.texts.at(f"documents.{path}"))

    def note(self, path: str) -> Paragraph:
        """A text about the document itself, which may name the date."""
        return Paragraph(self.get(path, date=self.date.isoformat()), note=True)

    def document(self, title: str, blocks: Iterable[Block], *, one_page: bool = False) -> Document:
        """The document with the line that stands on each of its pages."""
        footer = self.get("footer", title=title, date=self.date.isoformat())
        return Document(title, self.texts.language, footer, tuple(blocks), one_page)

    def rests_on(self, statement: Statement) -> str:
        """How far a statement goes, where it says so, and its sources in short."""
        findings = (self.base.findings[key] for key in statement.because)
        sources = "; ".join(dict.fromkeys(briefest_source(finding, self.base, self.texts) for finding in findings))
        if not statement.basis:
            return sources
        return self.get("rests_on", basis=self.texts.get(f"bases.{statement.basis}"), sources=sources)

    def with_source(self, statement: Statement) -> str:
        """What a statement says, with how far it goes and its sources behind it; a silence has none."""
        says = self.texts.say(statement.says)
        if not statement.because:
            return says
        return self.texts.get("labels.told", says=says, source=self.rests_on(statement))

    def limits(self, silences: Sequence[str], findings: Iterable[Finding]) -> Iterator[Block]:
        """What the studies do not say: on the matter, and each of them at all."""
        yield Heading(self.get("limits"))
        used = dict.fromkeys(finding.study for finding in findings)
        studies = (self.base.studies[key] for key in used)
        yield Bullets(
            (
                *silences,
                *(f"{study_in_words(study)}: {self.texts.say(study.cannot_tell)}" for study in studies),
                self.get("not_interviewed"),
            )
        )
        yield Paragraph(self.get("not_from_studies"))

    def sources(self, lines: Iterable[str]) -> Iterator[Block]:
        """The studies, a line for each; nothing where there are none."""
        listed = tuple(lines)
        if listed:
            yield Heading(self.get("sources"))
            yield Bullets(listed)
