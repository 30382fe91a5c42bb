"""The chat as somebody in front of a browser uses it, and a record of what the browser did meanwhile."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, ConsoleMessage, Dialog, Locator, Page, Request

ANSWERED_WITHIN = 30_000
"""Milliseconds; the machine may be busy."""
NEW_TAB = re.compile(r"\s*\(opens in a new tab\)")
"""Said of a link to those who cannot see it."""
PHONE = {"viewport": {"width": 360, "height": 740}, "is_mobile": True, "has_touch": True, "device_scale_factor": 2}

WATCH_WHAT_IS_ANNOUNCED = """
(() => {
  window.announced = [];
  const watch = () => {
    const live = document.querySelector('waymark-chat')?.shadowRoot?.querySelector('[aria-live]');
    if (!live) return setTimeout(watch, 1);
    announced.push(...[...live.children].map((child) => child.textContent));
    new MutationObserver((changes) => changes.forEach((change) => (
      change.addedNodes.forEach((node) => announced.push(node.textContent))
    ))).observe(live, { childList: true, subtree: true, characterData: true });
  };
  watch();
})()"""
FOCUSED = """
() => {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element?.id === 'box' ? 'the text box' : element?.firstChild?.textContent.trim() ?? element?.localName;
}"""
SCROLLS_SIDEWAYS = """
() => [document.documentElement, document.querySelector('waymark-chat').shadowRoot.querySelector('.log')]
  .some((element) => element.scrollWidth > element.clientWidth)"""


class Chat:
    """One tab with the chat in it."""

    def __init__(self, browser: Browser, **settings: Any) -> None:
        self.context = browser.new_context(**({"viewport": {"width": 1280, "height": 800}} | settings))
        self.hosts: set[str] = set()
        self.console: list[str] = []
        self.dialogs: list[str] = []
        self.context.route("**/*", lambda route: route.continue_())
        self.context.on("request", self._requested)
        self.page: Page = self.context.new_page()
        self.page.set_default_timeout(ANSWERED_WITHIN)
        self.page.on("console", self._printed)
        self.page.on("pageerror", lambda error: self.console.append(f"error: {error}"))
        self.page.on("dialog", self._opened)
        self.page.add_init_script(WATCH_WHAT_IS_ANNOUNCED)

    def _requested(self, request: Request) -> None:
        self.hosts.add(urlsplit(request.url).netloc)

    def _printed(self, message: ConsoleMessage) -> None:
        self.console.append(f"{message.type}: {message.text}")

    def _opened(self, dialog: Dialog) -> None:
        self.dialogs.append(dialog.message)
        dialog.dismiss()

    # parts

    @property
    def box(self) -> Locator:
        return self.page.get_by_role("textbox")

    @property
    def messages(self) -> Locator:
        return self.page.locator(".message")

    @property
    def last(self) -> Locator:
        return self.messages.last

    @property
    def choices(self) -> Locator:
        return self.page.locator(".choices button")

    @property
    def notice(self) -> Locator:
        return self.page.locator(".notice")

    def button(self, name: str) -> Locator:
        return self.page.get_by_role("button", name=name, exact=True)

    # acts

    def open(self, url: str) -> Chat:
        """Opens the chat's own page and waits for the welcome."""
        self.page.goto(url)
        self.choices.first.wait_for()
        return self

    def ask(self, text: str) -> Chat:
        """Types a question, sends it by Enter and waits for the answer."""
        self.box.fill(text)
        return self.answered(lambda: self.box.press("Enter"))

    def press(self, name: str) -> Chat:
        """Presses a button with the mouse and waits for the answer."""
        return self.answered(self.button(name).click)

    def answered(self, act: Callable[[], None]) -> Chat:
        before = self.page.locator(".bot").count()
        act()
        self.page.locator(".bot").nth(before).wait_for()
        self.page.wait_for_timeout(400)  # for smooth scrolling and the announcement
        return self

    def tab_to(self, name: str, within: int = 15) -> None:
        """Presses Tab until something has the focus, at most `within` times."""
        for _ in range(within):
            self.page.keyboard.press("Tab")
            if self.focused == name:
                return
        raise AssertionError(f"{within} times Tab did not lead to {name}, but to {self.focused}")

    # observations

    @property
    def focused(self) -> str:
        return str(self.page.evaluate(FOCUSED))

    @property
    def announced(self) -> list[str]:
        """What a screen reader was told."""
        return list(self.page.evaluate("announced"))

    @property
    def scrolls_sideways(self) -> bool:
        return bool(self.page.evaluate(SCROLLS_SIDEWAYS))

    def lines(self, message: Locator) -> list[str]:
        """The visible lines of a message, without marks of lists."""
        return [NEW_TAB.sub("", str(line)) for line in message.locator("p, li").all_inner_texts()]

    def barriers(self) -> list[str]:
        """What axe-core objects to."""
        found = Axe().run(self.page).response
        assert found["passes"], "axe-core has tested nothing"
        return [f"{each['id']}: {node['html']}" for each in found["violations"] for node in each["nodes"]]

    def shot(self, file: Path) -> None:
        self.page.screenshot(path=file)


OpenChat = Callable[..., Chat]
