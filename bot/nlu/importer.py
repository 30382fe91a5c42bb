"""Generates intents, actions, rules and fixed replies from `rules/`, so that a question exists in one place only."""

from __future__ import annotations

from typing import Any

from rasa.shared.core.domain import Domain
from rasa.shared.core.training_data.story_reader.yaml_story_reader import YAMLStoryReader
from rasa.shared.core.training_data.structures import StoryGraph
from rasa.shared.importers.rasa import RasaFileImporter
from rasa.shared.nlu.constants import INTENT, METADATA, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from rasa.shared.utils.common import cached_method

from bot.danger.examples import load_examples
from bot.knowledge import rule_base, texts
from bot.nlu.asked import finding_of, metadata_of
from bot.nlu.asking import load_asking
from bot.nlu.danger_revealed import danger_as_metadata
from bot.nlu.example import Example
from bot.nlu.facts_stated import DESCRIPTION, facts_as_metadata
from bot.paths import ASKING, DANGERS, SENTENCES
from bot.presentation.check import with_word_on_check
from bot.presentation.follow_ups import question_buttons
from bot.presentation.reply import Reply
from bot.presentation.texts import Texts
from bot.readiness.memory import WAITS
from bot.rulebase.model import RuleBase
from bot.situation.sentences import load_sentences

ANSWER = "action_answer"


class RuleBaseImporter(RasaFileImporter):
    """Rasa's own importer, plus what follows from the rule base.

    Each question becomes an intent with one rule that runs `action_answer`; each fixed reply becomes an intent with one
    rule that utters it. Each finding's own words become an example of what asks for it; so do the messages that ask for
    it in words far from its topic's. The sentences that state facts become examples of them, the words of each question
    one that states none, and messages that reveal danger, or none, of that. Everything else (slots, follow-ups) stands
    in domain/ and data/dialogue/ as usual.
    """

    def get_domain(self) -> Domain:
        return super().get_domain().merge(Domain.from_dict(_domain(rule_base(), texts())))

    @cached_method  # Rasa asks for it twice
    def get_nlu_data(self, language: str | None = "en") -> TrainingData:
        written = super().get_nlu_data(language)
        asked_by = {finding_of(example): example.get(INTENT) for example in written.nlu_examples}
        told = [
            Message({TEXT: finding.says["en"], INTENT: asked_by[finding.id], METADATA: metadata_of(finding.id)})
            for finding in rule_base().findings.values()
            if finding.id in asked_by
        ]
        asking = [
            Message({TEXT: each.text, INTENT: asked_by[each.finding], METADATA: metadata_of(each.finding, True)})
            for each in load_asking(ASKING, rule_base().findings)
            if each.finding in asked_by
        ]
        stating = [
            Message({TEXT: each.text, INTENT: DESCRIPTION, METADATA: facts_as_metadata(dict(each.facts))})
            for each in load_sentences(SENTENCES, rule_base().facts)
        ]
        stating += [
            Message({TEXT: question.asks["en"], INTENT: question.id, METADATA: facts_as_metadata({})})
            for question in rule_base().questions.values()
        ]
        revealing = [
            Message({TEXT: each.text, INTENT: DESCRIPTION, METADATA: danger_as_metadata(each.danger)})
            for each in load_examples(DANGERS)
        ]
        return TrainingData(
            [Example.of(each) for each in (*written.training_examples, *told, *asking, *stating, *revealing)],
            written.entity_synonyms,
            written.regex_features,
            written.lookup_tables,
            written.responses,
        )

    def get_stories(self, exclusion_percentage: int | None = None) -> StoryGraph:
        reader = YAMLStoryReader(self.get_domain())
        steps = reader.read_from_parsed_yaml({"version": "3.1", "rules": _rules(rule_base(), texts())})
        return super().get_stories(exclusion_percentage).merge(StoryGraph(steps))


def _domain(base: RuleBase, texts: Texts) -> dict[str, Any]:
    replies = texts.at("replies")
    return {
        "version": "3.1",
        "intents": [{name: {"use_entities": []}} for name in (*base.questions, *replies)],
        "actions": [ANSWER],
        "responses": {f"utter_{name}": _responses(reply, base, texts) for name, reply in replies.items()},
    }


def _responses(fixed: dict[str, Any], base: RuleBase, texts: Texts) -> list[dict[str, Any]]:
    """A fixed reply as it is, and as it stands while the readiness check waits."""
    reply = Reply(fixed["text"], question_buttons(fixed.get("buttons", ()), base, texts))
    waiting = [{"type": "slot", "name": WAITS, "value": True}]
    return [_response(reply), {**_response(with_word_on_check(reply, texts)), "condition": waiting}]


def _response(reply: Reply) -> dict[str, Any]:
    return {"text": reply.text, "buttons": [vars(button) for button in reply.buttons]}


def _rules(base: RuleBase, texts: Texts) -> list[dict[str, Any]]:
    answered = dict.fromkeys(base.questions, ANSWER)
    replied = {name: f"utter_{name}" for name in texts.at("replies")}
    return [
        {"rule": f"{intent}, generated from rules/", "steps": [{"intent": intent}, {"action": action}]}
        for intent, action in {**answered, **replied}.items()
    ]
