"""Documents made of the real rule base, for tests of what stands in them and of the files they become."""

from __future__ import annotations

import datetime
from typing import TypeVar

from bot.documents.document import Block, Bullets, Document, Heading, Paragraph, Table, shaded
from bot.documents.frame import Frame
from bot.knowledge import rule_base, texts
from bot.readiness.check import Check, Earlier
from bot.readiness.result import result
from bot.situation.memory import Known

FRAME = Frame(rule_base(), texts(), datetime.date(2026, 1, 31))
MEMORY = {"mentor_named": Known("no", "nobody for her yet"), "psw_started": Known("no"), "staff_ready": Known("yes", "they say so")}  # fmt: skip
CHECKED = result(
    Check(
        {"legitimacy": "yes", "steering_group": "no", "external_experts": "partly", "training": "unknown"},
        earlier=Earlier({"legitimacy": "no", "steering_group": "no"}, "2025-10-01"),
    ),
    {"mentor_named": "yes"},
    rule_base(),
)
Kind = TypeVar("Kind", bound=Block)


def of(kind: type[Kind], document: Document) -> list[Kind]:
    """The blocks of one kind, from top to bottom."""
    return [block for block in document.blocks if isinstance(block, kind)]


def headings(document: Document) -> list[str]:
    return [heading.text for heading in of(Heading, document)]


def below(heading: str, document: Document) -> list[Block]:
    """The blocks from a heading to the next one of the same level or above."""
    blocks = list(document.blocks)
    start = next(number for number, block in enumerate(blocks) if isinstance(block, Heading) and block.text == heading)
    level = blocks[start].level  # type: ignore[union-attr]
    following = enumerate(blocks[start + 1 :], start + 1)
    end = next((number for number, block in following if isinstance(block, Heading) and block.level <= level), None)
    return blocks[start + 1 : end]


def text_of(document: Document) -> str:
    """Everything that can be read, a line for each piece."""
    lines = [document.title]
    for block in document.blocks:
        match block:
            case Heading() | Paragraph():
                lines.append(block.text)
            case Bullets():
                lines += block.items
            case Table():
                lines += [shaded(cell).text for row in (block.header, *block.rows) for cell in row]
            case _:
                lines.append(block.label)
    return "\n".join(lines)
