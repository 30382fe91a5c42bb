"""A small file of phrases with its facts, so that tests do not depend on the phrases that are shipped."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from bot.rulebase.model import YES_NO, Fact, RuleBase
from bot.situation.patterns import Tellings, load_tellings

PHRASES = """\
lists:
  psw: [psw, peer worker, she]
unless:
  if_so:
    reason: what would be
    after: 6
    phrases: [if]
facts:
  mentor:
    no:
      unless: [if_so]
      phrases:
        - no * mentor
    yes:
      unless: [if_so]
      phrases:
        - (has|have) * mentor
  started:
    no:
      phrases: [<psw> starts in]
  stage:
    considering:
      phrases: [thinking of a <psw>]
      implies: {started: no}
    settled:
      phrases: [<psw> * for a year]
      implies:
        started: yes
        mentor: yes
  supervision:
    no: {phrases: [no * supervision]}
    yes: {phrases: [(has|have) * supervision]}
open_questions:
  - what should we do
  - any advice
question_beginnings:
  - "[and] (who|how many)"
"""


def fact(key: str, *values: str) -> Fact:
    return Fact(key, values, {"en": f"{key}?"}, {value: {"en": f"{key} is {value}"} for value in values})


FACTS = {
    each.id: each
    for each in (
        fact("mentor", *YES_NO),
        replace(fact("started", *YES_NO), setting=True),
        replace(fact("stage", "considering", "settled"), setting=True),
        fact("supervision", *YES_NO),
    )
}
BASE = RuleBase({}, {}, FACTS, {}, {}, {}, {})


def written(folder: Path, content: str = PHRASES) -> Path:
    """The folder of a rule base that holds these phrases."""
    root = folder / "rules"
    root.mkdir(exist_ok=True)
    (root / "situation.yml").write_text(content, encoding="utf-8")
    return root


def loaded(folder: Path, content: str = PHRASES) -> Tellings:
    return load_tellings(written(folder, content), FACTS)
