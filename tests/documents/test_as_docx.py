"""Word files, opened again."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from itertools import pairwise
from xml.etree import ElementTree

import docx
import pytest
from docx.document import Document as WordFile
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn

from bot.documents.as_docx import as_docx
from bot.documents.document import Blank, Bullets, Cell, Document, Heading, Paragraph, Table
from bot.documents.plan import plan
from bot.documents.readiness import readiness, staff_questions
from bot.documents.template import template_sheet

from .made import CHECKED, FRAME, MEMORY, text_of

SMALL = Document(
    title="A title",
    language="da",
    footer="made by us",
    blocks=(
        Paragraph("About it", note=True),
        Heading("First"),
        Bullets(("one", "two (https://doi.org/10.1000/x).")),
        Heading("Deeper", level=3),
        Blank("Who does it", lines=3),
        Table("What to do", ("What", "Who"), (("Ask <her> & him", Cell("✓ done", "dark")), ("", "")), shares=(3, 1)),
    ),
)
REAL = [
    plan(MEMORY, None, None, FRAME, own_words=True),
    readiness(CHECKED, FRAME),
    staff_questions(FRAME),
    *(template_sheet(template, FRAME) for template in FRAME.base.templates.values()),
]


def opened(document: Document) -> WordFile:
    return docx.Document(io.BytesIO(as_docx(document)))


@pytest.fixture(scope="module")
def file() -> WordFile:
    return opened(SMALL)


def test_the_title_and_the_headings_are_real_ones_in_order(file: WordFile) -> None:
    found = [(p.style.name, p.text) for p in file.paragraphs if p.style and p.style.name.startswith("Heading")]
    assert found == [("Heading 1", "A title"), ("Heading 2", "First"), ("Heading 3", "Deeper")]


def test_lists_are_real_ones(file: WordFile) -> None:
    listed = [p.text for p in file.paragraphs if p.style and p.style.name == "List Bullet"]
    assert listed == ["one", "two (https://doi.org/10.1000/x)."]


def test_the_file_says_its_title_and_who_made_it_and_is_in_its_language(file: WordFile) -> None:
    properties = file.core_properties
    assert (properties.title, properties.author, properties.language) == ("A title", "Waymark", "da")
    languages = {each.get(qn("w:val")) for each in file.styles.element.iter(qn("w:lang"))}
    assert languages == {"da"}


def test_a_table_has_a_header_row_that_is_repeated_and_a_description(file: WordFile) -> None:
    [table] = file.tables
    assert [cell.text for cell in table.rows[0].cells] == ["What", "Who"]
    repeated = [row._tr.trPr is not None and row._tr.trPr.find(qn("w:tblHeader")) is not None for row in table.rows]
    assert repeated == [True, False, False]
    assert table._tbl.tblPr.find(qn("w:tblDescription")).get(qn("w:val")) == "What to do"


def test_no_row_breaks_across_pages_and_empty_ones_leave_room(file: WordFile) -> None:
    rows = file.tables[0].rows
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in rows)
    assert [row.height is not None for row in rows] == [False, False, True]


def test_a_shaded_cell_says_in_words_what_its_shade_does(file: WordFile) -> None:
    cells = [cell for row in file.tables[0].rows[1:] for cell in row.cells]
    shades = [cell._tc.tcPr.find(qn("w:shd")) for cell in cells]
    assert [
        (cell.text, shade.get(qn("w:fill"))) for cell, shade in zip(cells, shades, strict=True) if shade is not None
    ] == [("✓ done", "A5D0CD")]


def test_columns_are_as_wide_as_their_shares(file: WordFile) -> None:
    first, second = (column.width for column in file.tables[0].columns)
    assert first and second and abs(first.mm - 3 * second.mm) < 0.1


def test_an_address_is_a_link_without_the_punctuation_around_it(file: WordFile) -> None:
    links = [each.target_ref for each in file.part.rels.values() if each.reltype == RELATIONSHIP_TYPE.HYPERLINK]
    assert links == ["https://doi.org/10.1000/x"]


def test_a_blank_has_its_label_and_lines_to_write_on(file: WordFile) -> None:
    texts = [p.text for p in file.paragraphs]
    start = texts.index("Who does it")
    lines = file.paragraphs[start + 1 : start + 4]
    assert [line.text for line in lines] == ["", "", ""]
    assert all(line._p.pPr.find(qn("w:pBdr")) is not None for line in lines)
    assert file.paragraphs[start + 4]._p.pPr is None


def test_the_footer_stands_on_every_page_of_a4(file: WordFile) -> None:
    [section] = file.sections
    assert section.footer.paragraphs[0].text == "made by us"
    assert section.page_width and section.page_height
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)


@pytest.mark.parametrize("document", REAL, ids=lambda document: document.title)
def test_everything_of_a_real_document_can_be_read_in_it(document: Document) -> None:
    file = opened(document)
    cells = [cell.text for table in file.tables for row in table.rows for cell in row.cells]
    read = {*(paragraph.text for paragraph in file.paragraphs), *cells}
    assert set(text_of(document).split("\n")) <= read | {""}


@pytest.mark.parametrize("document", REAL, ids=lambda document: document.title)
def test_no_heading_skips_a_level(document: Document) -> None:
    levels = [int(p.style.name[-1]) for p in opened(document).paragraphs if p.style and "Heading" in p.style.name]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))


def test_every_part_of_the_file_is_well_formed() -> None:
    with zipfile.ZipFile(io.BytesIO(as_docx(SMALL))) as parts:
        for name in parts.namelist():
            if name.endswith((".xml", ".rels")):
                ElementTree.fromstring(parts.read(name))


def test_what_is_to_fit_on_one_page_is_in_small_print_close_together() -> None:
    plain, dense = (docx.Document(io.BytesIO(as_docx(replace(SMALL, one_page=each)))) for each in (False, True))
    sizes = [file.styles["Normal"].font.size for file in (plain, dense)]
    margins = [file.sections[0].left_margin for file in (plain, dense)]
    assert sizes[1] < sizes[0] and margins[1] < margins[0]
    assert dense.styles["List Bullet"].paragraph_format.line_spacing == 1.0
