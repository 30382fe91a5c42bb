"""The project of the second peer: what Rasa suggests, with Waymark's questions."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from bench.stock import SUGGESTED, digest_of, write_project
from bot.knowledge import rule_base
from evaluate.questions import examples


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("peer") / "stock"
    write_project(folder, epochs=100)
    return folder


def content(file: Path) -> dict[str, Any]:
    return dict(yaml.safe_load(file.read_text(encoding="utf-8")))


def test_its_configuration_is_the_one_that_rasa_suggests(project: Path) -> None:
    assert content(project / "config.yml") == content(SUGGESTED)


def test_fewer_epochs_change_every_component_that_has_epochs_and_nothing_else(tmp_path: Path) -> None:
    write_project(tmp_path / "short", epochs=1)
    text = SUGGESTED.read_text(encoding="utf-8").replace("epochs: 100", "epochs: 1")
    assert content(tmp_path / "short" / "config.yml") == yaml.safe_load(text)


def test_it_learns_from_every_example_and_every_finding_asked_for(project: Path) -> None:
    intents = content(project / "data" / "nlu.yml")["nlu"]
    learnt = {(line.removeprefix("- "), each["intent"]) for each in intents for line in each["examples"].splitlines()}
    assert learnt >= set(examples())
    said = {finding.says["en"] for finding in rule_base().findings.values()}
    assert {text for text, _ in learnt - set(examples())} <= said


def test_each_intent_has_a_rule_and_an_answer(project: Path) -> None:
    domain, rules = content(project / "domain.yml"), content(project / "data" / "rules.yml")["rules"]
    assert {*domain["intents"]} >= {*rule_base().questions}
    assert [each["steps"] for each in rules] == [
        [{"intent": intent}, {"action": f"utter_{intent}"}] for intent in domain["intents"]
    ]
    assert "Johansen" in domain["responses"]["utter_mentor_who"][0]["text"]


def test_its_digest_depends_on_configuration_domain_and_examples(project: Path) -> None:
    before = digest_of(project)
    assert digest_of(project) == before
    for name in ("config.yml", "domain.yml", "data/nlu.yml", "data/rules.yml"):
        file = project / name
        text = file.read_text(encoding="utf-8")
        file.write_text(f"{text}# changed\n", encoding="utf-8")
        assert digest_of(project) != before, name
        file.write_text(text, encoding="utf-8")
