"""All statements are walked with the object they belong to."""

from __future__ import annotations

from bot.rulebase.checks.statements import all_statements
from bot.rulebase.loader import load

from ..small import CONCERNS, Small


def test_rules_come_first_then_components_pitfalls_checks_and_templates(small: Small) -> None:
    found = [(kind, key, statement.says["en"]) for kind, key, statement in all_statements(load(small.root))]
    assert found == [
        ("rules", "mentor_who", "Consider an open colleague."),
        ("rules", "mentor_who", "Name a mentor."),
        ("rules", "mentor_who", "Beta says nothing on mentors."),
        ("rules", "money_project", "Plan the time after the project."),
        ("rules", "money_permanent", "The post is safe."),
        ("components", "group_formed", "Beta says nothing on groups."),
        ("pitfalls", "mentor_forgotten", "Forgetting the mentor."),
        ("checks", "mentor_chosen", "Is there a mentor?"),
        ("templates", "mentor_sheet", "Some feared the end."),
        ("templates", "mentor_sheet", "Agree on one."),
        ("templates", "mentor_sheet", "Beta is silent on mentors."),
    ]


def test_concerns_come_after_rules_with_what_they_say_and_then_their_steps(small: Small) -> None:
    small.append("mentor/advice.yml", CONCERNS)
    found = [(kind, key, statement.says["en"]) for kind, key, statement in all_statements(load(small.root))]
    assert [kind for kind, _, _ in found] == [
        *["rules"] * 5,
        *["concerns"] * 2,
        "components",
        "pitfalls",
        "checks",
        *["templates"] * 3,
    ]
    assert found[5:7] == [
        ("concerns", "mentor_missing", "Some lacked a mentor."),
        ("concerns", "mentor_missing", "Ask for one."),
    ]
