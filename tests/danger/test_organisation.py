"""The organisation's own contacts."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.channels.danger_gate import DangerGate
from bot.danger.organisation import CONTACTS, LONGEST, load_contacts
from bot.knowledge import texts
from bot.paths import PROJECT
from bot.rulebase.problems import RuleBaseError


@pytest.mark.asyncio
async def test_without_a_file_there_are_no_contacts_and_no_word_of_them(tmp_path: Path) -> None:
    assert load_contacts(tmp_path / "none.yml") == {}
    reply = DangerGate(texts(), 24, tmp_path / "none.yml").look("a", "he wants to kill himself").reply
    assert reply is not None and "your organisation" not in reply.text


@pytest.mark.asyncio
async def test_contacts_stand_in_the_reply_to_danger_and_nowhere_else(tmp_path: Path) -> None:
    file = tmp_path / "organisation.yml"
    file.write_text('emergency: "55 12"\nduty_manager: "call Birch"\n', encoding="utf-8")
    gate = DangerGate(texts(), 24, file)
    reply = gate.look("a", "he wants to kill himself").reply
    assert reply is not None and "From your organisation: emergency: 55 12; duty manager: call Birch." in reply.text
    assert reply.text.index("112") < reply.text.index("55 12") < reply.text.index("Nobody has been alerted")
    assert gate.look("a", "who should be the mentor?").reply is None


@pytest.mark.parametrize(
    ("content", "line", "what"),
    [
        ("emergency: 1\nboss: me\n", 2, "boss"),
        (f"hr: {'x' * (LONGEST + 1)}\n", 1, "too long"),
        ("hr: |\n  one\n  two\n", 1, "too long"),
        ("hr: [1, 2]\n", 1, "text"),
        ("- hr\n", 1, ""),
    ],
)
def test_a_mistake_names_file_line_and_remedy(tmp_path: Path, content: str, line: int, what: str) -> None:
    file = tmp_path / "organisation.yml"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(RuleBaseError) as error:
        load_contacts(file)
    assert f"organisation.yml:{line}" in str(error.value) and what in str(error.value)


def test_the_file_in_the_docs_can_be_read(tmp_path: Path) -> None:
    [example] = re.findall(r"```yaml\n(.*?)```", (PROJECT / "docs" / "organisation.md").read_text("utf-8"), re.DOTALL)
    file = tmp_path / "organisation.yml"
    file.write_text(example, encoding="utf-8")
    assert tuple(load_contacts(file)) == CONTACTS
