"""Pages to print."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from dataclasses import replace

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, sync_playwright
from playwright.sync_api import Page as Tab

from bot.documents.as_html import as_html, style_source
from bot.documents.document import Document
from bot.paths import PROJECT

from ..evidence.markup import Page
from .made import text_of
from .test_as_docx import REAL, SMALL

EACH = pytest.mark.parametrize("document", [SMALL, *REAL], ids=lambda document: document.title)


def page(document: Document) -> Page:
    return Page(as_html(document).decode())


@EACH
def test_everything_of_a_document_can_be_read_on_its_page(document: Document) -> None:
    found = page(document)
    assert found.title == document.title
    text = found.text.replace(" .", ".").replace(" )", ")").replace("( ", "(")
    for line in text_of(document).split("\n"):
        assert " ".join(line.split()).replace(" )", ")") in text


@EACH
def test_the_page_names_its_language_and_has_one_title_and_a_footer(document: Document) -> None:
    found = page(document)
    assert found.of("html") == [{"lang": document.language}]
    assert len(found.of("h1")) == len(found.of("main")) == len(found.of("footer")) == 1
    assert document.footer in found.text


def test_a_table_has_headers_of_columns_and_says_what_it_holds() -> None:
    found = page(SMALL)
    assert found.of("th") == [{"scope": "col"}] * 2
    assert len(found.of("caption")) == 1 and "What to do" in found.text


def test_a_shaded_cell_says_in_words_what_its_shade_does() -> None:
    assert [cell for cell in page(SMALL).of("td") if cell] == [{"class": "dark"}]
    assert "✓ done" in page(SMALL).text


def test_an_address_is_a_link() -> None:
    assert [address for address, _, _ in page(SMALL).links] == ["https://doi.org/10.1000/x"]


def test_whatever_was_typed_is_text() -> None:
    typed = "<img src=x onerror=alert(1)> {{ 7 * 7 }}"
    assert typed in page(Document(typed, "en", typed, ())).text
    assert page(Document(typed, "en", typed, ())).of("img") == []


@EACH
def test_it_needs_no_script_and_nothing_from_elsewhere(document: Document) -> None:
    found = page(document)
    assert found.of("script") == [] and found.of("link") == [] and found.of("img") == []
    assert all("style" not in attributes for _, attributes in found.elements)
    assert "url(" not in as_html(document).decode()


@pytest.mark.slow
@pytest.mark.parametrize(("source", "applied"), [(style_source(), True), ("'sha256-AAAA'", False)])
def test_a_browser_applies_the_style_under_the_policy_that_names_it_only(source: str, applied: bool, tab: Tab) -> None:
    policy = f'<meta http-equiv="Content-Security-Policy" content="style-src {source}">'
    tab.set_content(as_html(SMALL).decode().replace("<head>", f"<head>{policy}"))
    borders = tab.evaluate("getComputedStyle(document.querySelector('table')).borderCollapse")
    assert (borders == "collapse") == applied


@pytest.mark.slow
@EACH
def test_axe_finds_no_barrier_and_nothing_scrolls_sideways_on_a_phone(document: Document, tab: Tab) -> None:
    tab.set_viewport_size({"width": 360, "height": 740})
    tab.set_content(as_html(document).decode())
    found = Axe().run(tab).response
    assert found["passes"]
    assert [f"{each['id']}: {node['html']}" for each in found["violations"] for node in each["nodes"]] == []
    assert not tab.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")


@pytest.mark.slow
@pytest.mark.parametrize("document", [each for each in REAL if each.one_page], ids=lambda document: document.title)
def test_what_is_to_fit_on_one_page_does_when_printed(document: Document, tab: Tab) -> None:
    pages = []
    for one_page in (True, False):
        tab.set_content(as_html(replace(document, one_page=one_page)).decode())
        printed = tab.pdf(prefer_css_page_size=True)
        pages.append(len(re.findall(rb"/Type /Page\b", printed)))
    assert pages[0] == 1 < pages[1]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    found = subprocess.run([PROJECT / "scripts" / "chromium"], capture_output=True, text=True, check=False)
    assert found.returncode == 0, found.stderr
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found.stdout.strip(), args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def tab(browser: Browser) -> Iterator[Tab]:
    """A tab of its own for each test, since the policy of one page stays with the next in the same tab."""
    tab = browser.new_page()
    yield tab
    tab.close()
