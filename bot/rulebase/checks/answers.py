"""Every question has exactly one answer in every situation, and links between questions lead somewhere."""

from __future__ import annotations

from bot.reasoning.evaluate import evaluate
from bot.reasoning.truth import Truth
from bot.rulebase.checks.situations import every_situation
from bot.rulebase.model import All, Rule, RuleBase
from bot.rulebase.places import Places


def check(base: RuleBase, places: Places) -> None:
    for rule in base.rules.values():
        if rule.answers not in base.questions:
            what = f"the rule answers “{rule.answers}”, which is no question"
            places.problem("rules", rule.id, what, "Correct the id behind `answers:`", at="answers")
    for question in base.questions.values():
        _check_related(question.id, question.related, base, places)
        rules = base.rules_by_question[question.id]
        if rules:
            _check_cover(rules, base, places)
        else:
            what = f"no rule answers the question “{question.id}”"
            places.problem("questions", question.id, what, "Add a rule with `answers:` it, or delete the question")


def _check_related(question: str, related: tuple[str, ...], base: RuleBase, places: Places) -> None:
    for other in related:
        if other not in base.questions:
            what = f"the related question “{other}” does not exist"
            places.problem("questions", question, what, "Correct its id or delete it", at="related")
        elif other == question:
            what = f"the question “{other}” is related to itself"
            places.problem("questions", question, what, "Name another one or delete it", at="related")


def _check_cover(rules: tuple[Rule, ...], base: RuleBase, places: Places) -> None:
    """In each situation exactly one rule holds; the last rule is named when it is more or fewer."""
    last = rules[-1]
    conditions = [All((rule.when, rule.bottom_line.when)) for rule in rules]
    for situation in every_situation(conditions, base):
        values = [evaluate(condition, situation).value for condition in conditions]
        holding = values.count(Truth.TRUE)
        if holding == 1 or Truth.UNKNOWN in values:  # unknown is only what compares a fact that does not exist
            continue
        known = ", ".join(f"{fact} is {value}" for fact, value in situation.items()) or "always"
        what = f"the question “{last.answers}” has {holding} rules that hold where {known}"
        places.problem("rules", last.id, what, "Change their `when:` so that exactly one holds", at="when")
        return
