"""What a message means in its conversation: what was answered before makes some intents likelier, and others unlikely."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from rasa.shared.core.trackers import DialogueStateTracker

from bot.knowledge import rule_base
from bot.nlu.facts_stated import DESCRIPTION
from bot.nlu.kernel_classifier import Array
from bot.reasoning.concerns import assess, closest_question
from bot.situation.memory import from_slot, values

SHORT = 12
"""Words of a message that may lean on what was said before; a longer one speaks for itself."""
WEIGHT, FLOOR = 0.7, 0.001
"""How much it counts what questions are like the one before, and what every other question still gets. Of the conversations
in tests/conversations/held_out.yml, these made most short questions right, and no fewer of those out of any conversation
(tests/nlu/held_out.yml) after a question drawn by lot; the figures are all it was used for."""
AFTER_AN_ANSWER = (
    "ask_why",
    "ask_sources",
    "ask_related",
    "ask_example",
    "ask_others",
    "ask_more",
    "ask_effect",
    "ask_change",
)
"""What is asked about an answer."""
IN_A_CHECK = ("continue_check", "partly", "skip", "go_back", "show_result")
"""What is said while the readiness check is taken, or after it."""
OUT_OF_PLACE = 0.2
"""How much less likely that is before there is an answer or a check: somebody may still say it."""


def question_before(tracker: DialogueStateTracker | None) -> str | None:
    """The question answered last in a conversation, or the one closest to the situation answered last."""
    answered = tracker.get_slot("answered") if tracker else None
    if tracker and answered == DESCRIPTION:
        situation = values(from_slot(tracker.get_slot("situation"), rule_base()))
        return closest_question(assess(rule_base(), situation), rule_base())
    return answered if isinstance(answered, str) and answered in rule_base().questions else None


def out_of_place(tracker: DialogueStateTracker | None) -> frozenset[str]:
    """The intents that refer to what is not there in a conversation; outside of one, nothing is out of place."""
    if tracker is None:
        return frozenset()
    follow_ups = () if tracker.get_slot("answered") else AFTER_AN_ANSWER
    return frozenset((*follow_ups, *(() if tracker.get_slot("check") else IN_A_CHECK)))


def in_place(chances: Array, classes: Sequence[str], unlikely: frozenset[str]) -> Array:
    """The probabilities of intents (`classes`) where some are out of place."""
    weighted = chances * np.array([OUT_OF_PLACE if name in unlikely else 1.0 for name in classes])
    return np.asarray(weighted / max(float(weighted.sum()), 1e-12), dtype=chances.dtype)


def taken_for(chances: Array, classes: Sequence[str], labels: Sequence[str | None]) -> Array:
    """How likely an example of each class (row) is taken for each class (column), by the chances of examples left out."""
    own = np.array([[label == each for label in labels] for each in classes], dtype=np.float32)
    return np.asarray(own @ chances / np.maximum(own.sum(axis=1, keepdims=True), 1.0), dtype=np.float32)


def leant(chances: Array, text: str, likeness: Array, questions: Array) -> Array:
    """The probabilities of intents for a text, seen with the question before; how likely it asks any question stays.

    `likeness` tells how like each intent is to the question before, `questions` which intents are questions.
    """
    if len(text.split()) > SHORT:
        return chances
    weighted = np.where(questions, chances * (likeness + FLOOR) ** WEIGHT, 0.0)
    share = chances[questions].sum() / max(float(weighted.sum()), 1e-12)
    return np.asarray(np.where(questions, weighted * share, chances), dtype=chances.dtype)
