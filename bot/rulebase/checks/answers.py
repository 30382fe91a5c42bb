"""Every question has an answer, every rule answers a question, and related links lead somewhere."""

from __future__ import annotations

from bot.rulebase.model import ALWAYS, RuleBase
from bot.rulebase.places import Places


def check(base: RuleBase, places: Places) -> None:
    for question in base.questions.values():
        if not base.rules_by_question[question.id]:
            places.problem(
                "questions",
                question.id,
                f"no rule answers the question “{question.id}”",
                "Add a rule with `answers:` it, or delete the question",
            )
        for other in question.related:
            if other not in base.questions or other == question.id:
                places.problem(
                    "questions",
                    question.id,
                    f"the related question “{other}” does not exist",
                    "Correct its id or delete it",
                    other,
                )
    for rule in base.rules.values():
        if rule.answers not in base.questions:
            places.problem(
                "rules",
                rule.id,
                f"the rule answers “{rule.answers}”, which is no question",
                "Correct the id behind `answers:`",
                "answers:",
            )
    for key, rules in base.rules_by_question.items():
        if len(rules) > 1 and any(rule.when == ALWAYS for rule in rules):
            places.problem(
                "rules",
                rules[-1].id,
                f"the question “{key}” has several rules, and one of them applies always",
                "Give each of them a `when:` that excludes the others",
            )
