"""Searching the evidence by words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from bot.presentation.sources import short_source
from bot.presentation.texts import Texts
from bot.rulebase.model import Finding, Question, RuleBase

LONGEST = 200
"""Characters of a query that are read."""


@dataclass(frozen=True)
class Found:
    """What holds every word of the query, in the order of the rule base."""

    questions: tuple[Question, ...]
    findings: tuple[Finding, ...]


def search(query: str, base: RuleBase, texts: Texts) -> Found:
    """Questions whose wording or advice, and findings whose text or source, hold the beginning of every word."""
    words = set(re.findall(r"\w+", _folded(query[:LONGEST])))
    if not words:
        return Found((), ())
    holds = _holding(words)
    questions = (question for question in base.questions.values() if holds(_of_question(question, base, texts)))
    findings = (
        finding
        for finding in base.findings.values()
        if holds(f"{texts.say(finding.says)} {short_source(finding, base, texts)} {' '.join(finding.cites)}")
    )
    return Found(tuple(questions), tuple(findings))


def _of_question(question: Question, base: RuleBase, texts: Texts) -> str:
    advice = (
        texts.say(statement.says) for rule in base.rules_by_question[question.id] for statement in rule.statements()
    )
    return " ".join([texts.say(question.asks), *advice])


def _holding(words: set[str]) -> Callable[[str], bool]:
    beginnings = [re.compile(rf"\b{word}") for word in words]

    def holds(text: str) -> bool:
        folded = _folded(text)
        return all(beginning.search(folded) for beginning in beginnings)

    return holds


def _folded(text: str) -> str:
    """The text in small letters without accents, so that “Lerbaek” finds “Lerbæk”."""
    bare = unicodedata.normalize("NFKD", text.casefold().replace("æ", "ae").replace("ø", "o"))
    return "".join(letter for letter in bare if not unicodedata.combining(letter))
