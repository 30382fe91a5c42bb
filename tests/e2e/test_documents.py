"""Documents to take away, in a real browser."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from .chat import PHONE, Chat, OpenChat
from .other_site import Site
from .running import Bot

pytestmark = pytest.mark.slow

TOLD = "We have no mentor yet and the money ends in June."
PLAN, ADVERT = "Plan for peer support", "Talking points for a job advert"
OWN_WORDS = "Include my own words in the plan"


@pytest.fixture
def chat(new_chat: OpenChat, bot: Bot) -> Chat:
    """The chat after a situation was told and something to take away was asked for."""
    return new_chat().open(bot.url).ask(TOLD).ask("can I have that as a Word file?")


def saved(chat: Chat, button: str, folder: Path) -> Path:
    """The file that a button saves."""
    with chat.page.expect_download() as waiting:
        chat.button(button).click()
    waiting.value.save_as(folder / waiting.value.suggested_filename)
    return folder / waiting.value.suggested_filename


def opened(chat: Chat, button: str) -> Page:
    """The tab that a button opens, once it shows the document."""
    with chat.page.expect_popup() as waiting:
        chat.button(button).click()
    waiting.value.get_by_role("heading", level=1).wait_for()
    return waiting.value


def paragraphs(file: Path) -> list[str]:
    return [paragraph.text for paragraph in docx.Document(str(file)).paragraphs]


def test_the_plan_is_saved_as_a_word_file_with_the_situation_that_was_told(chat: Chat, tmp_path: Path) -> None:
    file = saved(chat, f"{PLAN}: Word file", tmp_path)
    assert file.name == "waymark-plan.docx"
    assert PLAN in paragraphs(file) and "no mentor has been named yet" in paragraphs(file)
    chat.page.wait_for_timeout(200)
    assert f"{PLAN}: the Word file is in your downloads." in chat.announced


def test_own_words_are_in_it_only_with_the_tick(chat: Chat, tmp_path: Path) -> None:
    without = paragraphs(saved(chat, f"{PLAN}: Word file", tmp_path))
    chat.page.get_by_label(OWN_WORDS).check()
    with_words = paragraphs(saved(chat, f"{PLAN}: Word file", tmp_path))
    assert not any("“We have no mentor" in each for each in without)
    assert any("“We have no mentor" in each for each in with_words)


def test_the_page_to_print_opens_in_a_tab_with_its_style_and_without_barriers(chat: Chat) -> None:
    tab = opened(chat, f"{PLAN}: to print")
    assert tab.title() == PLAN and "no mentor has been named yet" in tab.inner_text("main")
    assert tab.evaluate("getComputedStyle(document.querySelector('table')).borderCollapse") == "collapse"
    assert Axe().run(tab).response["violations"] == []
    assert not [line for line in chat.console if "Content Security Policy" in line]
    assert chat.hosts == {chat.page.url.split("/")[2]}


def test_a_template_that_is_asked_for_in_words_is_handed_out_with_questions_close_to_it(
    new_chat: OpenChat, bot: Bot, tmp_path: Path
) -> None:
    chat = new_chat().open(bot.url).ask("talking points for the advert")
    assert chat.page.get_by_label(OWN_WORDS).count() == 0
    assert ADVERT in paragraphs(saved(chat, f"{ADVERT}: Word file", tmp_path))
    assert chat.choices.first.inner_text().endswith("?")


def test_a_button_hands_out_another_template_and_the_plan_stays_where_it_was(chat: Chat) -> None:
    chat.press(ADVERT)
    expect(chat.button(f"{ADVERT}: Word file")).to_be_visible()
    expect(chat.button(f"{PLAN}: Word file")).to_be_visible()


def test_after_reloading_the_documents_can_still_be_had(chat: Chat, tmp_path: Path) -> None:
    chat.page.reload()
    assert PLAN in paragraphs(saved(chat, f"{PLAN}: Word file", tmp_path))


def test_by_keyboard_alone_a_plan_can_be_had(chat: Chat) -> None:
    chat.page.keyboard.press("Shift+Tab")
    for _ in range(15):
        if chat.focused == f"{PLAN}: Word file":
            break
        chat.page.keyboard.press("Shift+Tab")
    with chat.page.expect_download():
        chat.page.keyboard.press("Enter")
    assert chat.focused == f"{PLAN}: Word file"


@pytest.mark.parametrize("settings", [{}, {"color_scheme": "dark"}, PHONE], ids=["desk", "dark", "phone"])
def test_axe_finds_no_barrier_in_the_chat(new_chat: OpenChat, bot: Bot, settings: dict[str, object]) -> None:
    chat = new_chat(**settings).open(bot.url).ask(TOLD).ask("give me a plan")
    expect(chat.button(f"{PLAN}: Word file")).to_be_visible()
    assert chat.barriers() == []
    assert not chat.scrolls_sideways


def test_where_the_server_forgot_the_situation_the_chat_says_so(chat: Chat) -> None:
    chat.page.route("**/webhooks/rest/document", lambda route: route.fulfill(status=409, json={"error": "Nothing."}))
    chat.button(f"{PLAN}: Word file").click()
    told = chat.page.get_by_text("Waymark knows nothing of your situation any more")
    expect(told.first).to_be_visible()


def test_where_the_server_is_away_the_chat_says_so_and_closes_the_empty_tab(chat: Chat) -> None:
    chat.page.route("**/webhooks/rest/document", lambda route: route.abort())
    with chat.page.expect_popup() as waiting:
        chat.button(f"{PLAN}: to print").click()
    expect(chat.page.get_by_text("The document could not be made just now.").first).to_be_visible()
    chat.page.wait_for_timeout(300)
    assert waiting.value.is_closed()


def test_in_a_page_of_a_named_origin_a_plan_can_be_had_too(
    new_chat: OpenChat, bot: Bot, intranet: Site, tmp_path: Path
) -> None:
    chat = new_chat()
    chat.page.goto(intranet.embed(bot.url))
    chat.button("Ask Waymark").click()
    chat.choices.first.wait_for()
    chat.ask(TOLD).ask("give me a plan")
    assert PLAN in paragraphs(saved(chat, f"{PLAN}: Word file", tmp_path))
    assert opened(chat, f"{PLAN}: to print").title() == PLAN


def test_the_result_of_a_check_can_be_kept_and_compared_with_later(
    new_chat: OpenChat, bot: Bot, tmp_path: Path
) -> None:
    chat = new_chat().open(bot.url).ask("readiness check").press("No").ask("show the result so far")
    chat.ask("print my readiness check")
    kept = saved(chat, "Readiness check: file to compare with later", tmp_path)
    assert kept.name == "waymark-readiness.json"
    chat.answered(lambda: chat.page.get_by_label("Compare with the file of an earlier check:").set_input_files(kept))
    assert chat.lines(chat.last)[0].startswith("I have the earlier check of ")
    other = tmp_path / "other.json"
    other.write_text("nothing", encoding="utf-8")
    chat.answered(lambda: chat.page.get_by_label("Compare with the file of an earlier check:").set_input_files(other))
    assert chat.lines(chat.last)[0].startswith("This file cannot be read.")
    assert chat.barriers() == []
