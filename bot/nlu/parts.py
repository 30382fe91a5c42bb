"""The parts of a message: its sentences tell facts by themselves, and each question is understood by itself."""

from __future__ import annotations

import re
from typing import Any

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.nlu.constants import ENTITIES, INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.knowledge import beginnings, rule_base
from bot.nlu.stateless import Stateless
from bot.situation.recognise import SENTENCE

ALSO_ASKED = "also_asked"
MOST = 3
"""Questions of a message that are looked at one by one."""
MOST_SENTENCES = 12
"""Sentences of a message that are looked at one by one."""
QUESTION = "is_question"
SHORTEST = 4
"""Words of a question that can stand by itself: “and why?” cannot."""
SURE = 0.6
"""How likely each of two questions must be, so that one question put twice is not taken for two."""


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class MessageSplitter(Stateless):
    """Puts each sentence of a message of several behind it, as messages of their own. Stands first.

    Where a message asks several questions, their sentences are marked as questions. A “no” or “yes” that opens a
    sentence is left out there, and what follows it stands alone in a message of one sentence too: it corrects what was
    said before, but turns what is said now round for whoever looks at the words only.
    """

    def process(self, messages: list[Message]) -> list[Message]:
        if len(messages) != 1:
            return messages
        text = messages[0].get(TEXT) or ""
        asked = questions_in(text)
        several = frozenset(asked if len(asked) > 1 else ())
        sentences = [found[0] for found in SENTENCE.finditer(text) if re.search(r"\w", found[0])]
        parts = [
            Message({TEXT: beginnings().after_one_word(sentence), QUESTION: sentence in several})
            for sentence in sentences
        ]
        alone = len(parts) == 1 and parts[0].get(TEXT) == sentences[0]
        return messages if alone else [*messages, *parts[:MOST_SENTENCES]]


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class QuestionGatherer(Stateless):
    """Takes them back into the message: its intent is the first question, the others are entities `also_asked`.

    Stands behind the classifiers. Where fewer than two different questions are sure, the message stays as it is.
    """

    def process(self, messages: list[Message]) -> list[Message]:
        whole, *parts = messages
        if len(parts) < 2 or any(str(part.get(TEXT)) not in str(whole.get(TEXT)) for part in parts):
            return messages
        sure: dict[str, Message] = {}
        for part in filter(_is_sure, parts):
            sure.setdefault(_name(part), part)
        if len(sure) > 1 and _name(whole) in sure:
            first, *others = sure
            whole.set(INTENT, sure[first].get(INTENT), add_to_output=True)
            whole.set("intent_ranking", sure[first].get("intent_ranking"), add_to_output=True)
            entities = [{"entity": ALSO_ASKED, "value": other} for other in others]
            whole.set(ENTITIES, [*sure[first].get(ENTITIES, []), *entities], add_to_output=True)
        return [whole]


def is_question(part: Message) -> bool:
    """Whether a part of a message is one of the several questions that it asks."""
    return bool(part.get(QUESTION))


def questions_in(text: str) -> list[str]:
    """The questions of a text that can stand by themselves, at most `MOST`."""
    sentences = (found[0] for found in SENTENCE.finditer(text))
    return [each for each in sentences if each.endswith("?") and len(each.split()) >= SHORTEST][:MOST]


def _is_sure(part: Message) -> bool:
    return _name(part) in rule_base().questions and _intent(part)["confidence"] >= SURE


def _name(message: Message) -> str:
    return str(_intent(message)["name"])


def _intent(message: Message) -> dict[str, Any]:
    return dict(message.get(INTENT))
