"""A document as a Word file that can be written in: real headings, tables with headers, language and title set."""

from __future__ import annotations

import io
import re

import docx
from docx.document import Document as WordFile
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm, Pt, RGBColor
from docx.table import _Cell
from docx.text.paragraph import Paragraph as WordParagraph

from bot.documents.document import Blank, Block, Bullets, Document, Heading, Paragraph, Table, shaded

AUTHOR = "Waymark"
ADDRESS = re.compile(r"(https?://[^\s<>\"']*[^\s<>\"'.,;:!?)])")
TEXT, QUIET, ACCENT = RGBColor(0x1C, 0x2B, 0x2D), RGBColor(0x4D, 0x5F, 0x60), RGBColor(0x0D, 0x59, 0x61)
TINT = "E3EFED"
SHADES = {"dark": "A5D0CD", "light": "E3EFED", "warm": "FBE3C0", "grey": "E4E6E6"}
PAGE_WIDTH, PAGE_HEIGHT, MARGIN = 210, 297, 20
"""A4, in millimetres."""
SIZES = {1: Pt(20), 2: Pt(14), 3: Pt(12)}
SMALL = Pt(9)
DENSE, DENSE_MARGIN, DENSE_SIZES = Pt(9), 14, {1: Pt(15), 2: Pt(11), 3: Pt(9.5)}
"""What makes a document fit on one page."""
LINE_HEIGHT, EMPTY_ROW = Pt(24), Pt(28)


def as_docx(document: Document) -> bytes:
    """The whole file."""
    file = docx.Document()
    _prepare(file, document)
    file.add_heading(document.title, level=1)
    for block in document.blocks:
        _add(file, block)
    footer = file.sections[0].footer.paragraphs[0].add_run(document.footer)
    footer.font.size, footer.font.color.rgb = SMALL, QUIET
    written = io.BytesIO()
    file.save(written)
    return written.getvalue()


def _prepare(file: WordFile, document: Document) -> None:
    """The page, the styles and what the file says of itself."""
    section = file.sections[0]
    section.page_width, section.page_height = Mm(PAGE_WIDTH), Mm(PAGE_HEIGHT)
    margin = Mm(DENSE_MARGIN if document.one_page else MARGIN)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = margin
    properties = file.core_properties
    properties.title, properties.author, properties.language = document.title, AUTHOR, document.language
    properties.comments = ""
    for language in file.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), document.language)
    file.styles["Normal"].font.name, file.styles["Normal"].font.size = (
        "Calibri",
        DENSE if document.one_page else Pt(10.5),
    )
    for level, size in (DENSE_SIZES if document.one_page else SIZES).items():
        style = file.styles[f"Heading {level}"]
        style.paragraph_format.space_before = Pt(12) if level < 3 else Pt(6)
        font = style.font
        font.name, font.size, font.color.rgb = "Calibri", size, TEXT if level == 3 else ACCENT
        fonts = style.element.rPr.rFonts
        for theme in [name for name in fonts.attrib if name.endswith("Theme")]:
            del fonts.attrib[theme]  # else the theme's font wins over the one named here
    if document.one_page:
        _close_up(file)


def _close_up(file: WordFile) -> None:
    """Takes the room between paragraphs and below the page's foot."""
    for name in ("Normal", "List Bullet", *(f"Heading {level}" for level in SIZES)):
        style = file.styles[name].paragraph_format
        style.space_before, style.space_after, style.line_spacing = Pt(3 if "Heading" in name else 0), Pt(1), 1.0
    file.sections[0].footer_distance = file.sections[0].header_distance = Mm(DENSE_MARGIN // 2)


def _add(file: WordFile, block: Block) -> None:
    match block:
        case Heading():
            file.add_heading(block.text, level=block.level)
        case Paragraph():
            _write(file.add_paragraph(), block.text, quiet=block.note)
        case Bullets():
            for item in block.items:
                _write(file.add_paragraph(style="List Bullet"), item)
        case Blank():
            _add_blank(file, block)
        case Table():
            _add_table(file, block)


def _write(paragraph: WordParagraph, text: str, *, quiet: bool = False) -> None:
    """The text with its addresses as links."""
    for part in filter(None, ADDRESS.split(text)):
        run = paragraph.add_run(part)
        if quiet:
            run.font.size, run.font.color.rgb = SMALL, QUIET
        if ADDRESS.fullmatch(part):
            run.font.underline, run.font.color.rgb = True, ACCENT
            link = _element("w:hyperlink")
            link.set(qn("r:id"), paragraph.part.relate_to(part, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
            run._r.addprevious(link)
            link.append(run._r)


def _add_blank(file: WordFile, blank: Blank) -> None:
    label = file.add_paragraph()
    label.add_run(blank.label).bold = True
    label.paragraph_format.space_after = Pt(0)
    label.paragraph_format.keep_with_next = True
    for _ in range(blank.lines):
        line = file.add_paragraph()
        line.paragraph_format.space_after = Pt(0)
        line.paragraph_format.line_spacing = LINE_HEIGHT
        border = _element("w:bottom", val="single", sz="4", space="1", color="6B8182")
        between = _element("w:between", val="single", sz="4", space="1", color="6B8182")
        borders = _element("w:pBdr")
        borders.extend([border, between])  # lines that follow each other count as one box, with this between them
        line._p.get_or_add_pPr().insert_element_before(borders, "w:shd", "w:spacing", "w:ind", "w:jc", "w:rPr")
    file.add_paragraph()


def _add_table(file: WordFile, table: Table) -> None:
    written = file.add_table(rows=1 + len(table.rows), cols=len(table.header), style="Table Grid")
    written.autofit = False
    written._tbl.tblPr.append(_element("w:tblDescription", val=table.about))  # what a screen reader says of it
    for column, share in zip(written.columns, table.shares, strict=True):
        column.width = Mm((PAGE_WIDTH - 2 * MARGIN) * share / sum(table.shares))
    for row, texts in zip(written.rows, (table.header, *table.rows), strict=True):
        row._tr.get_or_add_trPr().append(_element("w:cantSplit"))
        if not any(texts):
            row.height = EMPTY_ROW
        for cell, column, told in zip(row.cells, written.columns, map(shaded, texts), strict=True):
            cell.width = column.width
            _write(cell.paragraphs[0], told.text)
            if told.shade:
                _shade(cell, SHADES[told.shade])
    header = written.rows[0]
    header._tr.get_or_add_trPr().append(_element("w:tblHeader"))
    for cell in header.cells:
        _shade(cell, TINT)
        for run in cell.paragraphs[0].runs:
            run.bold = True
    file.add_paragraph()


def _shade(cell: _Cell, fill: str) -> None:
    cell._tc.get_or_add_tcPr().append(_element("w:shd", val="clear", color="auto", fill=fill))


def _element(name: str, **attributes: str) -> BaseOxmlElement:
    element = OxmlElement(name)
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), value)
    return element
