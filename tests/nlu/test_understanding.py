"""How well the trained model recognises questions that it never saw. Needs `./waymark train` before."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass

import pytest
import structlog

from bot.nlu.importer import RuleBaseImporter
from bot.paths import MODEL, PROJECT, RULES
from bot.rulebase.loader import load
from tests.data.examples import held_out

QUESTIONS = frozenset(load(RULES).questions)
NOT_COVERED = frozenset({"out_of_scope", "beyond_coverage"})
DECLINED = NOT_COVERED | {"nlu_fallback"}
RIGHT_AT_FIRST, RIGHT_WITHIN_THREE, DECLINED_RIGHTLY = 0.85, 0.95, 0.90
WITHOUT_WORDS = ("🙂", "👍", "👩🏽‍⚕️", "?!", "…", ". . .")

pytestmark = pytest.mark.slow


@dataclass(frozen=True)
class Understood:
    """A held-out question: what it means, and what the model takes it for, likeliest first."""

    text: str
    meant: str
    taken_for: str
    ranking: tuple[str, ...]


@pytest.fixture(scope="session")
def parsed() -> dict[str, dict[str, object]]:
    """What the model makes of every held-out question and of messages without words; the model is loaded once."""
    if not MODEL.exists():
        pytest.fail("There is no model: run ./waymark train")
    from rasa.core.agent import Agent

    structlog.configure(
        wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING)
    )  # so that misses stand out
    agent = Agent.load(str(MODEL))

    async def all_of_them() -> dict[str, dict[str, object]]:
        texts = [*(text for text, _ in held_out()), *WITHOUT_WORDS]
        return {text: await agent.parse_message(text) for text in texts}

    return asyncio.run(all_of_them())


@pytest.fixture(scope="session")
def understood(parsed: dict[str, dict[str, object]]) -> list[Understood]:
    found = []
    for text, meant in held_out():
        ranking = [guess["name"] for guess in parsed[text]["intent_ranking"]]  # type: ignore[attr-defined]
        likeliest = tuple(name for name in ranking if name != "nlu_fallback")
        found.append(Understood(text, meant, parsed[text]["intent"]["name"], likeliest))  # type: ignore[index]
    return found


def share(right: list[bool]) -> float:
    return sum(right) / len(right)


def test_every_held_out_intent_is_one_the_bot_knows() -> None:
    domain = RuleBaseImporter(domain_path=str(PROJECT / "domain")).get_domain()
    assert {intent for _, intent in held_out()} <= set(domain.intents)
    assert {intent for _, intent in held_out()} >= QUESTIONS


def test_questions_are_recognised_at_first_or_within_three(understood: list[Understood]) -> None:
    questions = [each for each in understood if each.meant not in NOT_COVERED]
    for each in questions:
        if each.taken_for != each.meant:
            print(f"{each.meant}: “{each.text}” was taken for {each.taken_for}; {', '.join(each.ranking[:3])}")
    first = share([each.taken_for == each.meant for each in questions])
    three = share([each.meant in each.ranking[:3] for each in questions])
    print(f"{len(questions)} questions: {first:.1%} right at first, {three:.1%} within three")
    assert first >= RIGHT_AT_FIRST
    assert three >= RIGHT_WITHIN_THREE


def test_what_is_not_covered_is_declined(understood: list[Understood]) -> None:
    others = [each for each in understood if each.meant in NOT_COVERED]
    for each in others:
        if each.taken_for not in DECLINED:
            print(f"{each.meant}: “{each.text}” was taken for {each.taken_for}")
    declined = share([each.taken_for in DECLINED for each in others])
    print(f"{len(others)} messages outside: {declined:.1%} declined")
    assert declined >= DECLINED_RIGHTLY


def test_a_message_without_words_is_never_taken_for_a_question(parsed: dict[str, dict[str, object]]) -> None:
    taken_for = {text: parsed[text]["intent"]["name"] for text in WITHOUT_WORDS}  # type: ignore[index]
    assert {text: intent for text, intent in taken_for.items() if intent in QUESTIONS} == {}
