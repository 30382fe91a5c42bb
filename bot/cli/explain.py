"""`waymark explain`: the conditions, findings and sources behind a rule or a question."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any

from bot.paths import RULES
from bot.presentation.conditions import in_words
from bot.presentation.sources import short_source
from bot.presentation.texts import Texts, load_texts
from bot.reasoning.advise import require_possible
from bot.reasoning.evaluate import Situation, evaluate
from bot.rulebase.loader import load
from bot.rulebase.model import ALWAYS, All, Rule, RuleBase, Statement


def add_to(commands: Any) -> None:
    parser = commands.add_parser(
        "explain",
        help="show what stands behind a rule or a question",
        description=(
            "Prints every statement of the rules that answer a question (or of one rule) with its condition in words, "
            "what the condition amounts to, and the findings it rests on."
        ),
        epilog="Example: waymark explain mentor_who --know psw_started=yes",
    )
    parser.add_argument("id", help="the id of a rule or of a question, for example mentor_who")
    parser.add_argument(
        "--know",
        metavar="FACT=VALUE",
        action="append",
        default=[],
        help="something known about the situation; may be repeated",
    )
    parser.set_defaults(command=_explain)


def _explain(options: argparse.Namespace) -> int:
    base, texts = load(RULES), load_texts(RULES)
    rules = base.rules_by_question.get(options.id) or tuple(filter(None, [base.rules.get(options.id)]))
    if not rules:
        close = get_close_matches(options.id, [*base.questions, *base.rules], n=3)
        hint = f"Close to it: {', '.join(close)}." if close else f"Questions: {', '.join(base.questions)}."
        print(f"waymark: there is no rule or question “{options.id}”. {hint}", file=sys.stderr)
        return 1
    situation = dict(each.partition("=")[::2] for each in options.know)
    try:
        require_possible(base, situation)
    except ValueError as error:
        print(f"waymark: {error}", file=sys.stderr)
        return 1
    for rule in rules:
        for line in _lines(rule, base, texts, situation):
            print(line)
    return 0


def _lines(rule: Rule, base: RuleBase, texts: Texts, situation: Situation) -> Iterator[str]:
    question = base.questions[rule.answers]
    yield f"Rule {rule.id} answers “{texts.say(question.asks)}” (topic {question.topic}; phase {', '.join(rule.phase)})"
    parts = {
        "bottom line": (rule.bottom_line,),
        "step": rule.steps,
        "watch out": rule.watch_out,
        "differ": rule.differ,
        "silent": rule.silent,
    }
    for part, statements in parts.items():
        for statement in statements:
            yield from _statement(part, statement, rule, base, texts, situation)


def _statement(
    part: str, statement: Statement, rule: Rule, base: RuleBase, texts: Texts, situation: Situation
) -> Iterator[str]:
    yield f"\n{part}: {texts.say(statement.says)}"
    condition = All(tuple(each for each in (rule.when, statement.when) if each != ALWAYS))
    if condition != ALWAYS:
        evaluation = evaluate(condition, situation)
        unknown = f"; unknown: {', '.join(evaluation.missing)}" if evaluation.missing else ""
        yield f"  only if {in_words(condition, base, texts)}: {evaluation.value.name.lower()}{unknown}"
    if statement.basis:
        yield f"  basis: {texts.get(f'bases.{statement.basis}')}"
    for key in statement.because:
        finding = base.findings[key]
        yield f"  because {key}: {texts.say(finding.says)} ({short_source(finding, base, texts)})"
    if statement.studies:
        yield f"  said by none of: {', '.join(base.studies[study].name for study in statement.studies)}"
