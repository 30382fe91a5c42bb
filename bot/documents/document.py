"""A document to take away: what stands in it, whatever file it becomes."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Heading:
    """A heading below the title; level 2 or 3."""

    text: str
    level: int = 2


@dataclass(frozen=True)
class Paragraph:
    text: str
    note: bool = False
    """Whether it is about the document and not part of it, as how it was made."""


@dataclass(frozen=True)
class Bullets:
    items: tuple[str, ...]


@dataclass(frozen=True)
class Blank:
    """Something to be filled in by hand or on a screen: what is asked for, and lines to write on."""

    label: str
    lines: int = 2


SHADES = ("", "dark", "light", "warm", "grey")


@dataclass(frozen=True)
class Cell:
    """A cell of a table whose ground is shaded, one of SHADES; the text says all that the shade does."""

    text: str
    shade: str


@dataclass(frozen=True)
class Table:
    """Rows below one row of headers. An empty cell is there to be filled in.

    `about` says what the table holds, to those who cannot see it. `shares` are the widths of the columns, in any unit.
    """

    about: str
    header: tuple[str, ...]
    rows: tuple[tuple[str | Cell, ...], ...]
    shares: tuple[int, ...]


def shaded(cell: str | Cell) -> Cell:
    """The cell with its shade, none where it has none of its own."""
    return cell if isinstance(cell, Cell) else Cell(cell, "")


Block = Heading | Paragraph | Bullets | Blank | Table


@dataclass(frozen=True)
class Document:
    """What is read from top to bottom. `footer` stands on every page. `one_page` asks for print small enough for one."""

    title: str
    language: str
    footer: str
    blocks: tuple[Block, ...]
    one_page: bool = False
