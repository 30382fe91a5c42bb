"""Loads `rules/situation.yml`: by which phrases managers tell facts, what cancels them, and which facts follow."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.phrases.file import NOTHING, Exemption, Pattern, PhraseFile, vocabulary
from bot.phrases.message import Vocabulary
from bot.rulebase.model import Fact
from bot.rulebase.reader import Entry, read_alone

FILE = "situation.yml"
NO_EXEMPTIONS: tuple[Exemption, ...] = ()
NO_FACTS: Mapping[str, str] = {}


@dataclass(frozen=True)
class Telling:
    """How a value of a fact is told. `implies` are the facts that follow from it, with their values."""

    fact: str
    value: str
    pattern: Pattern
    implies: Mapping[str, str]


@dataclass(frozen=True)
class Tellings:
    """Every value of every fact in the order of the file, ready to match.

    `open_question` finds questions that ask for advice on the situation as a whole, `question_beginning` the first words
    of a sentence that asks something.
    """

    of_facts: tuple[Telling, ...]
    open_question: Pattern
    question_beginning: Pattern
    vocabulary: Vocabulary

    def follows(self, fact: str, value: str) -> Mapping[str, str]:
        """The facts with their values that follow from a fact."""
        return next((each.implies for each in self.of_facts if (each.fact, each.value) == (fact, value)), NO_FACTS)


def load_tellings(root: Path, facts: Mapping[str, Fact]) -> Tellings:
    """Reads `situation.yml` in the folder of the rule base.

    Raises:
        RuleBaseError: with every problem found, each naming file, line and remedy.
    """
    return read_alone(root / FILE, root, lambda top: _tellings(top, facts))


def _tellings(top: Entry, facts: Mapping[str, Fact]) -> Tellings:
    phrases = PhraseFile()
    top.optional("lists", phrases.read_lists, None)
    top.optional("unless", phrases.read_exemptions, None)
    found: list[Telling] = []
    top.required("facts", lambda entry: found.extend(_facts(entry, phrases, facts)), None)
    open_question = Pattern("open_questions", top.required("open_questions", phrases.phrases, NOTHING))
    phrases.report_unused()
    beginning = Pattern("question_beginnings", top.required("question_beginnings", phrases.phrases, NOTHING))
    every = [*(each.pattern for each in found), open_question, beginning]
    return Tellings(tuple(found), open_question, beginning, vocabulary(every))


def _facts(entry: Entry, phrases: PhraseFile, facts: Mapping[str, Fact]) -> Iterator[Telling]:
    for key, values in entry.fields():
        if key not in facts:
            values.problem(f"there is no fact “{key}”", "Add it to facts.yml, or correct its name", entry.line_of(key))
            continue
        for value, telling in values.fields():
            if value not in facts[key].values:
                remedy = "Its values are: " + ", ".join(facts[key].values)
                telling.problem(f"the fact “{key}” can never be “{value}”", remedy, values.line_of(value))
            yield _telling(key, value, telling, phrases, facts)


def _telling(fact: str, value: str, entry: Entry, phrases: PhraseFile, facts: Mapping[str, Fact]) -> Telling:
    unless = entry.optional("unless", phrases.named, NO_EXEMPTIONS)
    pattern = Pattern(f"{fact}={value}", entry.required("phrases", phrases.phrases, NOTHING), unless)
    implies = entry.optional("implies", lambda e: _implied(e, facts), NO_FACTS)
    entry.no_other_keys()
    return Telling(fact, value, pattern, implies)


def _implied(entry: Entry, facts: Mapping[str, Fact]) -> Mapping[str, str]:
    implied = {}
    for key, value in entry.fields():
        if key not in facts:
            value.problem(f"there is no fact “{key}”", "Add it to facts.yml, or correct its name")
        else:
            implied[key] = value.one_of(facts[key].values, f"value of “{key}”")
    return implied
