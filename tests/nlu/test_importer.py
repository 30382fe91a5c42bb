"""What is generated from the rule base before training."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
import yaml
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, UserUttered
from rasa.shared.core.training_data.structures import StoryGraph
from rasa.shared.importers.importer import TrainingDataImporter
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.training_data import TrainingData
from rasa.validator import Validator

from bot.danger.examples import load_examples
from bot.nlu.asked import finding_of, leaves_question_open
from bot.nlu.asking import load_asking
from bot.nlu.danger_revealed import danger_of
from bot.nlu.facts_stated import facts_of
from bot.nlu.importer import ANSWER, RuleBaseImporter
from bot.nlu.taught import intent_taught
from bot.paths import ASKING, DANGERS, PROJECT, RULES, SENTENCES
from bot.presentation.follow_ups import IN_WORDS
from bot.presentation.texts import load_texts
from bot.rulebase.loader import load
from bot.situation.sentences import load_sentences

from ..data.examples import examples

BASE = load(RULES)
QUESTIONS = BASE.questions
TEXTS = load_texts(RULES)
REPLIES = TEXTS.at("replies")
FILES = {"config_file": str(PROJECT / "config.yml"), "domain_path": str(PROJECT / "domain")}


@pytest.fixture(scope="module")
def importer() -> RuleBaseImporter:
    return RuleBaseImporter(**FILES, training_data_paths=[str(PROJECT / "data")])


@pytest.fixture(scope="module")
def domain(importer: RuleBaseImporter) -> Domain:
    return importer.get_domain()


@pytest.fixture(scope="module")
def stories(importer: RuleBaseImporter) -> StoryGraph:
    return importer.get_stories()


@pytest.fixture(scope="module")
def followed(stories: StoryGraph) -> dict[str, list[str]]:
    """The actions that a rule runs after each intent."""
    found: dict[str, list[str]] = {}
    for step in stories.story_steps:
        intents = [event.intent_name for event in step.events if isinstance(event, UserUttered)]
        actions = [event.action_name for event in step.events if isinstance(event, ActionExecuted)]
        actions = [action for action in actions if not action.startswith("...")]
        assert len(intents) == 1, f"{step.block_name} begins with one intent"
        found.setdefault(str(intents[0]), []).extend(str(action) for action in actions)
    return found


@pytest.mark.parametrize("question", QUESTIONS)
def test_each_question_is_an_intent_with_one_rule_that_answers_it(
    domain: Domain, followed: dict[str, list[str]], question: str
) -> None:
    assert question in domain.intents
    assert followed[question] == [ANSWER]


@pytest.mark.parametrize("name", REPLIES)
def test_each_fixed_reply_is_an_intent_with_one_rule_that_utters_it(
    domain: Domain, followed: dict[str, list[str]], name: str
) -> None:
    assert name in domain.intents
    assert followed[name] == [f"utter_{name}"]
    response, while_a_check_waits = domain.responses[f"utter_{name}"]
    assert response["text"] == REPLIES[name]["text"]
    asked = [TEXTS.say(QUESTIONS[question].asks) for question in REPLIES[name].get("buttons", ())]
    assert [button["title"] for button in response["buttons"]] == asked
    assert "condition" not in response
    assert while_a_check_waits["text"] == f"{REPLIES[name]['text']}\n{TEXTS.get('check.waits_too')}"
    assert [button["title"] for button in while_a_check_waits["buttons"]] == [*asked, TEXTS.get("check.back_to")]
    assert while_a_check_waits["condition"] == [{"type": "slot", "name": "check_waits", "value": True}]


def test_every_intent_has_exactly_one_rule(domain: Domain, followed: dict[str, list[str]]) -> None:
    """Intents that Rasa brings along have none, except the one for messages that are not understood."""
    own = set(domain.intents) - {"restart", "back", "out_of_scope", "session_start", "nlu_fallback"}
    assert own <= set(followed)
    assert set(followed) <= {*domain.intents, "nlu_fallback"}
    assert all(len(actions) == 1 for actions in followed.values())


def test_rules_are_kept_from_the_dialogue_folder_too(followed: dict[str, list[str]]) -> None:
    written = yaml.safe_load((PROJECT / "data" / "dialogue" / "rules.yml").read_text(encoding="utf-8"))["rules"]
    for rule in written:
        intent, action = rule["steps"]
        assert followed[intent["intent"]] == [action["action"]]


def test_no_rule_has_the_name_of_another(stories: StoryGraph) -> None:
    names = Counter(step.block_name for step in stories.story_steps)
    assert [name for name, count in names.items() if count > 1] == []


def test_the_generated_domain_and_the_written_one_say_nothing_twice(domain: Domain) -> None:
    written = Domain.load(str(PROJECT / "domain"))
    generated = {*QUESTIONS, *REPLIES}
    assert not set(_names(written)) & generated
    assert not {f"utter_{name}" for name in REPLIES} & set(written.responses)
    assert not set(QUESTIONS) & set(REPLIES)
    assert set(_names(domain)) == {*_names(written), *generated}


def _names(domain: Domain) -> list[str]:
    return [each if isinstance(each, str) else next(iter(each)) for each in domain.as_dict()["intents"]]


def test_the_merged_domain_holds_no_contradiction(domain: Domain) -> None:
    """Rasa's own check runs when a domain is read anew: it refuses duplicates and broken mappings."""
    again = Domain.from_dict(domain.as_dict())
    assert again.fingerprint() == domain.fingerprint()
    assert set(again.action_names_or_texts) == set(domain.action_names_or_texts)


def test_slots_survive_the_merge(domain: Domain) -> None:
    slots = {slot.name: slot for slot in domain.slots}
    assert not any(slots[name].influence_conversation for name in ("answered", "told"))
    assert domain.session_config.session_expiration_time == 0


def test_follow_ups_do_not_depend_on_the_entity_they_carry(domain: Domain) -> None:
    """Otherwise the rule for “why?” in words would not hold for the same intent from a button."""
    for intent in (*TEXTS.at("buttons"), *IN_WORDS):
        assert domain.intent_properties[intent]["used_entities"] == []


# Examples


Triple = tuple[str, str, str | None]
WRITTEN = Counter((example.text, example.intent, example.finding) for example in examples())


def learnt(data: TrainingData) -> Counter[Triple]:
    """Every example of a question that is written in data/nlu/, and what follows from the findings."""
    found = (example for example in data.nlu_examples if intent_taught(example))
    return Counter((example.get(TEXT), example.get(INTENT), finding_of(example)) for example in found)


def test_each_finding_s_own_words_are_an_example_of_it_beside_those_that_are_written(
    importer: RuleBaseImporter,
) -> None:
    questions = {finding: intent for _, intent, finding in WRITTEN if finding}
    own = {(finding.says["en"], questions[finding.id], finding.id) for finding in BASE.findings.values()}
    assert learnt(importer.get_nlu_data()) == WRITTEN + Counter(own)


def test_each_sentence_that_states_facts_is_an_example_of_them(importer: RuleBaseImporter) -> None:
    told = {str(each.get(TEXT)): facts_of(each) for each in importer.get_nlu_data().nlu_examples}
    sentences = load_sentences(SENTENCES, BASE.facts)
    assert sentences and all(told[each.text] == each.facts for each in sentences)


def test_the_words_of_each_question_are_an_example_that_states_nothing(importer: RuleBaseImporter) -> None:
    told = {str(each.get(TEXT)): facts_of(each) for each in importer.get_nlu_data().nlu_examples}
    assert {told[question.asks["en"]] == {} for question in BASE.questions.values()} == {True}


def test_each_message_that_reveals_danger_or_none_is_an_example_of_that(importer: RuleBaseImporter) -> None:
    told = {str(each.get(TEXT)): danger_of(each) for each in importer.get_nlu_data().nlu_examples}
    examples_of_danger = load_examples(DANGERS)
    assert examples_of_danger and all(told[each.text] == each.danger for each in examples_of_danger)


def test_each_message_that_asks_for_a_finding_leaves_its_question_open(importer: RuleBaseImporter) -> None:
    found = {
        (str(each.get(TEXT)), finding_of(each))
        for each in importer.get_nlu_data().nlu_examples
        if leaves_question_open(each)
    }
    assert found == {(each.text, each.finding) for each in load_asking(ASKING, BASE.findings)}


def test_reading_twice_adds_the_words_of_the_findings_once(importer: RuleBaseImporter) -> None:
    assert learnt(importer.get_nlu_data()) == learnt(importer.get_nlu_data())


def test_training_gets_the_words_of_the_findings_too() -> None:
    """Rasa wraps the importer in others, which must not lose what it adds."""
    wrapped = TrainingDataImporter.load_from_config(
        str(PROJECT / "config.yml"), str(PROJECT / "domain"), [str(PROJECT / "data")]
    )
    told = {(example.get(TEXT), finding_of(example)) for example in wrapped.get_nlu_data().nlu_examples}
    assert {(finding.says["en"], finding.id) for finding in BASE.findings.values()} <= told


def examples_of(folder: Path, text: str) -> Counter[Triple]:
    """What is learnt from one file of examples."""
    file = folder / "nlu.yml"
    file.write_text(f'version: "3.1"\nnlu:\n{text}', encoding="utf-8")
    return learnt(RuleBaseImporter(**FILES, training_data_paths=[str(file)]).get_nlu_data())


def test_the_words_of_a_finding_that_no_example_asks_for_are_left_out(tmp_path: Path) -> None:
    """Without an example nobody knows which question it belongs to."""
    written = "- intent: mentor_who\n  examples: |\n    - who?\n"
    assert examples_of(tmp_path, written) == {("who?", "mentor_who", None): 1}


def test_a_finding_s_own_words_are_an_example_of_the_question_that_its_examples_ask(tmp_path: Path) -> None:
    key = next(iter(BASE.findings))
    written = f"- intent: greet\n  metadata: {{finding: {key}}}\n  examples: |\n    - who?\n    - who else?\n"
    assert examples_of(tmp_path, written) == {
        ("who?", "greet", key): 1,
        ("who else?", "greet", key): 1,
        (BASE.findings[key].says["en"], "greet", key): 1,
    }


def test_an_example_of_a_finding_that_does_not_exist_adds_nothing(tmp_path: Path) -> None:
    written = "- intent: greet\n  metadata: {finding: no_such_finding}\n  examples: |\n    - who?\n"
    assert examples_of(tmp_path, written) == {("who?", "greet", "no_such_finding"): 1}


# Rasa's own checks


@pytest.fixture(scope="module")
def validator() -> Validator:
    """Built as training builds it, from config.yml."""
    return Validator.from_importer(
        TrainingDataImporter.load_from_config(
            str(PROJECT / "config.yml"), str(PROJECT / "domain"), [str(PROJECT / "data")]
        )
    )


@pytest.mark.parametrize(
    "check",
    [
        lambda validator: validator.verify_domain_validity(),
        lambda validator: validator.verify_intents(ignore_warnings=False),
        lambda validator: validator.verify_example_repetition_in_intents(ignore_warnings=False),
        lambda validator: validator.verify_utterances_in_stories(ignore_warnings=False),
        lambda validator: validator.verify_intents_in_stories(ignore_warnings=False),
        lambda validator: validator.verify_actions_in_stories_rules(),
        lambda validator: validator.verify_story_structure(ignore_warnings=False),
        lambda validator: validator.verify_slot_mappings(),
    ],
    ids=["domain", "intents", "examples", "utterances", "intents in rules", "actions", "conflicts", "slots"],
)
def test_rasa_s_own_validation_finds_nothing(validator: Validator, check: object) -> None:
    assert callable(check)
    assert check(validator)
