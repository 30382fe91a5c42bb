"""The classifier of facts, trained on a handful of sentences with the real featurizers."""

from __future__ import annotations

import pytest
from rasa.engine.storage.resource import Resource
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.nlu.danger_revealed import REVEALED
from bot.nlu.facts_stated import LIKELY, OFF_TOPIC
from bot.nlu.parts import QUESTION, MessageSplitter
from bot.nlu.sentence_classifier import SentenceClassifier
from bot.situation.believed import BESIDE_PHRASE, Likely

from .pipeline import Pipeline, context

MENTOR = "mentor_who"
STATING: dict[str, dict[str, str]] = {
    **{f"{who} has no mentor yet": {"mentor_named": "no"} for who in ("she", "he", "Ida", "our peer")},
    **{f"nobody mentors {who}": {"mentor_named": "no"} for who in ("her", "him", "Ida", "our peer")},
    **{f"{who} is her mentor now": {"mentor_named": "yes"} for who in ("Bo", "a nurse", "Per", "a colleague")},
    **{
        f"the project pays {what}": {"funding_kind": "project"} for what in ("her", "for the post", "all", "until June")
    },
    **{f"{what} do you know": {} for what in ("what", "who", "and how", "how much", "since when", "which study")},
}
REVEALING = {
    **{f"{who} wants to jump off the bridge": "acute" for who in ("he", "she", "Ida", "our peer")},
    **{f"somebody takes {whose} money away": "abuse" for whose in ("his", "her", "the old man's", "a patient's")},
    **{f"{who} jumps with joy": "none" for who in ("he", "she", "Ida", "our peer")},
}
ABOUT_SOMETHING_ELSE = ["nobody mentors my son at chess", "he jumps off the bridge in this film, which one is it"]
ASKING = [("mentor her", MENTOR), ("her mentor now", MENTOR), ("nobody mentors the peer at all, what then", MENTOR)]
NO_MENTOR, PAID = "Sadly, nobody mentors our Ida.", "The project pays for our post."


@pytest.fixture(scope="module")
def pipeline(tmp_path_factory: pytest.TempPathFactory) -> Pipeline:
    elsewhere = [(text, OFF_TOPIC) for text in ABOUT_SOMETHING_ELSE]
    others = [("hello", "greet"), ("bye", "goodbye")]
    return Pipeline(
        tmp_path_factory.mktemp("model"), [*ASKING, *others, *elsewhere], stating=STATING, revealing=REVEALING
    )


def processed(pipeline: Pipeline, text: str, classifier: SentenceClassifier | None = None) -> list[Message]:
    messages = MessageSplitter().process([Message({TEXT: text})])
    featured = []
    for message in messages:
        own = pipeline.features(str(message.get(TEXT)))
        own.set(QUESTION, message.get(QUESTION))
        featured.append(own)
    return (classifier or pipeline.facts).process(featured)


def likely(pipeline: Pipeline, text: str) -> dict[str, Likely]:
    """The likelier value of each fact."""
    found: list[Likely] = processed(pipeline, text)[0].get(LIKELY)
    return {each.fact: each for each in sorted(found, key=lambda each: each.chance)}


@pytest.mark.parametrize(
    ("text", "fact", "value"),
    [(NO_MENTOR, "mentor_named", "no"), ("Bo is her mentor now!", "mentor_named", "yes"), (PAID, "funding_kind", "project")],
)  # fmt: skip
def test_a_sentence_like_those_learnt_probably_states_the_same(
    pipeline: Pipeline, text: str, fact: str, value: str
) -> None:
    found = likely(pipeline, text)
    assert max(found.values(), key=lambda each: each.chance).fact == fact
    assert found[fact].value == value and text[found[fact].start : found[fact].end] == text


def test_of_a_longer_message_the_sentence_that_states_it_is_named(pipeline: Pipeline) -> None:
    text = f"Hello there. {PAID} And how is the weather where you are, by the way? {NO_MENTOR}"
    found = likely(pipeline, text)
    assert text[found["funding_kind"].start : found["funding_kind"].end] == PAID
    assert text[found["mentor_named"].start : found["mentor_named"].end] == NO_MENTOR


def test_what_is_out_of_the_question_is_not_named(pipeline: Pipeline) -> None:
    found: list[Likely] = processed(pipeline, "And how much do you know?")[0].get(LIKELY)
    assert all(BESIDE_PHRASE <= each.chance <= 1 for each in found)
    assert "stage" not in {each.fact for each in found}, "no example states it"


def test_one_word_alone_states_nothing(pipeline: Pipeline) -> None:
    assert likely(pipeline, "nobody mentors") and not likely(pipeline, "nobody")


def test_a_few_keywords_that_ask_state_nothing(pipeline: Pipeline) -> None:
    assert "mentor_named" in likely(pipeline, "Bo is her mentor now")
    assert "mentor_named" not in likely(pipeline, "her mentor now")


def test_sentences_end_here_unless_they_are_among_several_questions(pipeline: Pipeline) -> None:
    texts = [
        str(message.get(TEXT)) for message in processed(pipeline, f"{PAID} Who is her mentor? What do you know of it?")
    ]
    assert texts[1:] == ["Who is her mentor?", "What do you know of it?"]


@pytest.mark.parametrize("text", ["", " \n\t"])
def test_white_space_states_nothing(pipeline: Pipeline, text: str) -> None:
    [message] = processed(pipeline, text)
    assert message.get(LIKELY) is None


def test_sentences_that_state_facts_do_not_teach_intents(pipeline: Pipeline) -> None:
    assert {guess["name"] for guess in pipeline.classified("hello").get("intent_ranking")} == {
        "greet",
        "goodbye",
        MENTOR,
        OFF_TOPIC,
    }
    assert pipeline.classified("hello").get(INTENT)["name"] == "greet"


def test_a_server_reads_the_same_from_the_model(pipeline: Pipeline) -> None:
    config = SentenceClassifier.get_default_config()
    loaded = SentenceClassifier.load(config, pipeline.storage, Resource("facts"), context("facts"))
    [again], [first] = processed(pipeline, NO_MENTOR, loaded), processed(pipeline, NO_MENTOR)
    assert again.get(LIKELY) == first.get(LIKELY)


def dangers(pipeline: Pipeline, text: str) -> dict[str, float]:
    revealed: dict[str, float] = processed(pipeline, text)[0].get(REVEALED)
    return revealed


@pytest.mark.parametrize(
    ("text", "danger"),
    [("Bo wants to jump off a bridge.", "acute"), ("Somebody takes my patient's money away.", "abuse")],
)
def test_a_message_like_those_that_reveal_danger_probably_reveals_the_same(
    pipeline: Pipeline, text: str, danger: str
) -> None:
    likely_danger = dangers(pipeline, text)
    assert max(likely_danger, key=lambda each: likely_danger[each]) == danger
    assert likely_danger[danger] > 0.5


@pytest.mark.parametrize("text", ["Our Bo jumps with joy.", NO_MENTOR, PAID])
def test_a_message_like_those_that_reveal_none_hardly_does(pipeline: Pipeline, text: str) -> None:
    assert set(dangers(pipeline, text)) == {"acute", "abuse"}
    assert sum(dangers(pipeline, text).values()) < 0.3


def test_danger_in_one_sentence_is_as_likely_as_where_it_stands_alone(pipeline: Pipeline) -> None:
    alone = dangers(pipeline, "Bo wants to jump off a bridge.")["acute"]
    assert dangers(pipeline, f"{PAID} Bo wants to jump off a bridge. What do you know?")["acute"] >= alone


@pytest.mark.parametrize("text", ABOUT_SOMETHING_ELSE)
def test_what_is_about_something_else_states_nothing_and_reveals_no_danger(pipeline: Pipeline, text: str) -> None:
    assert not any(each.chance > 0.3 for each in likely(pipeline, text).values())
    assert sum(dangers(pipeline, text).values()) < 0.3
