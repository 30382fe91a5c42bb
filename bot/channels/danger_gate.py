"""Danger first: a message that reveals danger to a person gets the emergency line before anything else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bot.channels.held import Held
from bot.channels.incoming import Passed
from bot.danger.detect import Kind, detect
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
            return self._given_back(sender)
        danger = detect(text, self._patterns)
        if danger is None:
            return Passed(text=text)
        return Passed(reply=self.hold_back(sender, text, danger.kind))

    def _given_back(self, sender: str) -> Passed:
        held = self._held.pop(sender, None)
        if held is None:
            return Passed(reply=Reply(self._texts.get("danger.nothing_held")))
        return Passed(text=held, no_emergency=True)

    def hold_back(self, sender: str, text: str, kind: Kind) -> Reply:
        """The reply to a message that reveals danger of this kind; the message is kept until its sender says that it does not."""
        self._held[sender] = text
        back = Button(self._texts.get("danger.back"), NOT_AN_EMERGENCY)
        return Reply("\n".join(self._lines(kind)), (back,))

    def _lines(self, kind: Kind) -> Iterator[str]:
        yield self._texts.get(f"danger.{kind}")
        if self._contacts:
            own = (self._texts.get(f"danger.contacts.{key}", contact=each) for key, each in self._contacts.items())
            yield self._texts.get("danger.organisation", contacts="; ".join(own))
        yield self._texts.get("danger.no_crisis_service")
