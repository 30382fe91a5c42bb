"""The result of a readiness check as a picture: one column, a marked cell for each component, by level."""

from __future__ import annotations

from urllib.parse import quote
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from bot.presentation.standings import MARKS, in_counts, level_in_words
from bot.presentation.texts import Texts
from bot.readiness.result import STANDS, Result
from bot.rulebase.model import LEVELS

WIDTH, MARGIN, ROW, CELL = 340, 12, 23, 19
"""Pixels; as narrow as a phone, so that titles stay readable there."""
IN_LEGEND = 3
"""Cells in a row of the legend."""
GROUND, INK, EDGE = "#ffffff", "#1c2b2d", "#6b8182"
COLOURS = {
    "yes": ("#0072b2", "#ffffff"),
    "partly": ("#f0c14b", INK),
    "no": ("#a84300", "#ffffff"),
    "unknown": ("#d9dedd", INK),
    "open": ("#ffffff", INK),
}
"""The cell and its mark, told apart by people with any kind of colour vision; the marks alone say the same."""


def picture(result: Result, texts: Texts) -> str:
    """The picture as a data: URI of an SVG. Its title and description say the same in words."""
    levels = [level for level in LEVELS if result.at(level)]
    drawing = Element("g", {"font-family": "system-ui, sans-serif", "font-size": "14", "fill": INK})
    top = MARGIN
    for level in levels:
        _words(drawing, MARGIN, top, texts.get(f"check.levels.{level}")).set("font-weight", "bold")
        for standing in result.at(level):
            top += ROW
            _cell(drawing, MARGIN, top, standing.stands, texts.say(standing.component.title))
        top += ROW + MARGIN
    for number, stands in enumerate(STANDS):
        left = MARGIN + number % IN_LEGEND * (WIDTH // IN_LEGEND)
        _cell(drawing, left, top + number // IN_LEGEND * ROW, stands, texts.get(f"check.legend.{stands}"))
    height = top + 2 * ROW + MARGIN
    size = {"width": str(WIDTH), "height": str(height), "viewBox": f"0 0 {WIDTH} {height}"}
    svg = Element("svg", {"xmlns": "http://www.w3.org/2000/svg", "role": "img", **size})
    SubElement(svg, "title").text = texts.get("check.picture", counts=in_counts(result, texts))
    SubElement(svg, "desc").text = " ".join(level_in_words(result, level, texts) for level in levels)
    SubElement(svg, "rect", width="100%", height="100%", rx="8", fill=GROUND)
    svg.extend([_cells_to_use(), drawing])
    return "data:image/svg+xml;charset=utf-8," + quote(ElementTree.tostring(svg, encoding="unicode"))


def _cells_to_use() -> Element:
    """One cell for each of STANDS, drawn once and used wherever something stands so."""
    cells = Element("defs")
    for stands, (colour, ink) in COLOURS.items():
        cell = SubElement(cells, "g", id=stands)
        SubElement(cell, "rect", width=str(CELL), height=str(CELL), rx="4", fill=colour, stroke=EDGE)
        look = {"x": str(CELL / 2), "y": str(CELL - 5), "fill": ink, "text-anchor": "middle", "font-weight": "bold"}
        SubElement(cell, "text", look).text = MARKS[stands]
    return cells


def _cell(drawing: Element, left: int, top: int, stands: str, words: str) -> None:
    SubElement(drawing, "use", href=f"#{stands}", x=str(left), y=str(top + (ROW - CELL) // 2))
    _words(drawing, left + CELL + MARGIN, top, words)


def _words(drawing: Element, left: int, top: int, words: str) -> Element:
    text = SubElement(drawing, "text", x=str(left), y=str(top + ROW - 7))
    text.text = words
    return text
