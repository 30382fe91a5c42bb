"""The result of a readiness check as a picture."""

from __future__ import annotations

import math
from itertools import combinations
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest

from bot.presentation.check_picture import COLOURS, WIDTH, picture
from bot.presentation.standings import MARKS, in_counts, level_in_words
from bot.readiness.check import ANSWERS, Check
from bot.readiness.result import STANDS, Result, result
from bot.rulebase.model import LEVELS

from .small import english, real

SVG = "{http://www.w3.org/2000/svg}"
COMPONENTS = real().components


SEEN = {
    "trichromat": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanope": ((0.152, 1.053, -0.205), (0.115, 0.786, 0.099), (-0.004, -0.048, 1.052)),
    "deuteranope": ((0.367, 0.861, -0.228), (0.280, 0.673, 0.047), (-0.012, 0.043, 0.969)),
    "tritanope": ((1.256, -0.077, -0.179), (-0.078, 0.931, 0.148), (0.005, 0.691, 0.304)),
}
"""How linear red, green and blue are seen, after Machado, Oliveira and Fernandes, 2009."""


def of_all() -> Result:
    answers = {key: ANSWERS[number % len(ANSWERS)] for number, key in enumerate(COMPONENTS)}
    told = {each.fact: answers[key] for key, each in COMPONENTS.items() if each.fact and answers[key] in ("yes", "no")}
    return result(Check(answers), told, real())


def drawn(found: Result) -> ElementTree.Element:
    start, _, svg = picture(found, english()).partition(",")
    assert start == "data:image/svg+xml;charset=utf-8"
    return ElementTree.fromstring(unquote(svg))


def linear(colour: str) -> list[float]:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    return [each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in parts]


def seen_as(colour: str, matrix: tuple[tuple[float, ...], ...]) -> list[float]:
    return [sum(weight * part for weight, part in zip(row, linear(colour), strict=True)) for row in matrix]


def brightness(colour: str) -> float:
    """Relative luminance as WCAG defines it."""
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((brightness(one), brightness(other)))
    return (light + 0.05) / (dark + 0.05)


def test_each_component_has_a_cell_that_shows_how_it_stands_and_its_title_beside_it() -> None:
    found = of_all()
    [drawing] = drawn(found).findall(f"{SVG}g")
    cells = [each.get("href") for each in drawing.iter(f"{SVG}use")]
    words = [each.text for each in drawing.iter(f"{SVG}text")]
    by_level = [each for level in LEVELS for each in found.at(level)]
    assert cells == [f"#{stands}" for stands in (*(each.stands for each in by_level), *STANDS)]
    titles = [english().say(each.component.title) for each in by_level]
    assert [each for each in words if each in titles] == titles


def test_each_cell_holds_its_mark() -> None:
    cells = {each.get("id"): each.findtext(f"{SVG}text") for each in drawn(of_all()).findall(f"{SVG}defs/{SVG}g")}
    assert cells == MARKS


def test_title_and_description_say_the_same_in_words() -> None:
    found = of_all()
    svg = drawn(found)
    assert svg.findtext(f"{SVG}title") == f"Readiness check: {in_counts(found, english())}"
    assert svg.findtext(f"{SVG}desc") == " ".join(level_in_words(found, level, english()) for level in LEVELS)


@pytest.mark.parametrize("stands", STANDS)
def test_each_mark_can_be_read_on_its_cell(stands: str) -> None:
    assert contrast(*COLOURS[stands]) >= 4.5


@pytest.mark.parametrize("kind", SEEN)
def test_cells_can_be_told_apart_with_any_kind_of_colour_vision(kind: str) -> None:
    seen = {stands: seen_as(cell, SEEN[kind]) for stands, (cell, _) in COLOURS.items()}
    for one, other in combinations(seen, 2):
        assert math.dist(seen[one], seen[other]) > 0.15, (one, other)


def test_nothing_is_drawn_outside_the_picture() -> None:
    svg = drawn(of_all())
    for each in svg.iter():
        if each.tag in (f"{SVG}use", f"{SVG}text"):
            assert 0 <= float(each.get("x", 0)) < WIDTH
            assert 0 <= float(each.get("y", 0)) < float(svg.get("height", 0))


def test_it_holds_no_script_and_names_nothing_outside() -> None:
    svg = drawn(of_all())
    assert {each.tag.removeprefix(SVG) for each in svg.iter()} == {
        "svg",
        "title",
        "desc",
        "rect",
        "defs",
        "g",
        "text",
        "use",
    }
    assert all(each.get("href", "#").startswith("#") for each in svg.iter())


def test_it_is_small_enough_to_travel_with_a_message() -> None:
    assert len(picture(of_all(), english())) < 12_000
