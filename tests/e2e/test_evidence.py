"""The evidence in a real browser."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from .chat import PHONE, OpenChat
from .running import Bot

pytestmark = pytest.mark.slow

PAGES = {
    "overview": "evidence/",
    "topic": "evidence/topic/mentor",
    "question": "evidence/question/mentor_who",
    "finding": "evidence/finding/johansen_mentor_with_standing",
    "study": "evidence/study/lerbaek",
    "coverage": "evidence/coverage",
    "results": "evidence/?q=mentor",
    "missing": "evidence/nothing",
}
SMALLEST_TARGET = 24
"""CSS pixels that WCAG 2.2 asks for."""
SCROLLS_SIDEWAYS = "() => document.documentElement.scrollWidth > document.documentElement.clientWidth"


@pytest.fixture
def page(new_chat: OpenChat, bot: Bot) -> Page:
    """The overview on a desk."""
    page = new_chat().page
    page.goto(bot.url + PAGES["overview"])
    return page


@pytest.mark.parametrize(
    ("name", "settings"),
    [
        ("desktop", {"color_scheme": "light"}),
        ("dark", {"color_scheme": "dark"}),
        ("phone", PHONE),
        ("phone-dark", PHONE | {"color_scheme": "dark"}),
    ],
)
def test_axe_finds_no_barrier_on_any_kind_of_page(
    new_chat: OpenChat, bot: Bot, tmp_path: Path, name: str, settings: dict[str, Any]
) -> None:
    tab = new_chat(**settings)
    for kind, address in PAGES.items():
        tab.page.goto(bot.url + address)
        tab.shot(tmp_path / f"{kind}-{name}.png")
        assert tab.barriers() == [], kind


@pytest.mark.parametrize("kind", PAGES)
def test_a_narrow_window_needs_no_scrolling_sideways(new_chat: OpenChat, bot: Bot, kind: str) -> None:
    """Also 1280 pixels at a zoom of 400 %."""
    page = new_chat(viewport={"width": 320, "height": 640}).page
    page.goto(bot.url + PAGES[kind] + ("mentor" * 30 if kind == "results" else ""))
    assert not page.evaluate(SCROLLS_SIDEWAYS)


def test_every_mark_after_a_statement_is_large_enough_to_hit(new_chat: OpenChat, bot: Bot) -> None:
    page = new_chat(**PHONE).page
    page.goto(bot.url + PAGES["topic"])
    boxes = [mark.bounding_box() for mark in page.locator(".mark a").all()]
    assert len(boxes) > 10
    assert all(box and box["width"] >= SMALLEST_TARGET and box["height"] >= SMALLEST_TARGET for box in boxes)


def test_from_the_overview_to_the_study_behind_an_answer_without_a_script(new_chat: OpenChat, bot: Bot) -> None:
    page = new_chat(java_script_enabled=False).page
    page.goto(bot.url + PAGES["overview"])
    page.get_by_role("link", name="Mentors", exact=True).click()
    page.get_by_role("link", name="Who should mentor the PSW?", exact=True).click()
    page.get_by_role("main").get_by_role("link", name="Finding 1: ").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Finding: Johansen 2024")
    page.get_by_role("link", name="Johansen 2024", exact=True).click()
    expect(page.get_by_text("What it cannot tell")).to_be_visible()


def test_searching_works_by_keyboard_alone_and_without_a_script(new_chat: OpenChat, bot: Bot) -> None:
    page = new_chat(java_script_enabled=False).page
    page.goto(bot.url + PAGES["study"])
    box = page.get_by_role("searchbox", name="Search the evidence")
    for _ in range(10):
        page.keyboard.press("Tab")
        if box.and_(page.locator(":focus")).count():
            break
    page.keyboard.type("who should mentor")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Search results for “who should mentor”")
    expect(page.get_by_role("link", name="Who should mentor the PSW?")).to_be_visible()
    expect(box).to_have_value("who should mentor")


def test_the_first_key_skips_to_the_content(page: Page) -> None:
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("main")).to_be_focused()


def test_a_hostile_query_is_only_text(new_chat: OpenChat, bot: Bot) -> None:
    tab = new_chat()
    tab.page.goto(bot.url + PAGES["overview"])
    query = '"><img src=x onerror=alert(1)><script>alert(2)</script>'
    tab.page.get_by_role("searchbox").fill(query)
    tab.page.get_by_role("button", name="Search").click()
    expect(tab.page.get_by_role("heading", level=1)).to_have_text(f"Search results for “{query}”")
    assert tab.page.locator("img").count() == 0
    assert tab.dialogs == []


def test_no_other_host_is_asked_no_policy_broken_and_no_cookie_set(new_chat: OpenChat, bot: Bot) -> None:
    tab = new_chat()
    for kind in PAGES.keys() - {"missing"}:
        tab.page.goto(bot.url + PAGES[kind])
    assert tab.hosts == {f"127.0.0.1:{bot.port}"}
    assert tab.console == []
    assert tab.context.cookies() == []


def test_on_paper_there_is_no_menu_and_every_finding_keeps_its_number(new_chat: OpenChat, bot: Bot) -> None:
    page = new_chat(color_scheme="dark").page
    page.goto(bot.url + PAGES["question"])
    page.emulate_media(media="print")
    expect(page.get_by_role("searchbox")).to_be_hidden()
    expect(page.get_by_role("link", name="Coverage")).to_be_hidden()
    expect(page.locator(".mark").first).to_be_visible()
    expect(page.locator("body")).to_have_css("background-color", "rgb(255, 255, 255)")
    assert page.pdf().startswith(b"%PDF")


def test_the_chat_is_one_click_away(page: Page, bot: Bot) -> None:
    page.get_by_role("link", name="Ask in the chat").click()
    expect(page).to_have_url(bot.url)
