"""The package of actions as a whole."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from rasa_sdk.executor import ActionExecutor

import actions
from bot.knowledge import texts
from bot.nlu.importer import ANSWER
from bot.paths import PROJECT

MODULES = sorted(Path(str(actions.__file__)).parent.glob("*.py"))
LONGEST = 50


def _served() -> set[str]:
    executor = ActionExecutor()
    executor.register_package("actions")
    return set(executor.actions)


def _declared() -> set[str]:
    domain = yaml.safe_load((PROJECT / "domain" / "domain.yml").read_text(encoding="utf-8"))
    return {*domain["actions"], *domain["responses"], ANSWER}


def _run_by_rules() -> set[str]:
    rules = yaml.safe_load((PROJECT / "data" / "dialogue" / "rules.yml").read_text(encoding="utf-8"))["rules"]
    return {step["action"] for rule in rules for step in rule["steps"] if "action" in step} | {ANSWER}


def test_every_action_of_the_domain_is_served_and_every_served_action_is_in_the_domain() -> None:
    assert _served() == {action for action in _declared() if not action.startswith("utter_")}


def test_every_action_is_run_by_some_rule() -> None:
    utterances = {f"utter_{name}" for name in texts().at("replies")}
    assert _run_by_rules() - utterances == _declared()


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.stem)
def test_each_module_is_small(module: Path) -> None:
    assert len(module.read_text(encoding="utf-8").splitlines()) <= LONGEST
