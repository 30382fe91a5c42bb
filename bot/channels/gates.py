"""What each message passes before Rasa understands it, in every channel."""

from __future__ import annotations

from bot.channels.danger_gate import DangerGate
from bot.channels.incoming import Passed, reply_without_rasa, without_commands
from bot.channels.local_words import LocalWords
from bot.paths import RULES
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
        passed = self._danger.look(sender, text)
        if passed.reply is None:
            passed = self._words.look(sender, passed.text)
        reply = passed.reply or reply_without_rasa(passed.text)
        return Passed(reply=reply) if reply else Passed(text=without_commands(passed.text))
