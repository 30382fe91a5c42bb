"""What every channel does with a message before Rasa sees it, and with silence after."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from bot.documents.offered import names
from bot.knowledge import rule_base, texts
from bot.presentation.check import IN_CHECK
from bot.presentation.follow_ups import IN_WORDS, ON_SITUATION
from bot.presentation.reply import Reply
from bot.readiness.check import ANSWERS
from bot.rulebase.model import LEVELS

LONGEST = 4000
"""Characters of a message that are read at most; a long story has 1,500."""
EVIDENCE = re.compile(r"(?<!\S)/evidence/(question|finding)/[a-z0-9_]+")
COMMAND = re.compile(r"\s*/\s*\w+\s*(\{|\[|$)")
BUTTON = re.compile(
    r'/(?P<intent>[a-z0-9_]+)(\{"(?P<kind>question|fact|answer|level|document)": ?"(?P<about>[a-z0-9_=]+)"\})?'
)


@dataclass(frozen=True)
class Passed:
    """What to go on with: a reply that has to be given at once, or the text to understand.

    `no_emergency` is set where the sender said so of the text.
    """

    text: str = ""
    reply: Reply | None = None
    no_emergency: bool = False


@cache
def _known() -> tuple[frozenset[str], frozenset[str]]:
    questions = frozenset(rule_base().questions)
    return questions, questions | frozenset(texts().at("buttons")) | frozenset((*IN_WORDS, *ON_SITUATION, *IN_CHECK))


def _is_sent_by_a_button(intent: str, kind: str | None, about: str) -> bool:
    if intent == "tell_fact":
        fact, _, value = (about or "").partition("=")
        return kind == "fact" and fact in rule_base().facts and value in rule_base().facts[fact].values
    if intent == "forget_fact":
        return kind == "fact" and about in rule_base().facts
    if intent == "answer_check":
        component, _, answer = (about or "").partition("=")
        return kind == "answer" and component in rule_base().components and answer in ANSWERS
    if intent == "show_result" and kind == "level":
        return about in LEVELS
    if kind == "document":
        return intent == "take_away" and about in names(rule_base())
    questions, intents = _known()
    return intent in intents and (kind is None or (kind == "question" and about in questions))


def without_commands(text: str) -> str:
    """The message as text to understand, unless it is what a button sends.

    Rasa takes a message that begins with `/` for an intent, trusts the entities in it, and prints those it does not
    know. So such a message loses its slashes, except where it is word for word what such a button sends.
    """
    sent = BUTTON.fullmatch(text.strip())
    if sent and _is_sent_by_a_button(sent["intent"], sent["kind"], sent["about"]):
        return text.strip()
    return re.sub(r"^[\s/]+", "", text).strip()  # "/ /restart" too: nothing that is left begins with a slash


def reply_without_rasa(text: str) -> Reply | None:
    """The reply to a message that needs no understanding: an empty one, a command, or one without a word."""
    if not without_commands(text):
        return Reply(texts().get("problems.empty"))
    if COMMAND.match(text) and without_commands(text) != text.strip():
        return Reply(texts().get("problems.command"))
    if not re.search(r"\w", text):
        return Reply(texts().get("replies.out_of_scope.text"))
    return None


def too_long(text: str) -> Reply | None:
    """The reply to a message beyond all length."""
    return Reply(texts().get("problems.too_long", limit=LONGEST)) if len(text) > LONGEST else None


def with_addresses(text: str, found_at: str) -> str:
    """The text with the paths of evidence pages as addresses that can be opened from anywhere."""
    return EVIDENCE.sub(lambda path: found_at + path[0], text)


def sorry() -> str:
    """What to say when nothing was said, because the action server is away or an error came in between."""
    return texts().get("problems.sorry")
