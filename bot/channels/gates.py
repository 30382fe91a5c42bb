"""What each message passes before Rasa understands it, in every channel."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from bot.channels.danger_gate import DangerGate
from bot.channels.incoming import Passed, reply_without_rasa, too_long, without_commands
from bot.channels.local_words import LocalWords
from bot.paths import RULES
from bot.presentation.reply import Reply
from bot.presentation.texts import Texts


class Gates:
    """Danger first, then local words, then what needs no understanding. Any of them may reply at once."""

    def __init__(self, texts: Texts, forget_after: int) -> None:
        """Reads the data of all gates, so that a mistake shows at the start. They forget what they keep after so many hours.

        Raises:
            RuleBaseError: when a file of phrases, words or contacts cannot be used.
        """
        self._danger = DangerGate(texts, forget_after)
        self._words = LocalWords(texts, forget_after, RULES)

    def look(self, sender: str, text: str) -> Passed:
        """The reply to give at once, or the text for Rasa to understand."""
        first = self._danger.look(sender, text)
        reply = first.reply or too_long(first.text)
        if reply:
            return Passed(reply=reply)
        passed = self._words.look(sender, first.text)
        reply = passed.reply or reply_without_rasa(passed.text)
        return Passed(reply=reply) if reply else Passed(without_commands(passed.text), None, first.no_emergency)

    def instead(self, sender: str, text: str, messages: Iterable[Mapping[str, Any]]) -> Reply | None:
        """The reply to a text in place of Rasa's messages, where Rasa found danger in it; nothing elsewhere."""
        found = (message["custom"]["danger"] for message in messages if "danger" in message.get("custom", {}))
        kind = next(found, None)
        return self._danger.hold_back(sender, text, kind) if kind else None
