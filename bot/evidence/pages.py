"""The pages of the evidence, each as HTML made from the rule base."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, TypeVar

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bot.evidence.coverage import coverage
from bot.evidence.search import LONGEST, search
from bot.evidence.uses import uses
from bot.presentation.answer import worded
from bot.presentation.sources import short_source, voice_in_words
from bot.presentation.texts import Texts
from bot.reasoning.advise import Point, advise, point
from bot.review.readings import Reading, fingerprint
from bot.rulebase.model import ALWAYS, Concern, Finding, RuleBase, Statement

TEMPLATES = Path(__file__).parent / "templates"
Thing = TypeVar("Thing")


class MissingError(LookupError):
    """There is no such topic, question, finding or study."""


class EvidencePages:
    """Renders each page anew when asked; all are small.

    The findings of a page are numbered in the order in which it lists them; a statement refers to them by number.
    """

    def __init__(self, base: RuleBase, texts: Texts, readings: Mapping[str, Reading]) -> None:
        self._base = base
        self._texts = texts
        self._readings = readings
        self._uses = uses(base)
        self._environment = Environment(
            loader=FileSystemLoader(TEMPLATES),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._environment.globals.update(
            label=lambda path, **values: texts.get(f"evidence.{path}", **values),
            say=texts.say,
            source=lambda finding: short_source(finding, base, texts),
            language=texts.language,
            base=base,
        )

    def overview(self) -> str:
        """Topics, studies and where to search."""
        questions = Counter(question.topic for question in self._base.questions.values())
        return self._page("overview.html", coverage=coverage(self._base), questions=questions)

    def results(self, query: str) -> str:
        """Questions and findings that hold the words of the query."""
        read = "".join(letter for letter in query[:LONGEST] if letter.isprintable())
        found = search(read, self._base, self._texts)
        return self._page("results.html", query=read, found=found, numbers=_numbers(found.findings))

    def coverage(self) -> str:
        """How many findings and rules there are of each study on each topic."""
        return self._page("coverage.html", coverage=coverage(self._base))

    def topic(self, key: str) -> str:
        """One topic: its questions, pitfalls, checklist, what it raises in which situation, and findings.

        Raises:
            MissingError: when there is no such topic; likewise below.
        """
        topic = _there(self._base.topics, key)
        listed = {"pitfalls": topic.pitfalls.values(), "checks": topic.checks.values()}
        concerns = [concern for concern in self._base.concerns.values() if concern.topic == key]
        raised = [statement for concern in concerns for statement in concern.statements()]
        own = [finding for finding in self._base.findings.values() if finding.topic == key]
        behind = [
            self._base.findings[each]
            for statements in (*listed.values(), raised)
            for statement in statements
            for each in statement.because
        ]
        other = list(dict.fromkeys(finding for finding in behind if finding.topic != key))
        by_study = _grouped(own, "study")
        numbers = _numbers([*_flat(by_study), *other])
        return self._page(
            "topic.html",
            topic=topic,
            questions=[question for question in self._base.questions.values() if question.topic == key],
            lists={name: [self._statement(s, numbers) for s in statements] for name, statements in listed.items()},
            situations=[self._concern(concern, numbers) for concern in concerns],
            own=own,
            by_study=by_study,
            other=other,
            numbers=numbers,
        )

    def question(self, key: str) -> str:
        """One question with its whole advice: conditions in words, what each statement rests on, and its findings."""
        question = _there(self._base.questions, key)
        advice = advise(self._base, key, {})
        parts = {
            "bottom_line": advice.bottom_lines,
            "steps": advice.steps,
            "watch_out": advice.watch_out,
            "differ": advice.differ,
            "silent": advice.silent,
        }
        numbers = _numbers(advice.findings())
        phases = dict.fromkeys(phase for rule in self._base.rules_by_question[key] for phase in rule.phase)
        return self._page(
            "question.html",
            question=question,
            topic=self._base.topics[question.topic],
            parts={name: [self._point(each, numbers) for each in points] for name, points in parts.items() if points},
            findings=advice.findings(),
            numbers=numbers,
            phases=list(phases),
        )

    def finding(self, key: str) -> str:
        """One finding: whose voice, where it stands, who read it again, and what uses it."""
        finding = _there(self._base.findings, key)
        reading = self._readings.get(key)
        return self._page(
            "finding.html",
            finding=finding,
            study=self._base.studies[finding.study],
            voice=voice_in_words(finding, self._texts),
            reading=reading if reading and reading.of == fingerprint(finding) else None,
            questions=[self._base.questions[each] for each in self._uses.questions.get(key, ())],
            topics=[self._base.topics[each] for each in self._uses.topics.get(key, ())],
            components=[self._base.components[each] for each in self._uses.components.get(key, ())],
        )

    def study(self, key: str) -> str:
        """One study: citation, setting, what it cannot tell, and its findings."""
        study = _there(self._base.studies, key)
        by_topic = _grouped((finding for finding in self._base.findings.values() if finding.study == key), "topic")
        return self._page("study.html", study=study, by_topic=by_topic, numbers=_numbers(_flat(by_topic)))

    def missing(self) -> str:
        """What to say at an address where nothing is."""
        return self._page("missing.html")

    def _page(self, template: str, **values: Any) -> str:
        return self._environment.get_template(template).render(here=template, **values)

    def _point(self, point: Point, numbers: Mapping[str, int]) -> dict[str, Any]:
        basis = self._texts.get(f"bases.{point.statement.basis}") if point.statement.basis else ""
        says = worded(point, self._base, self._texts)
        return self._statement(point.statement, numbers) | {"says": says, "basis": basis}

    def _concern(self, concern: Concern, numbers: Mapping[str, int]) -> list[dict[str, Any]]:
        """What is raised, with its situation in words, then its steps; worded as if nothing were known."""
        says, *steps = concern.statements()
        points = [point(self._base, concern.when, says, {}), *(point(self._base, ALWAYS, step, {}) for step in steps)]
        return [self._point(each, numbers) for each in points if each is not None]

    def _statement(self, statement: Statement, numbers: Mapping[str, int]) -> dict[str, Any]:
        findings = (self._base.findings[key] for key in sorted(statement.because, key=numbers.__getitem__))
        return {
            "says": self._texts.say(statement.says),
            "basis": "",
            "by_study": _grouped(findings, "study"),
            "silent": [self._base.studies[study] for study in statement.studies],
        }


def stylesheet() -> str:
    """The style of all pages, on screen and on paper."""
    return (TEMPLATES / "evidence.css").read_text(encoding="utf-8")


def _there(things: Mapping[str, Thing], key: str) -> Thing:
    if key not in things:
        raise MissingError(key)
    return things[key]


def _grouped(findings: Iterable[Finding], by: str) -> dict[str, list[Finding]]:
    grouped: dict[str, list[Finding]] = {}
    for finding in findings:
        grouped.setdefault(getattr(finding, by), []).append(finding)
    return grouped


def _flat(grouped: Mapping[str, list[Finding]]) -> list[Finding]:
    return [finding for group in grouped.values() for finding in group]


def _numbers(findings: Iterable[Finding]) -> dict[str, int]:
    return {finding.id: number for number, finding in enumerate(findings, 1)}
