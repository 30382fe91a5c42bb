"""What a template offers beside it is there, and nothing in it depends on a situation, which a blank sheet has not."""

from __future__ import annotations

from bot.rulebase.model import ALWAYS, RuleBase
from bot.rulebase.places import Places


def check(base: RuleBase, places: Places) -> None:
    for template in base.templates.values():
        for question in template.questions:
            if question not in base.questions:
                what = f"the question “{question}” of the template “{template.id}” does not exist"
                places.problem("templates", template.id, what, "Correct its id or delete it", at="questions")
        for statement in template.statements():
            if statement.when != ALWAYS:
                what = f"a statement of the template “{template.id}” has a condition"
                places.problem("templates", template.id, what, "Delete its `when:`", at=statement.line)
