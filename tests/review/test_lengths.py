"""A first reply has at most 180 words."""

from __future__ import annotations

import pytest

from bot.presentation.answer import MOST_WORDS, answer
from bot.reasoning.advise import advise
from bot.rulebase.loader import load

from ..presentation.small import english, real, situations
from .published import Published

BOTTOM_LINE = "Consider an open colleague."
REMEDY = "Shorten it, or move something into a pitfall or another question"


def room(published: Published, question: str) -> int:
    """How many words more the answer to a question may have."""
    base = load(published.root)
    return MOST_WORDS - answer(advise(base, question, {}), base, english()).words()


def test_an_answer_may_have_as_many_words_as_there_is_room_for_and_not_one_more(published: Published) -> None:
    longest = BOTTOM_LINE + " word" * room(published, "mentor_who")
    published.replace("mentor/advice.yml", BOTTOM_LINE, longest)
    assert published.is_sound()
    published.replace("mentor/advice.yml", longest, longest + " word")
    what = f"the answer to “mentor_who” has {MOST_WORDS + 1} words, more than {MOST_WORDS}"
    published.has_only_problem("mentor/advice.yml", published.line("mentor/advice.yml", "rules:") + 1, what, REMEDY)


def test_all_that_is_said_while_nothing_is_known_counts_together(published: Published) -> None:
    half = " word" * (room(published, "money_who") // 2 + 1)
    published.replace("money/advice.yml", "The post is safe.", "The post is safe." + half)
    assert published.is_sound()
    published.replace("money/advice.yml", "Plan the time after the project.", "Plan the time after the project." + half)
    published.has_only_problem("money/advice.yml", "money_project:", "the answer to “money_who” has", REMEDY)


@pytest.mark.parametrize("question", real().questions)
def test_an_answer_is_longest_while_nothing_is_known(question: str) -> None:
    """Which is why no other situation is looked at."""
    lengths = [answer(advise(real(), question, known), real(), english()).words() for known in situations(question)]
    assert max(lengths) == answer(advise(real(), question, {}), real(), english()).words()
