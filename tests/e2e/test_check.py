"""The readiness check in a real browser, from its start to the picture."""

from __future__ import annotations

from itertools import cycle
from pathlib import Path

import pytest
from playwright.sync_api import expect

from bot.knowledge import rule_base, texts
from bot.presentation.check import asked

from .chat import PHONE, Chat, OpenChat
from .running import Bot

pytestmark = pytest.mark.slow

COMPONENTS = [*rule_base().components.values()]
BUTTONS = ("Yes", "Partly", "No", "Don't know", "Skip")


@pytest.fixture
def chat(new_chat: OpenChat, bot: Bot) -> Chat:
    """The chat's own page on a phone, with the check begun."""
    return new_chat(**PHONE).open(bot.url).press("Readiness check")


def asks(chat: Chat, number: int) -> bool:
    """Whether the last message asks the question of this number."""
    return asked(COMPONENTS[number - 1], rule_base(), texts()) in chat.lines(chat.last)


def test_it_leads_by_buttons_through_all_questions_to_a_result_with_a_picture(chat: Chat, tmp_path: Path) -> None:
    for number, answer in zip(range(1, len(COMPONENTS) + 1), cycle(BUTTONS), strict=False):
        assert asks(chat, number)
        chat.press(answer)
    assert chat.lines(chat.last)[0].startswith("Where you stand, by your answers: seven in place, seven partly, seven")
    image = chat.last.get_by_role("img")
    assert image.get_attribute("alt") == (
        "Readiness check: seven in place, seven partly, seven missing, six not known, six still open"
    )
    assert image.evaluate("image => image.complete && image.naturalWidth") > 0
    assert len(chat.choices.all_inner_texts()) == 5
    assert not chat.scrolls_sideways
    assert chat.barriers() == []
    assert [line for line in chat.console if "error" in line or "Content Security Policy" in line] == []
    image.scroll_into_view_if_needed()
    chat.shot(tmp_path / "readiness-result.png")

    chat.page.reload()
    expect(chat.page.get_by_role("img")).to_be_visible()
    chat.press("Team: all answers")
    assert chat.lines(chat.last)[0] == "Team, all answers:"


def test_it_can_be_answered_in_words_interrupted_and_stopped(chat: Chat, tmp_path: Path) -> None:
    chat.ask("partly")
    assert asks(chat, 2)
    chat.ask("Who should mentor our new peer worker?")
    assert asks(chat, 2)
    chat.press("Back to the check").ask("no, nobody has told the night shift")
    assert asks(chat, 3)
    chat.ask("thank you!")
    assert chat.lines(chat.last)[-1] == texts().get("check.waits_too")
    chat.press("Back to the check")
    assert asks(chat, 3)
    chat.ask("go back")
    assert asks(chat, 2)
    assert chat.lines(chat.last)[-1] == "Your answer so far: no."
    chat.shot(tmp_path / "readiness-question.png")
    chat.ask("not sure").ask("show the result so far")
    assert chat.lines(chat.last)[0].endswith(": one partly, one not known, thirty-one still open.")
    chat.press("Go on with the check")
    assert asks(chat, 3)


def test_the_picture_is_shown_in_the_dark_and_on_a_desk_too(new_chat: OpenChat, bot: Bot, tmp_path: Path) -> None:
    chat = new_chat(color_scheme="dark").open(bot.url).press("Readiness check").press("Partly")
    chat.ask("show the result so far")
    box = chat.last.get_by_role("img").bounding_box()
    assert box is not None and box["width"] == 340
    chat.last.get_by_role("img").scroll_into_view_if_needed()
    chat.shot(tmp_path / "readiness-dark.png")
    assert chat.barriers() == []
