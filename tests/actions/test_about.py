"""Which question a follow-up is about."""

from __future__ import annotations

from rasa_sdk import Tracker

from actions.about import CLOSE, NAMED, question_meant
from bot.knowledge import rule_base

QUESTIONS = list(rule_base().questions)
LAST, BEFORE, FIRST = QUESTIONS[:3]


def _tracker(
    *entities: dict[str, object],
    slots: dict[str, object] | None = None,
    ranking: dict[str, float] | None = None,
    text: str = "",
) -> Tracker:
    likeliest = sorted((ranking or {}).items(), key=lambda each: -each[1])
    guesses = [{"name": name, "confidence": chance} for name, chance in likeliest]
    message = {"entities": list(entities), "intent_ranking": guesses, "text": text}
    return Tracker("anybody", slots or {}, message, [], False, None, {}, None)


def test_a_question_carried_by_the_message_goes_before_the_one_answered_last() -> None:
    carried = {"entity": "question", "value": "funding_permanent"}
    assert question_meant(_tracker(carried, slots={"answered": "mentor_who"})) == "funding_permanent"


def test_other_entities_do_not_count() -> None:
    assert question_meant(_tracker({"entity": "topic", "value": "mentor_who"})) is None


def test_no_question_is_meant_before_anything_was_answered() -> None:
    assert question_meant(_tracker()) is None
    assert question_meant(Tracker("anybody", {}, None, [], False, None, {}, None)) is None


def talked(**ranking: float) -> Tracker:
    return _tracker(slots={"answered": LAST, "earlier": [LAST, BEFORE, FIRST]}, ranking={"ask_why": 0.8, **ranking})


def test_a_follow_up_is_about_the_question_answered_last() -> None:
    assert question_meant(talked()) == LAST
    assert question_meant(talked(**{LAST: 0.1})) == LAST


def test_a_follow_up_that_names_what_was_answered_earlier_goes_back_to_it() -> None:
    assert question_meant(talked(**{BEFORE: NAMED})) == BEFORE
    assert question_meant(talked(**{BEFORE: NAMED, FIRST: NAMED + 0.01})) == FIRST
    assert question_meant(talked(**{BEFORE: NAMED - 0.01})) == LAST


def test_a_follow_up_never_goes_to_what_was_not_answered() -> None:
    assert question_meant(talked(**{QUESTIONS[4]: 0.2})) == LAST


def test_before_any_answer_a_follow_up_is_about_the_question_it_comes_closest_to() -> None:
    assert question_meant(_tracker(ranking={"ask_pitfalls": 0.6, FIRST: 0.16, LAST: 0.07})) == FIRST


def test_before_any_answer_it_is_about_none_where_no_question_stands_out() -> None:
    rest = 0.1
    assert question_meant(_tracker(ranking={"ask_pitfalls": 1 - rest, FIRST: CLOSE * rest + 0.001})) == FIRST
    assert question_meant(_tracker(ranking={"ask_pitfalls": 1 - rest, FIRST: CLOSE * rest - 0.001})) is None
    assert question_meant(_tracker(ranking={"ask_why": 0.82, FIRST: 0.011, LAST: 0.007})) is None


def test_after_a_described_situation_a_follow_up_can_go_back_to_a_question() -> None:
    slots: dict[str, object] = {"answered": "describe_situation", "earlier": [LAST]}
    assert question_meant(_tracker(slots=slots, ranking={LAST: NAMED})) == LAST
    assert question_meant(_tracker(slots=slots)) is None


def test_a_follow_up_that_names_another_topic_is_about_a_question_of_that_topic() -> None:
    about_funding = {
        "slots": {"answered": "funding_permanent", "earlier": ["funding_permanent"]},
        "text": "and the traps with mentors?",
    }
    found = question_meant(_tracker(**about_funding))
    assert found is not None and rule_base().questions[found].topic == "mentor"
    assert question_meant(_tracker(**about_funding, ranking={"mentor_briefing": 0.01})) == "mentor_briefing"


def test_a_follow_up_that_names_a_topic_goes_back_to_what_was_answered_of_it() -> None:
    slots: dict[str, object] = {"answered": "funding_permanent", "earlier": ["funding_permanent", "mentor_usual"]}
    assert (
        question_meant(_tracker(slots=slots, text="why a mentor?", ranking={"mentor_briefing": 0.04})) == "mentor_usual"
    )


def test_a_follow_up_that_names_the_topic_at_hand_too_stays_with_it() -> None:
    slots: dict[str, object] = {"answered": "funding_permanent"}
    assert question_meant(_tracker(slots=slots, text="is that money for mentors?")) == "funding_permanent"


def test_before_any_answer_a_topic_that_is_named_is_enough() -> None:
    assert question_meant(_tracker(text="a checklist for recruiting, please")) == "recruitment_criteria"


def test_a_slot_that_holds_something_else_is_as_good_as_empty() -> None:
    assert question_meant(_tracker(slots={"answered": LAST, "earlier": 42}, ranking={"no_question": 0.9})) == LAST
