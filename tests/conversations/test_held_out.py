"""How many turns of conversations are understood that nobody who wrote examples has seen. Prints what is missed."""

from __future__ import annotations

import asyncio
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.channels.gates import Gates
from bot.cli.ask import actions_in_this_process
from bot.knowledge import rule_base, texts
from bot.nlu.danger_revealed import NO_EMERGENCY
from bot.paths import MODEL
from bot.server.discretion import be_discreet
from tests.data.examples import examples, words

HELD_OUT = Path(__file__).parent / "held_out.yml"
UNDERSTOOD = 0.73
"""What was measured (0.745), with some turns to spare; wanted is 0.9."""
LABELS = ("asks", "follow", "tells", "declines", "talk", "check")
DESCRIBED = "describe_situation"
ANSWERS = {"action_answer", "action_unsure", "action_describe"}
DECLINES = {"action_beyond", "utter_out_of_scope"}
TALK = {
    **{name: f"utter_{name}" for name in ("thanks", "goodbye", "greet", "frustration")},
    **{name: f"utter_ask_{name}" for name in ("capabilities", "who_are_you")},
    "start_over": "action_start_over",
    "situation": "action_my_situation",
}
CHECK = {
    "start": {"action_start_check"},
    "answer": {"action_check_answer"},
    "skip": {"action_check_answer"},
    "stop": {"action_show_result", "action_check_answer"},
    "resume": {"action_continue_check"},
    "show": {"action_show_result"},
}

Turn = dict[str, Any]


@dataclass(frozen=True)
class Done:
    """What the bot did with a turn: its action (none where a gate replied), which slots it set, and what they hold."""

    action: str
    set: frozenset[str]
    slots: dict[str, Any]


@cache
def conversations() -> list[dict[str, Any]]:
    return list(yaml.safe_load(HELD_OUT.read_text(encoding="utf-8"))["conversations"])


def turns() -> list[Turn]:
    return [turn for each in conversations() for turn in each["turns"]]


def test_there_are_enough_turns_of_each_kind() -> None:
    kinds = Counter(label for turn in turns() for label in LABELS if label in turn)
    assert len(turns()) >= 400 and all(kinds[label] >= 10 for label in LABELS)


def test_every_label_is_one_that_the_bot_knows() -> None:
    base = rule_base()
    assert all(set(turn.keys()) & set(LABELS) for turn in turns())
    assert all(key in base.questions for turn in turns() for key in (*turn.get("asks", ()), *turn.get("about", ())))
    told = [pair for turn in turns() for pair in turn.get("tells", {}).items()]
    assert all(value in base.facts[fact].values for fact, value in told)
    assert all(turn.get("talk", "thanks") in TALK and turn.get("check", "skip") in CHECK for turn in turns())


def test_no_longer_example_is_word_for_word_one_of_these_turns() -> None:
    learnt = {words(example.text) for example in examples()}
    assert [turn["user"] for turn in turns() if len(words(turn["user"])) >= 5 and words(turn["user"]) in learnt] == []


@pytest.mark.slow
def test_turns_are_understood_in_the_light_of_what_was_said() -> None:
    be_discreet()
    right, all_ = Counter[str](), Counter[str]()
    for turn, done in zip(turns(), asyncio.run(_done()), strict=True):
        kind = next(label for label in LABELS if label in turn)
        all_[kind] += 1
        right[kind] += _is_right(turn, done)
        if not _is_right(turn, done):
            print(f"“{turn['user']}” was answered by {done.action}, {done.slots.get('answered')}")
    print(", ".join(f"{kind} {right[kind]} of {all_[kind]}" for kind in all_))
    print(f"{sum(right.values())} of {sum(all_.values())} turns understood")
    assert sum(right.values()) / sum(all_.values()) >= UNDERSTOOD


async def _done() -> list[Done]:
    """What the bot does with every turn, each conversation with a sender of its own."""
    from rasa.core.agent import Agent
    from rasa.core.channels.channel import CollectingOutputChannel, UserMessage

    agent, gates = Agent.load(str(MODEL), action_endpoint=actions_in_this_process()), Gates(texts(), 1)
    found = []
    for sender, conversation in enumerate(conversations()):
        for turn in conversation["turns"]:
            passed = gates.look(str(sender), turn["user"])
            if passed.reply is not None:
                found.append(Done("", frozenset(), {}))
                continue
            about = {NO_EMERGENCY: passed.no_emergency}
            await agent.handle_message(UserMessage(passed.text, CollectingOutputChannel(), str(sender), metadata=about))
            found.append(_last_turn(await agent.tracker_store.retrieve(str(sender))))
    return found


def _last_turn(tracker: Any) -> Done:
    events = list(tracker.events)
    since = events[max(place for place, event in enumerate(events) if event.type_name == "user") :]
    actions = [event.action_name for event in since if event.type_name == "action"]
    return Done(
        next((name for name in actions if name != "action_listen"), ""),
        frozenset(event.key for event in since if event.type_name == "slot"),
        tracker.current_slot_values(),
    )


def _is_right(turn: Turn, done: Done) -> bool:
    """Whether a turn is understood as any of its labels says; one that only tells is, where a fact is remembered."""
    answered, told = done.slots.get("answered"), done.slots.get("situation") or {}
    follows_up = done.action == f"action_{turn.get('follow')}" and answered in (*turn.get("about", ()), DESCRIBED)
    only_tells = "tells" in turn and not {"asks", "follow", "check"} & turn.keys()
    return (
        (done.action in ANSWERS and "answered" in done.set and answered in turn.get("asks", ()))
        or follows_up
        or (only_tells and any(told.get(fact, [None])[0] == value for fact, value in turn["tells"].items()))
        or ("declines" in turn and done.action in DECLINES)
        or ("talk" in turn and done.action == TALK[turn["talk"]])
        or ("check" in turn and (done.action in CHECK[turn["check"]] or _took_an_answer(turn, done)))
    )


def _took_an_answer(turn: Turn, done: Done) -> bool:
    return bool(turn["check"] == "answer" and "check" in done.set)
