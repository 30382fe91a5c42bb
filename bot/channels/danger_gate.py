"""Danger first: a message that reveals danger to a person gets the emergency line before anything else."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.danger.detect import detect
from bot.danger.organisation import load_contacts
from bot.danger.patterns import load_patterns
from bot.paths import ORGANISATION, RULES
from bot.presentation.reply import Button, Reply
from bot.presentation.texts import Texts

NOT_AN_EMERGENCY = "/not_an_emergency"
MOST_HELD = 1000
"""Conversations whose question is held back at most; the oldest is dropped."""


@dataclass(frozen=True)
class Passed:
    """What to go on with: a reply that has to be given at once, or the text to understand."""

    text: str = ""
    reply: Reply | None = None


class DangerGate:
    """Looks at each message before it is understood, and holds one back until the sender says it is no emergency."""

    def __init__(self, texts: Texts, organisation: Path = ORGANISATION) -> None:
        """Reads the phrases and the organisation's contacts at once, so that a mistake shows at the start.

        Raises:
            RuleBaseError: when `rules/danger.yml` or the file of contacts cannot be used.
        """
        self._texts = texts
        self._patterns = load_patterns(RULES)
        self._contacts = load_contacts(organisation)
        self._held: OrderedDict[str, str] = OrderedDict()

    def look(self, sender: str, text: str) -> Passed:
        """Decides whether a message goes on to be understood."""
        if text.strip() == NOT_AN_EMERGENCY:
            held = self._held.pop(sender, None)
            return Passed(text=held) if held else Passed(reply=Reply(self._texts.get("danger.nothing_held")))
        danger = detect(text, self._patterns)
        if danger is None:
            return Passed(text=text)
        self._hold(sender, text)
        back = Button(self._texts.get("danger.back"), NOT_AN_EMERGENCY)
        return Passed(reply=Reply("\n".join(self._lines(danger.kind)), (back,)))

    def _lines(self, kind: str) -> Iterator[str]:
        yield self._texts.get(f"danger.{kind}")
        if self._contacts:
            own = (self._texts.get(f"danger.contacts.{key}", contact=each) for key, each in self._contacts.items())
            yield self._texts.get("danger.organisation", contacts="; ".join(own))
        yield self._texts.get("danger.no_crisis_service")

    def _hold(self, sender: str, text: str) -> None:
        self._held[sender] = text
        self._held.move_to_end(sender)
        while len(self._held) > MOST_HELD:
            self._held.popitem(last=False)
