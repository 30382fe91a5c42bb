"""A small valid rule base on disk, and ways to spoil it."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.rulebase.loader import load
from bot.rulebase.problems import Problem, RuleBaseError

STUDIES = """\
studies:
  alpha:
    name: Alpha
    year: 2024
    citation: Alpha A. On mentors. A Journal, 2024.
    doi: 10.1000/alpha
    licence: CC BY 4.0
    country: Denmark
    period: interviews in 2022
    speaker: manager
    setting: {en: two teams}
    design: {en: interviews with managers}
    cannot_tell: {en: It measured no effects.}
    places:
      theme_1: {en: theme 1}
      discussion: {en: discussion}
  beta:
    name: Beta
    year: 2022
    citation: Beta B. On money. A Journal, 2022.
    doi: 10.1000/beta
    later_version: Another Journal, 2023
    licence: CC BY 4.0
    country: Sweden
    period: interviews in 2018
    speaker: staff_member
    setting: {en: three services}
    design: {en: focus groups}
    cannot_tell: {en: It asked no managers.}
    places:
      results: {en: results}
"""
FACTS = """\
facts:
  mentor_named:
    type: yes_no
    asks: {en: "Has a mentor been named?"}
    said:
      yes: {en: a mentor has been named}
      no: {en: no mentor has been named yet}
  money:
    type: one_of
    values: [project, permanent]
    asks: {en: "Who pays?"}
    said:
      project: {en: a project pays}
      permanent: {en: the money is permanent}
"""
MENTOR_FINDINGS = """\
topic: mentor
findings:
  alpha_open_mentor:
    study: alpha
    place: theme_1
    codes: [X1]
    voice: one
    kind: practice
    says: {en: One manager chose an open mentor.}
  alpha_literature:
    study: alpha
    place: discussion
    voice: cited
    cites: [Gamma 2018]
    kind: finding
    says: {en: Mentors are common elsewhere.}
"""
MENTOR_ADVICE = """\
topic: mentor
title: {en: Mentors}
questions:
  mentor_who:
    asks: {en: "Who should be mentor?"}
    related: [money_who]
rules:
  mentor_who:
    answers: mentor_who
    phase: [before_day_one]
    bottom_line:
      says: {en: Consider an open colleague.}
      because: [alpha_open_mentor]
    steps:
      - says: {en: Name a mentor.}
        because: [alpha_literature]
        basis: cited_literature
        when: {not: {fact: mentor_named, is: yes}}
    silent:
      - says: {en: Beta says nothing on mentors.}
        studies: [beta]
pitfalls:
  mentor_forgotten:
    says: {en: Forgetting the mentor.}
    because: [alpha_literature]
checks:
  mentor_chosen:
    says: {en: "Is there a mentor?"}
    because: [alpha_open_mentor]
"""
MONEY_FINDINGS = """\
topic: money
findings:
  beta_project_ends:
    study: beta
    place: results
    voice: some
    kind: barrier
    says: {en: Some feared the end of the project.}
"""
MONEY_ADVICE = """\
topic: money
title: {en: Money}
questions:
  money_who:
    asks: {en: "Who pays?"}
rules:
  money_project:
    answers: money_who
    phase: [considering, project_ends]
    when: {fact: money, is: project}
    bottom_line:
      says: {en: Plan the time after the project.}
      because: [beta_project_ends]
  money_permanent:
    answers: money_who
    phase: [considering]
    when: {not: {fact: money, is: project}}
    bottom_line:
      says: {en: The post is safe.}
      because: [beta_project_ends]
"""
READINESS = """\
components:
  group_formed:
    level: preparation
    title: {en: group}
    asks: {en: "Is there a group?"}
    who: [own_manager]
    phase: considering
    strength: {en: there is a group}
    gap: {en: there is no group yet}
    silent:
      says: {en: Beta says nothing on groups.}
      studies: [beta]
"""
TAKEAWAY = """\
templates:
  mentor_sheet:
    title: {en: Sheet on mentors}
    lead: {en: A sheet to fill in.}
    questions: [mentor_who]
    sections:
      - title: {en: Who}
        reported:
          - says: {en: Some feared the end.}
            because: [beta_project_ends]
        proposed:
          - says: {en: Agree on one.}
            because: [alpha_literature]
            basis: cited_literature
        silent:
          - says: {en: Beta is silent on mentors.}
            studies: [beta]
        blanks:
          - {en: Our mentor}
      - title: {en: Notes}
        blanks:
          - {en: Anything else}
"""
CONCERNS = """\
concerns:
  mentor_missing:
    phase: [first_weeks, later]
    when: {any: [{fact: mentor_named, is: no}, {fact: money, is: project}]}
    says: {en: Some lacked a mentor.}
    because: [alpha_open_mentor]
    steps:
      - says: {en: Ask for one.}
        because: [alpha_literature]
        basis: wished_for
        when: {not: {fact: mentor_named, is: yes}}
"""
"""Concerns for the end of `mentor/advice.yml`."""
FILES = {
    "studies.yml": STUDIES,
    "facts.yml": FACTS,
    "readiness.yml": READINESS,
    "mentor/findings.yml": MENTOR_FINDINGS,
    "mentor/advice.yml": MENTOR_ADVICE,
    "money/findings.yml": MONEY_FINDINGS,
    "money/advice.yml": MONEY_ADVICE,
    "takeaway.yml": TAKEAWAY,
}


class Small:
    """The small rule base in a folder of its own. Files are named from that folder (`mentor/advice.yml`)."""

    def __init__(self, folder: Path) -> None:
        self.root = folder / "rules"
        for name, text in FILES.items():
            self.write(name, text)

    def write(self, name: str, text: str) -> None:
        file = self.root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def read(self, name: str) -> str:
        return (self.root / name).read_text(encoding="utf-8")

    def replace(self, name: str, old: str, new: str) -> None:
        """Replaces a fragment that stands exactly once in a file."""
        text = self.read(name)
        assert text.count(old) == 1, f"“{old}” stands {text.count(old)} times in {name}"
        self.write(name, text.replace(old, new))

    def append(self, name: str, text: str) -> None:
        self.write(name, self.read(name) + text)

    def line(self, name: str, fragment: str) -> int:
        """The number of the only line of a file that holds a fragment."""
        numbers = [number for number, line in enumerate(self.read(name).split("\n"), 1) if fragment in line]
        assert len(numbers) == 1, f"“{fragment}” stands in the lines {numbers} of {name}"
        return numbers[0]

    def problems(self) -> list[Problem]:
        """Every problem that loading reports; at least one is expected."""
        with pytest.raises(RuleBaseError) as caught:
            load(self.root)
        assert caught.value.problems
        return caught.value.problems

    def has_problem(self, name: str, where: str | int, what: str, remedy: str) -> None:
        """One problem stands at this file and line, says this and offers this remedy.

        `where` is a line number or a fragment that stands in this line only.
        """
        line = where if isinstance(where, int) else self.line(name, where)
        found = self.problems()
        assert any(
            (each.file, each.line) == (f"rules/{name}", line) and what in each.what and remedy in each.remedy
            for each in found
        ), f"not found: rules/{name}:{line}: {what}. {remedy}.\nfound:\n" + "\n".join(map(str, found))

    def has_only_problem(self, name: str, where: str | int, what: str, remedy: str) -> None:
        """As `has_problem`, and nothing else is wrong."""
        self.has_problem(name, where, what, remedy)
        found = self.problems()
        assert len(found) == 1, "\n".join(map(str, found))
