"""The intent classifier of the pipeline, trained on a handful of examples with the real featurizers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from rasa.shared.core.events import SlotSet
from rasa.shared.core.slots import AnySlot
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.nlu.constants import ENTITIES, INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.nlu import intent_classifier
from bot.nlu.asked import NEAREST
from bot.nlu.intent_classifier import ASKED, MOST_NEAR, NEAR, RANKING
from bot.presentation.beyond import BEYOND, NOTHING_NEAR

from .pipeline import Pipeline

EXAMPLES = {
    "mentor_who": ["who should be the mentor", "choosing a mentor", "which colleague can mentor her", "pick a mentor"],
    "funding_permanent": ["make the post permanent", "the project money ends", "lasting funds", "who pays next year"],
    "supervision_who": ["who supervises her", "supervision for the peer", "a supervisor from outside", "supervising"],
}
PAIRS = [(text, intent) for intent, texts in EXAMPLES.items() for text in texts]


@pytest.fixture(scope="module")
def pipeline(tmp_path_factory: pytest.TempPathFactory) -> Pipeline:
    return Pipeline(tmp_path_factory.mktemp("model"), PAIRS)


@pytest.mark.parametrize(("text", "intent"), PAIRS)
def test_what_was_learnt_is_recognised(pipeline: Pipeline, text: str, intent: str) -> None:
    assert pipeline.classified(text).get(INTENT)["name"] == intent


def test_the_ranking_falls_and_its_confidences_are_probabilities(pipeline: Pipeline) -> None:
    message = pipeline.classified("Who could be a mentor?")
    ranking = message.get("intent_ranking")
    confidences = [guess["confidence"] for guess in ranking]
    assert message.get(INTENT) == ranking[0]
    assert confidences == sorted(confidences, reverse=True)
    assert {guess["name"] for guess in ranking} == set(EXAMPLES)
    assert sum(confidences) == pytest.approx(1)


def test_the_ranking_is_cut_where_nobody_reads_on(tmp_path: Path) -> None:
    many = Pipeline(tmp_path, [(f"number {number}", f"intent_{number}") for number in range(RANKING + 1)])
    assert len(many.classified("the number 5").get("intent_ranking")) == RANKING


def test_intent_and_ranking_are_part_of_what_the_bot_says_it_understood(pipeline: Pipeline) -> None:
    assert set(pipeline.classified("mentor?").as_dict(only_output_properties=True)) >= {INTENT, "intent_ranking"}


def test_a_message_of_white_space_gets_no_intent(pipeline: Pipeline) -> None:
    message = pipeline.classified(" \n\t ")
    assert message.get(INTENT) == {"name": None, "confidence": 0.0}
    assert message.get("intent_ranking") == []


@pytest.mark.parametrize("text", ["qqqq xyzzy", "🙂", "?!", "дорогой", "mentor 🙂", "1234567", "mentormentormentor"])
def test_a_message_of_unknown_words_gets_some_intent(pipeline: Pipeline, text: str) -> None:
    ranking = pipeline.classified(text).get("intent_ranking")
    assert sum(guess["confidence"] for guess in ranking) == pytest.approx(1)


def test_a_message_without_text_gets_no_intent(pipeline: Pipeline) -> None:
    [message] = pipeline.classifier.process([Message({TEXT: ""})])
    assert message.get(INTENT) == {"name": None, "confidence": 0.0}


def test_the_classifier_read_from_the_model_gives_identical_confidences(pipeline: Pipeline) -> None:
    for text in ("Who could be a mentor?", "money", "supervisor", "🙂"):
        [message] = pipeline.loaded().process([pipeline.features(text)])
        assert message.get("intent_ranking") == pipeline.classified(text).get("intent_ranking")


def test_several_messages_are_classified_each_by_itself(pipeline: Pipeline) -> None:
    texts = ["Who could be a mentor?", "🙂", "money"]
    together = pipeline.classifier.process([pipeline.features(text) for text in texts])
    assert [message.get("intent_ranking") for message in together] == [
        pipeline.classified(text).get("intent_ranking") for text in texts
    ]


def test_an_example_without_a_word_does_not_shift_the_others(tmp_path: Path) -> None:
    """Someone who adds “👍” to the examples of an intent gets a model that still tells the others apart."""
    odd = Pipeline(tmp_path, [("👍", "supervision_who"), *PAIRS])
    assert [odd.classified(text).get(INTENT)["name"] for text, _ in PAIRS] == [intent for _, intent in PAIRS]


class TestConversation:
    """In a conversation, a short message is seen with the question that was answered before."""

    WHO = ("who does it", "who would do it", "who might take it on", "which of us does it")
    """Asked of mentors and of supervisors alike."""

    @pytest.fixture(scope="class")
    def pipeline(self, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pipeline]:
        asked = [(text, question) for text in self.WHO for question in ("mentor_who", "supervision_who")]
        with pytest.MonkeyPatch.context() as patch:  # with so few examples, those left out say nothing
            patch.setattr(intent_classifier, "taken_for", lambda _chances, classes, _labels: np.eye(len(classes)))
            yield Pipeline(tmp_path_factory.mktemp("model"), [*PAIRS, *asked])

    def ranked(self, pipeline: Pipeline, answered: str | None, *texts: str) -> list[list[str]]:
        """The intents of messages that come together where that question was answered last, the likeliest first."""
        tracker = DialogueStateTracker.from_events(
            "anybody", [SlotSet("answered", answered)], [AnySlot("answered", [])]
        )
        messages = pipeline.loaded().process([pipeline.features(text) for text in texts], tracker)
        return [[each["name"] for each in message.get("intent_ranking")] for message in messages]

    @pytest.mark.parametrize("question", ["mentor_who", "supervision_who"])
    def test_it_leans_on_that_question(self, pipeline: Pipeline, question: str) -> None:
        assert self.ranked(pipeline, question, "who might do it")[0][0] == question

    @pytest.mark.parametrize("question", ["mentor_who", "supervision_who"])
    def test_the_parts_of_a_message_lean_on_none(self, pipeline: Pipeline, question: str) -> None:
        part = self.ranked(pipeline, question, "and the money?", "who might do it")[1]
        assert part == self.ranked(pipeline, None, "who might do it")[0]


OF_FINDINGS = {
    "mentor_standing": ["does it matter whether colleagues listen to the mentor", "a mentor with weight in the team"],
    "money_uncertain": ["what does not knowing about next year do to us", "the money is unsure, how does that feel"],
}


@pytest.fixture(scope="module")
def focused(tmp_path_factory: pytest.TempPathFactory) -> Pipeline:
    """Trained with examples of two findings, one of them asked for under an intent of its own examples only."""
    pairs = [*PAIRS, *((text, "mentor_who") for text in OF_FINDINGS["mentor_standing"])]
    pairs += [(text, "funding_permanent") for text in OF_FINDINGS["money_uncertain"]]
    return Pipeline(tmp_path_factory.mktemp("focused"), pairs, OF_FINDINGS)


def entities(message: Message) -> list[tuple[str, str]]:
    return [(entity["value"], entity["role"]) for entity in message.get(ENTITIES)]


@pytest.mark.parametrize("finding", OF_FINDINGS)
def test_a_finding_surely_asked_for_is_an_entity(focused: Pipeline, finding: str) -> None:
    for text in OF_FINDINGS[finding]:
        [message] = focused.loaded(finding_near=1.0).process([focused.features(text)])
        assert entities(message) == [(finding, ASKED)]


def test_another_finding_that_may_be_meant_stands_behind_the_one_surely_asked_for(focused: Pipeline) -> None:
    first, second = OF_FINDINGS
    [message] = focused.loaded(finding_near=0.0).process([focused.features(OF_FINDINGS[first][0])])
    assert entities(message) == [(first, ASKED), (second, NEAR)]


def test_findings_that_may_be_meant_are_few_and_so_marked(tmp_path: Path) -> None:
    every = {f"finding {number}": [text] for number, (text, _) in enumerate(PAIRS)}
    crowded = Pipeline(tmp_path, PAIRS, every)
    [message] = crowded.loaded(finding_sure=2.0, finding_near=0.0).process([crowded.features("money or a mentor")])
    assert [role for _, role in entities(message)] == [NEAR] * MOST_NEAR


def test_who_asks_for_a_finding_asks_its_question(focused: Pipeline) -> None:
    for text in OF_FINDINGS["money_uncertain"]:
        assert focused.classified(text).get(INTENT)["name"] == "funding_permanent"


def test_who_surely_asks_for_a_finding_is_not_told_that_it_is_not_covered_unless_that_is_certain(
    tmp_path: Path,
) -> None:
    [text, *_] = OF_FINDINGS["money_uncertain"]
    pairs = [*PAIRS, *((each, "funding_permanent") for each in OF_FINDINGS["money_uncertain"])]
    pairs += [(f"{text} {word}", BEYOND) for word in ("abroad", "in law", "by law", "in pounds")]
    torn = Pipeline(tmp_path, pairs, OF_FINDINGS)

    def intent(**settings: float) -> str:
        [message] = torn.loaded(**settings).process([torn.features(f"{text} by law")])
        return str(message.get(INTENT)["name"])

    assert intent(finding_certain=2.0) == BEYOND
    assert intent(finding_certain=0.0, decline_certain=2.0) == "funding_permanent"
    assert intent(finding_certain=0.0, decline_certain=0.0) == BEYOND


def test_without_examples_of_findings_none_is_found(pipeline: Pipeline) -> None:
    assert entities(pipeline.classified("who should be the mentor")) == []


def test_the_classifier_read_from_the_model_finds_the_same_findings(focused: Pipeline) -> None:
    for text in ("does the team listen to the mentor", "next year's money", "🙂"):
        [message] = focused.loaded().process([focused.features(text)])
        assert message.get(ENTITIES) == focused.classified(text).get(ENTITIES)


class TestNearest:
    """Of what the studies do not answer, the question that lies nearest is told."""

    NOT_COVERED = ("what does a mentor earn a month", "salary of a mentor in krone", "is a mentor paid extra by law")
    FAR = ("the parking permit for staff", "parking at the clinic", "where do staff park their cars")

    @pytest.fixture(scope="class")
    def pipeline(self, tmp_path_factory: pytest.TempPathFactory) -> Pipeline:
        examples = [*PAIRS, *((text, BEYOND) for text in (*self.NOT_COVERED, *self.FAR))]
        return Pipeline(
            tmp_path_factory.mktemp("model"),
            examples,
            nearest={"mentor_who": [*self.NOT_COVERED], NOTHING_NEAR: [*self.FAR]},
        )

    def found(self, message: Message) -> list[str]:
        return [each["value"] for each in message.get(ENTITIES, []) if each["entity"] == NEAREST]

    @pytest.mark.parametrize("text", NOT_COVERED)
    def test_it_is_told_of_what_is_near(self, pipeline: Pipeline, text: str) -> None:
        message = pipeline.classified(text)
        assert message.get(INTENT)["name"] == BEYOND
        assert self.found(message) == ["mentor_who"]

    @pytest.mark.parametrize("text", FAR)
    def test_it_is_not_told_where_nothing_is_near(self, pipeline: Pipeline, text: str) -> None:
        message = pipeline.classified(text)
        assert message.get(INTENT)["name"] == BEYOND
        assert self.found(message) == []

    def test_it_is_not_told_of_what_is_covered(self, pipeline: Pipeline) -> None:
        assert self.found(pipeline.classified("who should be the mentor")) == []

    def test_it_is_not_told_where_it_is_not_sure(self, pipeline: Pipeline) -> None:
        [message] = pipeline.loaded(nearest_sure=1.1).process([pipeline.features(self.NOT_COVERED[0])])
        assert self.found(message) == []
