"""What a message tells of the situation, as the last component of the pipeline."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from rasa.engine.storage.resource import Resource
from rasa.shared.core.slots import AnySlot
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.nlu.constants import ENTITIES, INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.knowledge import rule_base, tellings
from bot.nlu.danger_reader import DangerReader
from bot.nlu.facts_stated import LIKELY
from bot.nlu.situation_reader import SituationReader
from bot.paths import PROJECT
from bot.situation.recognise import recognise

from .pipeline import context

NO_MENTOR = "We have no mentor yet."
QUESTION = next(iter(rule_base().questions))
FINDING = {"entity": "finding", "value": "a_finding", "role": "asked"}


def read(text: str | None, clearest: float = 0.0, *, name: str = QUESTION, entities: object = None) -> Message:
    """The message as the component leaves it, after a classifier that took it for one of these intents."""
    data: dict[str, Any] = {} if text is None else {TEXT: text}
    data[INTENT] = {"name": name, "confidence": clearest}
    data["intent_ranking"] = [{"name": "greet", "confidence": 0.99}, data[INTENT]]
    if entities is not None:
        data[ENTITIES] = entities
    component = SituationReader.create({}, None, Resource("situation"), context("situation"))
    [message] = component.process([Message(data)])
    return message


def test_each_fact_that_is_stated_becomes_an_entity_with_its_sentence() -> None:
    text = f"Hello there. {NO_MENTOR} Thanks."
    found = read(text).get(ENTITIES)
    assert {"entity": "fact", "value": "mentor_named=no", "start": 13, "end": 13 + len(NO_MENTOR)} in found
    assert [(each["value"], each["start"], each["end"]) for each in found] == [
        (f"{each.fact}={each.value}", each.start, each.end) for each in recognise(text, tellings())
    ]


def test_a_phrase_that_sentences_like_it_speak_against_is_not_believed() -> None:
    data = {TEXT: NO_MENTOR, INTENT: {"name": QUESTION, "confidence": 0.9}, LIKELY: []}
    component = SituationReader.create({}, None, Resource("situation"), context("situation"))
    [message] = component.process([Message(data)])
    assert message.get(ENTITIES) == []


def test_entities_of_components_before_stay() -> None:
    found = read(NO_MENTOR, entities=[FINDING]).get(ENTITIES)
    assert found[0] == FINDING and found[1]["entity"] == "fact"


def test_entities_are_part_of_what_the_pipeline_gives_out() -> None:
    assert read(NO_MENTOR).as_dict(only_output_properties=True)[ENTITIES]


def test_a_message_that_states_a_fact_and_asks_nothing_clear_describes_the_situation() -> None:
    assert read(NO_MENTOR, 0.3).get(INTENT) == {"name": "describe_situation", "confidence": 1.0}


def test_what_is_clearly_about_something_else_does_not_describe_the_situation() -> None:
    assert read(NO_MENTOR, 0.9, name="out_of_scope").get(INTENT)["name"] == "out_of_scope"
    assert read(NO_MENTOR, 0.4, name="out_of_scope").get(INTENT)["name"] == "describe_situation"


def test_what_is_no_question_does_not_make_a_question_clear() -> None:
    assert read(NO_MENTOR, 0.99, name="thanks").get(INTENT)["name"] == "describe_situation"


@pytest.mark.parametrize(
    ("text", "clearest"),
    [(NO_MENTOR, 0.9), (f"{NO_MENTOR} Who pays for the post?", 0.1), ("Who should be mentor?", 0.1), ("Hello!", 0.0)],
    ids=["a clear question", "a particular question", "no fact", "no fact and nothing clear"],
)
def test_any_other_message_keeps_its_intent(text: str, clearest: float) -> None:
    assert read(text, clearest).get(INTENT) == {"name": QUESTION, "confidence": clearest}


@pytest.mark.parametrize("text", [None, "", " ", "…", "\n"])
def test_a_message_without_words_tells_nothing(text: str | None) -> None:
    message = read(text, 0.2)
    assert message.get(ENTITIES) == []
    assert message.get(INTENT)["name"] == QUESTION


def test_a_message_that_nothing_classified_is_read_too() -> None:
    component = SituationReader.create({}, None, Resource("situation"), context("situation"))
    messages = [Message({TEXT: NO_MENTOR}), Message({TEXT: "Hello!"})]
    assert component.process(messages) == messages
    assert [message.get(INTENT) for message in messages] == [{"name": "describe_situation", "confidence": 1.0}, None]


def test_only_danger_has_a_later_word() -> None:
    pipeline = yaml.safe_load((PROJECT / "config.yml").read_text(encoding="utf-8"))["pipeline"]
    assert [component["name"] for component in pipeline[-2:]] == [
        f"{component.__module__}.{component.__name__}" for component in (SituationReader, DangerReader)
    ]


def after(asked: str | None, answered: str, text: str) -> Message:
    """A message that comes after this fact was asked for, and this was answered last."""
    slots = [AnySlot("asked_fact", [], initial_value=asked), AnySlot("answered", [], initial_value=answered)]
    data = {TEXT: text, INTENT: {"name": QUESTION, "confidence": 0.9}, "intent_ranking": [{"name": QUESTION, "confidence": 0.9}]}  # fmt: skip
    component = SituationReader.create({}, None, Resource("situation"), context("situation"))
    [message] = component.process([Message(data)], DialogueStateTracker("somebody", slots))
    return message


def test_an_answer_in_words_to_the_question_of_the_last_reply_tells_its_fact() -> None:
    message = after("funding_kind", "describe_situation", "Permanent, luckily")
    assert message.get(ENTITIES) == [{"entity": "fact", "value": "funding_kind=permanent", "start": 0, "end": 18}]
    assert message.get(INTENT)["name"] == "describe_situation"


def test_an_answer_counts_before_what_sentences_like_it_state() -> None:
    message = after("staff_informed", "describe_situation", "Some. The night shift has not been told about the PSW.")
    values = [each["value"] for each in message.get(ENTITIES)]
    assert [value for value in values if value.startswith("staff_informed=")] == ["staff_informed=some"]


@pytest.mark.parametrize(
    ("asked", "answered"), [(None, "describe_situation"), ("funding_kind", QUESTION), ("mentor_named", "describe_situation")]
)  # fmt: skip
def test_without_such_a_question_just_before_it_no_answer_is_looked_for(asked: str | None, answered: str) -> None:
    message = after(asked, answered, "permanent")
    assert message.get(INTENT)["name"] == QUESTION and message.get(ENTITIES) == []


def test_a_question_behind_the_answer_is_answered() -> None:
    message = after("funding_kind", "describe_situation", "Permanent. Who should be her mentor?")
    assert message.get(INTENT)["name"] == QUESTION
    assert [each["value"] for each in message.get(ENTITIES)] == ["funding_kind=permanent"]
