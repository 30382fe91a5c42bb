"""Every question can be asked: it has examples to be recognised by, and every example is of something that is answered."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bot.presentation.beyond import BEYOND, NOTHING_NEAR
from bot.presentation.check import IN_CHECK
from bot.presentation.follow_ups import IN_WORDS, ON_SITUATION
from bot.presentation.texts import Texts
from bot.rulebase.model import RuleBase
from bot.rulebase.places import Places
from bot.rulebase.reader import Entry, read_file

FEWEST = 40
NONE: tuple[Entry, ...] = ()


def check(base: RuleBase, places: Places, texts: Texts, nlu: Path) -> None:
    """Notes questions with too few examples, and examples of questions and findings that do not exist."""
    in_words = (*IN_WORDS, *ON_SITUATION, *IN_CHECK, BEYOND, "start_over", "forget_fact")
    answered = {*base.questions, *texts.at("replies"), *texts.at("buttons"), *in_words}
    counts = dict.fromkeys(base.questions, 0)
    for block in _blocks(nlu, places):
        intent = block.required("intent", Entry.text, "")
        if intent and intent not in answered:
            block.problem(f"nothing answers the intent “{intent}”", "Correct its id or write its rule")
        if intent in counts:
            lines = block.required("examples", Entry.text, "").splitlines()
            counts[intent] += sum(line.startswith("-") for line in lines)  # Rasa skips the others
        block.optional("metadata", lambda entry: _check_named(entry, base), None)
    for question, count in counts.items():
        if count < FEWEST:
            what = f"the question “{question}” has {count} examples"
            remedy = (
                f"Write at least {FEWEST}, as managers would ask it, in data/nlu/{base.questions[question].topic}.yml"
            )
            places.problem("questions", question, what, remedy)


def _check_named(metadata: Entry, base: RuleBase) -> None:
    for key, what, known in (
        ("finding", "finding", base.findings),
        ("nearest", "question", {*base.questions, NOTHING_NEAR}),
    ):
        named = metadata.optional(key, Entry.text, "")
        if named and named not in known:
            metadata.problem(f"the {what} “{named}” does not exist", "Correct its id or delete these examples")


def _blocks(nlu: Path, places: Places) -> Iterator[Entry]:
    for file in sorted(nlu.glob("*.yml")):
        top = read_file(file, places.problems)
        if top is not None:
            yield from top.required("nlu", Entry.items, NONE)
