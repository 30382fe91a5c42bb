"""The objects of the rule base. All are immutable; texts are keyed by language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

Words = Mapping[str, str]
"""One text in several languages, keyed by language code."""

VOICES = ("one", "some", "many", "all", "authors", "cited")
"""Who says it: participants in ascending number, the study's authors, or literature they cite."""
SPEAKERS = ("manager", "staff_member", "mentor")
KINDS = (
    "finding",
    "practice",
    "wish",
    "barrier",
    "facilitator",
    "pitfall",
    "recommendation",
    "disagreement",
    "context",
    "limitation",
)
BASES = (
    "done_elsewhere",
    "wished_for",
    "said_to_help",
    "authors_recommend",
    "cited_literature",
    "own_inference",
)
"""What a step rests on. What managers did is not evidence that it worked; `own_inference` is Waymark's."""
PHASES = (
    "considering",
    "decided_from_above",
    "before_the_advert",
    "before_day_one",
    "first_weeks",
    "month_three",
    "later",
    "project_ends",
    "psw_leaves",
)
LEVELS = ("organisation", "team", "continuous_support", "preparation")
"""Where a component of the readiness check belongs: the levels of the framework, and lessons that it does not name."""
ACTORS = ("manager", "own_manager", "hr", "user_organisation", "psw", "staff")
"""Who can act on what is missing."""
OUTCOME_KINDS = ("facilitator", "finding")
"""Kinds that may tell of an outcome; what was done or wished for does not."""
YES_NO = ("yes", "no")
LANGUAGES = ("en", "da", "sv")


@dataclass(frozen=True)
class Study:
    """One of the studies: how to cite it, where it comes from and what it cannot tell."""

    id: str
    name: str
    year: str
    citation: str
    doi: str
    later_version: str
    licence: str
    country: str
    period: str
    speaker: str
    setting: Words
    design: Words
    cannot_tell: Words
    places: Mapping[str, Words]
    framework: Mapping[str, Mapping[str, Words]] = field(default_factory=dict)
    """The components of the framework that the study orders its material by, keyed by level; often there is none."""


@dataclass(frozen=True)
class Finding:
    """One thing one study says, in our own words, with where it stands and whose voice it is."""

    id: str
    topic: str
    study: str
    place: str
    codes: tuple[str, ...]
    voice: str
    speaker: str
    cites: tuple[str, ...]
    kind: str
    says: Words = field(hash=False)
    outcome: bool = False
    """Whether it tells what came of something, as somebody saw it."""


@dataclass(frozen=True)
class Fact:
    """Something about a manager's situation that a rule may depend on."""

    id: str
    values: tuple[str, ...]
    asks: Words
    said: Mapping[str, Words]
    view: bool = False
    """Whether it is about what goes on in other people, which the manager can only see from outside."""
    setting: bool = False
    """Whether people mention it beside whatever they ask, so that it calls for little by itself."""
    acknowledge: Mapping[str, Words] = field(default_factory=dict)
    """What is said first, before any advice, when a message tells a value; often nothing."""


@dataclass(frozen=True)
class Is:
    """True when the fact is known to be `value`, false when it is known to be another, else unknown."""

    fact: str
    value: str
    line: int = field(default=0, compare=False)


@dataclass(frozen=True)
class Not:
    part: Condition


@dataclass(frozen=True)
class All:
    parts: tuple[Condition, ...]


@dataclass(frozen=True)
class Any:
    parts: tuple[Condition, ...]


Condition = Is | Not | All | Any
ALWAYS: Condition = All(())


def leaves(condition: Condition) -> Iterator[Is]:
    """Every comparison of a fact in the condition, from left to right."""
    if isinstance(condition, Is):
        yield condition
    elif isinstance(condition, Not):
        yield from leaves(condition.part)
    else:
        for part in condition.parts:
            yield from leaves(part)


@dataclass(frozen=True)
class Statement:
    """A sentence of advice with the findings it rests on (or, for a silence, the studies that are silent)."""

    says: Words
    because: tuple[str, ...] = ()
    studies: tuple[str, ...] = ()
    basis: str = ""
    when: Condition = ALWAYS
    line: int = field(default=0, compare=False)


@dataclass(frozen=True)
class Rule:
    """The answer to one question, for the situations in which its condition is not false."""

    id: str
    answers: str
    phase: tuple[str, ...]
    when: Condition
    bottom_line: Statement
    steps: tuple[Statement, ...]
    watch_out: tuple[Statement, ...]
    differ: tuple[Statement, ...]
    silent: tuple[Statement, ...]

    def statements(self) -> Iterator[Statement]:
        """Every statement of the rule in the order in which it is read."""
        yield self.bottom_line
        yield from (*self.steps, *self.watch_out, *self.differ, *self.silent)


@dataclass(frozen=True)
class Question:
    id: str
    topic: str
    asks: Words
    related: tuple[str, ...]


@dataclass(frozen=True)
class Concern:
    """Something that a described situation calls for: what others met in such a situation, and what to do."""

    id: str
    topic: str
    phase: tuple[str, ...]
    when: Condition
    says: Words
    because: tuple[str, ...]
    steps: tuple[Statement, ...]
    line: int = field(default=0, compare=False)

    def statements(self) -> Iterator[Statement]:
        """What it says, and each step."""
        yield Statement(self.says, self.because, line=self.line)
        yield from self.steps


@dataclass(frozen=True)
class Component:
    """What one question of the readiness check is about: a component of a framework, or a lesson on preparation.

    `fact` is the yes-or-no fact that asks the same, if there is one; `who` can act on a gap, the first above all.
    `why` is what the studies report on it; where they report nothing beyond its name, `silent` says so instead.
    """

    id: str
    level: str
    title: Words
    asks: Words
    fact: str
    who: tuple[str, ...]
    phase: str
    strength: Words
    gap: Words
    why: Statement | None
    silent: Statement | None
    step: Statement | None

    def statements(self) -> Iterator[Statement]:
        """What the studies report or do not report, and what to do about a gap."""
        yield from (each for each in (self.why, self.silent, self.step) if each is not None)


@dataclass(frozen=True)
class Topic:
    """What belongs together: its title, the pitfalls others met, a checklist, and the words that name it in a follow-up."""

    id: str
    title: Words
    pitfalls: Mapping[str, Statement]
    checks: Mapping[str, Statement]
    words: tuple[str, ...] = ()


@dataclass(frozen=True)
class Section:
    """One part of a template: what others reported, what to decide or do, and what to fill in."""

    title: Words
    reported: tuple[Statement, ...]
    proposed: tuple[Statement, ...]
    silent: tuple[Statement, ...]
    blanks: tuple[Words, ...]


@dataclass(frozen=True)
class Template:
    """A document to take away that is filled in by hand. `questions` are close to it and are offered beside it.

    `one_page` asks for small print, so that it fits on one page.
    """

    id: str
    title: Words
    lead: Words
    questions: tuple[str, ...]
    sections: tuple[Section, ...]
    one_page: bool = False

    def statements(self) -> Iterator[Statement]:
        """Every statement in the order in which it is read."""
        for section in self.sections:
            yield from (*section.reported, *section.proposed, *section.silent)


@dataclass(frozen=True)
class RuleBase:
    """Everything that stands in `rules/`, each kind keyed by id. Rules are grouped by the question they answer."""

    studies: Mapping[str, Study]
    findings: Mapping[str, Finding]
    facts: Mapping[str, Fact]
    topics: Mapping[str, Topic]
    questions: Mapping[str, Question]
    rules: Mapping[str, Rule]
    rules_by_question: Mapping[str, tuple[Rule, ...]]
    concerns: Mapping[str, Concern] = field(default_factory=dict)
    concerns_by_fact: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The ids of the concerns whose condition compares a fact."""
    components: Mapping[str, Component] = field(default_factory=dict)
    """What the readiness check asks for, in the order in which it asks."""
    templates: Mapping[str, Template] = field(default_factory=dict)
