"""What the bot ought to say, worked out from the rule base without any server."""

from __future__ import annotations

from bot.channels.incoming import with_addresses
from bot.knowledge import rule_base, texts
from bot.presentation.answer import answer
from bot.reasoning.advise import advise

from .running import PUBLIC_URL

MENTOR = "Who should mentor our new peer worker?"
FUNDING = "Who pays for a peer support worker?"


def right_answer(question: str) -> str:
    """The text of the answer to a question of the rule base, when nothing else is asked for."""
    return with_addresses(answer(advise(rule_base(), question, {}), rule_base(), texts()).text, PUBLIC_URL)


def answers(text: str, question: str) -> bool:
    """Whether a text answers a question of the rule base: it holds a bottom line of its rules, and sources."""
    bottom_lines = (texts().say(rule.bottom_line.says) for rule in rule_base().rules_by_question[question])
    return any(line in text for line in bottom_lines) and f"\n{texts().get('labels.sources')} " in text


def apology() -> str:
    return texts().get("problems.sorry")
