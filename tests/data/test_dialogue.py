"""The rules that are written by hand."""

from __future__ import annotations

import yaml

from bot.paths import PROJECT

RULES = yaml.safe_load((PROJECT / "data" / "dialogue" / "rules.yml").read_text(encoding="utf-8"))["rules"]
DOMAIN = yaml.safe_load((PROJECT / "domain" / "domain.yml").read_text(encoding="utf-8"))


def test_each_rule_is_one_intent_and_one_action() -> None:
    assert [[list(step) for step in rule["steps"]] for rule in RULES] == [[["intent"], ["action"]]] * len(RULES)


def test_each_intent_of_the_domain_has_one_rule_and_each_action_at_least_one() -> None:
    intents = [each if isinstance(each, str) else next(iter(each)) for each in DOMAIN["intents"]]
    assert sorted(rule["steps"][0]["intent"] for rule in RULES) == sorted([*intents, "nlu_fallback"])
    assert {rule["steps"][1]["action"] for rule in RULES} == {*DOMAIN["actions"], *DOMAIN["responses"]}
