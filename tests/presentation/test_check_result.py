"""The result of a readiness check in words."""

from __future__ import annotations

import random
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.presentation.check_result import (
    MOST_MOVES,
    MOST_STEPS,
    explained,
    shown,
    shown_level,
    steps_in_words,
    to_do_first,
)
from bot.presentation.situation import MOST_WORDS
from bot.readiness.check import ANSWERS, Check, Earlier
from bot.readiness.result import Result, result
from bot.rulebase.model import LEVELS

from .small import english, real

KEYS = [*real().components]
ANSWERED = st.dictionaries(st.sampled_from(KEYS), st.sampled_from(ANSWERS))


def of(answers: dict[str, str], earlier: Earlier | None = None) -> Result:
    facts = {real().components[key].fact: answer for key, answer in answers.items() if answer in ("yes", "no")}
    return result(Check(answers, earlier=earlier), {key: value for key, value in facts.items() if key}, real())


def text_of(answers: dict[str, str], earlier: Earlier | None = None) -> str:
    return shown(of(answers, earlier), real(), english()).text


@settings(max_examples=60, deadline=None)
@given(ANSWERED, st.none() | st.builds(Earlier, ANSWERED, st.just("2026-01-31")))
def test_it_is_one_message_that_fits_on_a_phone_whatever_was_answered(
    answers: dict[str, str], earlier: Earlier | None
) -> None:
    found = of(answers, earlier)
    replies = [shown(found, real(), english()), *(shown_level(found, each, real(), english()) for each in LEVELS)]
    for reply in replies:
        assert reply.words() <= MOST_WORDS
        assert "\n\n" not in reply.text
        assert len(reply.buttons) <= 5


@pytest.mark.parametrize("answer", ["yes", "partly", "no", "unknown"])
def test_it_fits_when_everything_is_answered_alike_and_has_moved(answer: str) -> None:
    other = "no" if answer == "yes" else "yes"
    reply = shown(of(dict.fromkeys(KEYS, answer), Earlier(dict.fromkeys(KEYS, other))), real(), english())
    assert reply.words() <= MOST_WORDS


def test_it_says_that_it_is_no_score_and_holds_none() -> None:
    text = text_of({key: random.Random(key).choice(ANSWERS) for key in KEYS})
    assert text.endswith(english().get("check.fixed"))
    first, *_ = text.split("\n")
    assert not re.search(r"\d|%", first)


def test_gaps_come_first_in_time_first_each_with_what_it_rests_on_and_who_can_act() -> None:
    lines = text_of({"fidelity_assessments": "no", "mentor_chosen": "partly", "legitimacy": "no"}).split("\n")
    first = lines[lines.index(english().get("check.first")) + 1 :]
    assert [line[:2] for line in first[:3]] == ["1.", "2.", "3."]
    assert first[0].startswith("1. Peer support is not accepted as a proper part of the service yet. Consider")
    assert "(from literature a study cites; Grim 2022, literature it cites)" in first[0]
    assert first[0].endswith("Who can act: your own manager, you, a user organisation.")
    assert first[1].startswith("2. Only partly: mentor named. ")
    assert first[2].startswith("3. It is not planned yet to look again")


def test_no_more_is_to_be_done_first_than_can_be_begun() -> None:
    lines = text_of(dict.fromkeys(KEYS, "no")).split("\n")
    assert 1 <= sum(line[:2] in ("1.", "2.", "3.", "4.") for line in lines) <= MOST_STEPS


def test_every_gap_for_which_there_is_a_step_has_one() -> None:
    with_step = [each for each in real().components.values() if each.step]
    assert len(steps_in_words(of(dict.fromkeys(KEYS, "no")), real(), english())) == len(with_step)


def test_what_has_moved_is_said_forward_first_and_the_rest_counted() -> None:
    before = dict.fromkeys(KEYS[:8], "no") | {KEYS[8]: "yes"}
    now = dict.fromkeys(KEYS[:8], "partly") | {KEYS[8]: "no"}
    [moved] = [line for line in text_of(now, Earlier(before, "2026-01-31")).split("\n") if line.startswith("Since")]
    assert moved.startswith("Since the earlier check of 2026-01-31: ")
    assert moved.count("from no to partly") == MOST_MOVES
    assert moved.endswith("; and 3 more.")


def test_where_nothing_has_moved_that_is_said() -> None:
    assert "Since the earlier check, nothing that can be compared has moved." in text_of(
        {"training": "no"}, Earlier({"training": "no"})
    )


def test_where_nothing_is_answered_there_is_no_result_and_no_picture() -> None:
    reply = shown(of({"training": "skipped"}), real(), english())
    assert reply.text == english().get("check.nothing_answered", count=33)
    assert (reply.image, [button.payload for button in reply.buttons]) == ("", ["/start_check"])


def test_the_buttons_lead_to_each_level_and_on() -> None:
    payloads = [button.payload for button in shown(of({"training": "no"}), real(), english()).buttons]
    assert payloads == [*(f'/show_result{{"level": "{level}"}}' for level in LEVELS), "/continue_check"]
    done = shown(of(dict.fromkeys(KEYS, "partly")), real(), english())
    assert done.buttons[-1].payload == "/take_away"


def test_below_a_level_in_full_the_check_can_be_taken_again_once_nothing_is_open() -> None:
    open_, done = of({"training": "no"}), of(dict.fromkeys(KEYS, "partly"))
    payloads = [
        [each.payload for each in shown_level(found, "team", real(), english()).buttons] for found in (open_, done)
    ]
    others = [f'/show_result{{"level": "{level}"}}' for level in LEVELS if level != "team"]
    assert payloads == [[*others, "/continue_check"], [*others, "/take_away", "/start_check"]]


def test_a_level_in_full_lists_every_component_once_gaps_first_with_what_is_reported() -> None:
    answers = {"staff_selection": "no", "training": "yes", "available_leader": "unknown", "staff_continuity": "partly"}
    lines = shown_level(of(answers), "team", real(), english()).text.split("\n")
    assert len(lines) == 8
    assert [line[2] for line in lines[1:]] == ["✗", "~", "?", "–", "–", "–", "✓"]
    assert lines[1].startswith("• ✗ who takes part in choosing the PSW, and how, is not agreed yet. In North Denmark")
    assert lines[1].endswith("(Johansen 2024, some managers; Johansen 2024, the authors)")
    assert lines[2].endswith("the Danish studies do not take it up.")


def test_what_was_known_before_is_marked_as_told() -> None:
    found = result(Check(), {"mentor_named": "yes", "plan_exists": "no"}, real())
    text = shown_level(found, "preparation", real(), english()).text
    assert "✓ a mentor has been named (you told me so)." in text
    assert "✗ there is no structured plan for the introduction yet (you told me so)." in text


@pytest.mark.parametrize("key", sorted(real().components))
def test_a_question_is_explained_by_what_the_studies_report_or_by_their_silence(key: str) -> None:
    component = real().components[key]
    report = component.why or component.silent
    reply = explained(component, real(), english())
    assert report is not None and report.says["en"] in reply.text
    assert (component.step is None) or component.step.says["en"] in reply.text
    assert "\n\n" not in reply.text and reply.words() <= MOST_WORDS


def test_what_to_do_first_is_every_step_for_a_gap_that_a_message_holds() -> None:
    found = of(dict.fromkeys(real().components, "no"))
    heading, *lines = to_do_first(found, real(), english()).text.split("\n")
    steps = steps_in_words(found, real(), english())
    assert heading == english().get("check.first") and lines
    assert lines == [f"{number}. {step}" for number, step in enumerate(steps, 1)][: len(lines)]
    assert to_do_first(found, real(), english()).words() <= MOST_WORDS


def test_where_no_step_is_called_for_that_is_said() -> None:
    assert to_do_first(of({}), real(), english()).text == english().get("check.nothing_to_do")
