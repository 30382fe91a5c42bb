"""The chat in a real browser."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from bot.knowledge import rule_base, texts
from bot.presentation.follow_ups import MOST

from .chat import ANSWERED_WITHIN, PHONE, Chat, OpenChat
from .knowledge import FUNDING, MENTOR, right_answer
from .other_site import Site
from .running import Bot

pytestmark = pytest.mark.slow


@pytest.fixture
def chat(new_chat: OpenChat, bot: Bot) -> Chat:
    """The chat's own page on a desk, before the first question."""
    return new_chat().open(bot.url)


@pytest.fixture(scope="session")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the tests leave screenshots for people to look at."""
    return tmp_path_factory.mktemp("pictures")


def plain_lines(text: str) -> list[str]:
    return [line.removeprefix("• ") for line in text.split("\n")]


class TestWelcome:
    def test_it_says_what_the_bot_is_and_offers_six_questions_and_the_readiness_check(self, chat: Chat) -> None:
        assert chat.lines(chat.last) == texts().get("welcome.text").split("\n")
        questions = texts().at("welcome.questions")
        assert len(questions) == 6
        asked = [texts().say(rule_base().questions[key].asks) for key in questions]
        assert chat.choices.all_inner_texts() == [*asked, texts().get("check.start")]

    def test_nothing_was_asked_yet(self, chat: Chat) -> None:
        assert chat.messages.count() == 1
        assert chat.box.input_value() == ""

    def test_it_is_announced_once(self, chat: Chat) -> None:
        chat.page.wait_for_timeout(500)
        [welcome] = chat.announced
        assert welcome.startswith("Waymark said: I am Waymark, a bot.")
        assert welcome.endswith("Questions to choose from: 7.")


class TestAsking:
    def test_by_keyboard_alone_a_question_gets_the_answer_of_the_rest_channel(self, chat: Chat) -> None:
        chat.tab_to("the text box")
        chat.page.keyboard.type(MENTOR)
        chat.answered(lambda: chat.page.keyboard.press("Enter"))
        assert chat.lines(chat.last) == plain_lines(right_answer("mentor_who"))
        assert chat.focused == "the text box"

    def test_by_keyboard_alone_the_buttons_of_the_answer_can_be_reached_and_pressed(self, chat: Chat) -> None:
        chat.ask(MENTOR)
        chat.page.keyboard.press("Shift+Tab")
        for _ in range(5):
            if chat.focused == "Why?":
                break
            chat.page.keyboard.press("Shift+Tab")
        assert chat.focused == "Why?"
        chat.answered(lambda: chat.page.keyboard.press("Enter"))
        assert chat.lines(chat.last)[0] == "Why I say this:"
        chat.tab_to(chat.choices.first.inner_text(), within=MOST + 1)  # past a link to each finding

    @pytest.mark.parametrize(
        ("button", "beginning"),
        [
            ("Why?", "Why I say this:"),
            ("Sources", "Sources of this answer:"),
            ("Pitfalls", "Pitfalls others met (Mentors):"),
            ("Checklist", "Checklist (Mentors)"),
            ("Related questions", "Questions close to this one:"),
        ],
    )
    def test_each_button_of_an_answer_works(self, chat: Chat, button: str, beginning: str) -> None:
        chat.ask(MENTOR).press(button)
        assert chat.messages.nth(3).inner_text().endswith(button)
        assert chat.lines(chat.last)[0].startswith(beginning)

    def test_an_example_of_the_welcome_asks_its_question(self, chat: Chat) -> None:
        chat.press("Who should mentor the PSW?")
        assert chat.lines(chat.last) == plain_lines(right_answer("mentor_who"))

    def test_a_doi_is_a_link_that_opens_elsewhere_and_tells_nothing(self, chat: Chat) -> None:
        chat.ask(MENTOR).press("Sources")
        link = chat.last.get_by_role("link").first
        assert link.get_attribute("href") == f"https://doi.org/{rule_base().studies['johansen'].doi}"
        assert link.get_attribute("target") == "_blank"
        assert link.get_attribute("rel") == "noopener noreferrer"

    def test_an_answer_is_announced_once_and_whole(self, chat: Chat) -> None:
        chat.page.wait_for_timeout(500)
        before = len(chat.announced)
        chat.ask(MENTOR)
        chat.page.wait_for_timeout(500)
        said = [each for each in chat.announced[before:] if "looking it up" not in each]
        assert said == [f"Waymark said: {right_answer('mentor_who')}\nQuestions to choose from: 5."]

    def test_the_answer_is_read_from_its_top(self, chat: Chat) -> None:
        chat.ask(MENTOR).press("Sources")
        chat.page.wait_for_timeout(600)
        log, answer = chat.page.locator(".log").bounding_box(), chat.last.bounding_box()
        assert log and answer
        assert 0 <= answer["y"] - log["y"] < log["height"] / 2

    def test_markup_is_shown_as_text_and_does_nothing(self, chat: Chat) -> None:
        typed = "<img src=x onerror=alert(1)>"
        chat.ask(typed)
        assert typed in chat.messages.nth(1).inner_text()
        assert chat.page.locator("img").count() == 0
        assert chat.dialogs == []

    def test_after_reloading_the_conversation_is_still_there_and_goes_on(self, chat: Chat) -> None:
        chat.ask(MENTOR)
        chat.page.reload()
        expect(chat.messages).to_have_count(3)
        chat.ask("give me a checklist")
        assert "Mentors" in chat.lines(chat.last)[0]

    def test_start_over_wipes_the_conversation_and_what_the_bot_remembers(self, chat: Chat) -> None:
        chat.ask(MENTOR)
        chat.button("Start over").click()
        expect(chat.messages).to_have_count(1)
        chat.ask("why?")
        assert chat.lines(chat.last) == [texts().get("follow_ups.nothing_yet")]


class TestForEverybody:
    @pytest.mark.parametrize(
        ("name", "settings"),
        [
            ("desktop", {"color_scheme": "light"}),
            ("dark", {"color_scheme": "dark"}),
            ("phone", PHONE),
            ("phone-dark", PHONE | {"color_scheme": "dark"}),
        ],
    )
    def test_axe_finds_no_barrier(
        self, new_chat: OpenChat, bot: Bot, pictures: Path, name: str, settings: dict[str, Any]
    ) -> None:
        """Neither in the welcome nor after an answer."""
        chat = new_chat(**settings).open(bot.url)
        chat.page.wait_for_timeout(300)
        chat.shot(pictures / f"{name}-welcome.png")
        assert chat.barriers() == []
        chat.ask(MENTOR)
        chat.shot(pictures / f"{name}-answer.png")
        assert chat.barriers() == []

    @pytest.mark.parametrize("width", [320, 360])
    def test_a_narrow_window_needs_no_scrolling_sideways(self, new_chat: OpenChat, bot: Bot, width: int) -> None:
        """Also 1280 pixels at a zoom of 400 %."""
        chat = new_chat(viewport={"width": width, "height": 640}).open(bot.url)
        chat.ask("why" * 100).ask(MENTOR).press("Sources")
        assert not chat.scrolls_sideways

    def test_every_button_is_large_enough_for_a_finger(self, new_chat: OpenChat, bot: Bot) -> None:
        chat = new_chat(**PHONE).open(bot.url).ask(MENTOR)
        boxes = [button.bounding_box() for button in chat.page.get_by_role("button").all() if button.is_visible()]
        assert len(boxes) >= 7
        assert all(box and box["width"] >= 44 and box["height"] >= 44 for box in boxes)


class TestDiscretion:
    def test_a_conversation_asks_no_other_host_and_breaks_no_policy(self, chat: Chat, bot: Bot) -> None:
        chat.ask(MENTOR).press("Sources")
        assert chat.hosts == {f"127.0.0.1:{bot.port}"}
        assert chat.console == []

    def test_it_sets_no_cookie(self, chat: Chat) -> None:
        chat.ask(MENTOR)
        assert chat.context.cookies() == []


class TestServerGone:
    def test_it_says_so_keeps_the_question_and_asks_again_once_the_server_is_back(
        self, new_chat: OpenChat, own_bot: Bot, pictures: Path
    ) -> None:
        chat = new_chat()
        chat.page.clock.install()
        chat.open(own_bot.url).ask(FUNDING)
        own_bot.end()

        chat.box.fill(MENTOR)
        chat.box.press("Enter")
        expect(chat.notice).to_contain_text("The Waymark server does not answer. Your question is kept.")
        assert MENTOR in chat.last.inner_text()
        assert chat.focused == "the text box"
        chat.box.fill("typed meanwhile")
        chat.box.press("Enter")
        expect(chat.box).to_have_value("typed meanwhile")
        chat.shot(pictures / "server-gone.png")
        assert chat.barriers() == []

        own_bot.start()
        chat.page.clock.fast_forward(31_000)  # the longest that it waits before it tries again
        expect(chat.notice).to_contain_text("Connected again.", timeout=ANSWERED_WITHIN)
        chat.answered(chat.button("Retry").click)
        assert chat.lines(chat.last) == plain_lines(right_answer("mentor_who"))
        expect(chat.notice).to_be_hidden()
        expect(chat.box).to_have_value("typed meanwhile")


class TestEmbedding:
    def test_one_line_in_a_page_of_a_named_origin_is_enough(
        self, new_chat: OpenChat, bot: Bot, intranet: Site, pictures: Path
    ) -> None:
        chat = new_chat()
        chat.page.goto(intranet.embed(bot.url))
        chat.button("Ask Waymark").click()
        chat.choices.first.wait_for()
        assert chat.focused == "the text box"
        chat.ask(MENTOR)
        assert chat.lines(chat.last) == plain_lines(right_answer("mentor_who"))
        chat.shot(pictures / "embedded.png")
        assert chat.barriers() == []
        assert chat.console == []

    def test_it_closes_by_escape_and_keeps_the_conversation(
        self, new_chat: OpenChat, bot: Bot, intranet: Site, pictures: Path
    ) -> None:
        chat = new_chat(**PHONE)
        chat.page.goto(intranet.embed(bot.url))
        chat.button("Ask Waymark").click()
        chat.choices.first.wait_for()
        chat.ask(MENTOR)
        chat.shot(pictures / "embedded-phone.png")
        chat.page.keyboard.press("Escape")
        assert chat.focused == "Ask Waymark"
        assert not chat.box.is_visible()
        chat.page.keyboard.press("Enter")
        expect(chat.messages).to_have_count(3)

    def test_in_a_page_of_another_origin_it_gets_no_answer(self, new_chat: OpenChat, bot: Bot, pictures: Path) -> None:
        with Site() as stranger:
            chat = new_chat()
            chat.page.goto(stranger.embed(bot.url))
            chat.button("Waymark").click()
            chat.notice.wait_for()
            chat.shot(pictures / "embedded-by-a-stranger.png")
            assert chat.messages.count() == 0
            assert any("CORS" in line for line in chat.console)
            ask = "url => fetch(`${url}webhooks/rest/webhook`, {method: 'POST', body: '{}'}).then(r => r.text())"
            with pytest.raises(Exception, match="Failed to fetch"):
                chat.page.evaluate(ask, bot.url)
