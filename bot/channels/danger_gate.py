"""Danger first: a message that reveals danger to a person gets the emergency line before anything else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bot.channels.held import Held
from bot.channels.incoming import Passed
from bot.danger.detect import detect
from bot.danger.organisation import load_contacts
from bot.danger.patterns import load_patterns
from bot.paths import ORGANISATION, RULES
from bot.presentation.reply import Button, Reply
from bot.presentation.texts import Texts

NOT_AN_EMERGENCY = "/not_an_emergency"


class DangerGate:
    """Looks at each message before it is understood, and holds one back until the sender says it is no emergency."""

    def __init__(self, texts: Texts, forget_after: int, organisation: Path = ORGANISATION) -> None:
        """Reads the phrases and the organisation's contacts at once, so that a mistake shows at the start.

        A message is held back for so many hours, then forgotten.

        Raises:
            RuleBaseError: when `rules/danger.yml` or the file of contacts cannot be used.
        """
        self._texts = texts
        self._patterns = load_patterns(RULES)
        self._contacts = load_contacts(organisation)
        self._held = Held(forget_after)

    def look(self, sender: str, text: str) -> Passed:
        """Decides whether a message goes on to be understood."""
        if text.strip() == NOT_AN_EMERGENCY:
            held = self._held.pop(sender, None)
            return Passed(text=held) if held else Passed(reply=Reply(self._texts.get("danger.nothing_held")))
        danger = detect(text, self._patterns)
        if danger is None:
            return Passed(text=text)
        self._held[sender] = text
        back = Button(self._texts.get("danger.back"), NOT_AN_EMERGENCY)
        return Passed(reply=Reply("\n".join(self._lines(danger.kind)), (back,)))

    def _lines(self, kind: str) -> Iterator[str]:
        yield self._texts.get(f"danger.{kind}")
        if self._contacts:
            own = (self._texts.get(f"danger.contacts.{key}", contact=each) for key, each in self._contacts.items())
            yield self._texts.get("danger.organisation", contacts="; ".join(own))
        yield self._texts.get("danger.no_crisis_service")
