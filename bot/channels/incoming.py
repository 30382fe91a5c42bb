"""What every channel does with a message before Rasa sees it, and with silence after."""

from __future__ import annotations

import re
from functools import cache

from bot.knowledge import rule_base, texts
from bot.presentation.follow_ups import IN_WORDS
from bot.presentation.reply import Reply

LONGEST = 4000
"""Characters of a message that are read at most; a long story has 1,500."""
EVIDENCE = re.compile(r"(?<!\S)/evidence/(question|finding)/[a-z0-9_]+")
BUTTON = re.compile(r'/(?P<intent>[a-z0-9_]+)(\{"question": ?"(?P<question>[a-z0-9_]+)"\})?')


@cache
def _known() -> tuple[frozenset[str], frozenset[str]]:
    questions = frozenset(rule_base().questions)
    return questions, questions | frozenset(texts().at("buttons")) | frozenset(IN_WORDS)


def without_commands(text: str) -> str:
    """The message as text to understand, unless it is what a button for a question or a follow-up sends.

    Rasa takes a message that begins with `/` for an intent, trusts the entities in it, and prints those it does not
    know. So such a message loses its slashes, except where it is word for word what such a button sends.
    """
    sent = BUTTON.fullmatch(text.strip())
    questions, intents = _known()
    if sent and sent["intent"] in intents and (sent["question"] is None or sent["question"] in questions):
        return text.strip()
    return re.sub(r"^[\s/]+", "", text).strip()  # "/ /restart" too: nothing that is left begins with a slash


def reply_without_rasa(text: str) -> Reply | None:
    """The reply to a message that needs no understanding: an empty one or one beyond all length."""
    if not without_commands(text):
        return Reply(texts().get("problems.empty"))
    if len(text) > LONGEST:
        return Reply(texts().get("problems.too_long", limit=LONGEST))
    return None


def with_addresses(text: str, found_at: str) -> str:
    """The text with the paths of evidence pages as addresses that can be opened from anywhere."""
    return EVIDENCE.sub(lambda path: found_at + path[0], text)


def sorry() -> str:
    """What to say when nothing was said, because the action server is away or an error came in between."""
    return texts().get("problems.sorry")
