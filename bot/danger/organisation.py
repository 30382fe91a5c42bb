"""The organisation's own numbers and people, from an optional local file that is not part of the project."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from bot.rulebase.reader import Entry, read_alone

CONTACTS = ("emergency", "duty_manager", "hr", "safety_representative", "lived_experience_centre")
LONGEST = 120
"""Characters of a contact at most: it stands in a message that somebody reads in a hurry."""


def load_contacts(file: Path) -> Mapping[str, str]:
    """The contacts that a file names, each as one line of text; none where there is no file.

    Raises:
        RuleBaseError: with every problem found, each naming file, line and remedy.
    """
    if not file.exists():
        return {}
    return read_alone(file, file.parent, _contacts)


def _contacts(top: Entry) -> Mapping[str, str]:
    contacts = {key: top.optional(key, _contact, "") for key in CONTACTS}
    return {key: contact for key, contact in contacts.items() if contact}


def _contact(entry: Entry) -> str:
    text = entry.text()
    if len(text) > LONGEST or "\n" in text:
        entry.problem("the contact is too long", f"Write one line of at most {LONGEST} characters")
    return text
