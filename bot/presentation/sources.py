"""Findings as sources: study, place and voice, short in an answer and in full behind “Sources”."""

from __future__ import annotations

from collections.abc import Iterable

from bot.presentation.texts import Texts
from bot.rulebase.model import Finding, Question, RuleBase, Study


def voice_in_words(finding: Finding, texts: Texts) -> str:
    """Who says it: “one manager”, “the authors”, “literature it cites”."""
    singular, plural = texts.at(f"speakers.{finding.speaker}")
    return texts.get(f"voices.{finding.voice}", speaker=singular, speakers=plural)


def briefest_source(finding: Finding, base: RuleBase, texts: Texts) -> str:
    """Study and voice: “Johansen 2024, one manager”."""
    return f"{study_in_words(base.studies[finding.study])}, {voice_in_words(finding, texts)}"


def short_source(finding: Finding, base: RuleBase, texts: Texts) -> str:
    """One finding's source: “Johansen 2024, theme 2, one manager”."""
    study = base.studies[finding.study]
    return f"{study_in_words(study)}, {texts.say(study.places[finding.place])}, {voice_in_words(finding, texts)}"


def in_short(finding: Finding, base: RuleBase, texts: Texts) -> str:
    """What a finding says, with its source behind it."""
    return texts.get("labels.told", says=texts.say(finding.says), source=short_source(finding, base, texts))


def study_in_words(study: Study) -> str:
    """A study as it is called in sources: “Johansen 2024”."""
    return f"{study.name} {study.year}"


def sources_line(findings: Iterable[Finding], base: RuleBase, texts: Texts) -> str:
    """All sources of an answer in one line, grouped by study and place."""
    by_study: dict[str, dict[str, dict[str, None]]] = {}
    for finding in findings:
        voices = by_study.setdefault(finding.study, {}).setdefault(finding.place, {})
        voices[voice_in_words(finding, texts)] = None
    studies = (
        f"{study_in_words(base.studies[study])}, "
        + "; ".join(
            f"{texts.say(base.studies[study].places[place])} ({', '.join(voices)})" for place, voices in places.items()
        )
        for study, places in by_study.items()
    )
    return f"{texts.get('labels.sources')} {'. '.join(studies)}."


def finding_path(finding: Finding) -> str:
    """Where a finding stands on the evidence pages."""
    return f"/evidence/finding/{finding.id}"


def question_path(question: Question) -> str:
    """Where a question stands on the evidence pages, with every finding behind its answer."""
    return f"/evidence/question/{question.id}"


def full_sources(findings: Iterable[Finding], base: RuleBase, texts: Texts) -> list[str]:
    """A paragraph for each study: its citation and the places used, with participant codes as printed."""
    by_study: dict[str, dict[str, None]] = {}
    for finding in findings:
        place = texts.say(base.studies[finding.study].places[finding.place])
        codes = f", {', '.join(finding.codes)}" if finding.codes else ""
        cites = f": {', '.join(finding.cites)}" if finding.cites else ""
        by_study.setdefault(finding.study, {})[f"{place} ({voice_in_words(finding, texts)}{codes}{cites})"] = None
    lines = []
    for key, used in by_study.items():
        places = texts.get("follow_ups.places", places="; ".join(used))
        lines.append(f"{reference(base.studies[key], texts)} {places}")
    return lines


def reference(study: Study, texts: Texts) -> str:
    """A study as it is cited, with its address and, where there is one, its later version."""
    source = texts.get("follow_ups.source", citation=study.citation, doi=study.doi)
    if not study.later_version:
        return source
    return f"{source} {texts.get('follow_ups.later_version', later=study.later_version)}"
