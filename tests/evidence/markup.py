"""What is in a page, read from its HTML."""

from __future__ import annotations

from html.parser import HTMLParser

VOID = {"br", "hr", "img", "input", "link", "meta"}
Attributes = list[tuple[str, str | None]]


class Page(HTMLParser):
    """Elements, links and text of a page. Elements that are closed wrongly or not at all are an error."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.links: list[tuple[str, str, str]] = []
        """Address, text and name for a screen reader."""
        self.pieces: list[str] = []
        self.title = ""
        self._open: list[str] = []
        self._link: tuple[str, int, str | None] | None = None
        self.feed(html)
        self.close()
        assert self._open == [], self._open

    def handle_starttag(self, tag: str, attributes: Attributes) -> None:
        found = {name: value or "" for name, value in attributes}
        self.elements.append((tag, found))
        if tag not in VOID:
            self._open.append(tag)
        if tag == "a":
            self._link = (found["href"], len(self.pieces), found.get("aria-label"))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag
        if tag == "a" and self._link:
            address, start, label = self._link
            text = squeezed(" ".join(self.pieces[start:]))
            self.links.append((address, text, label or text))

    def handle_data(self, data: str) -> None:
        self.pieces.append(data)
        if self._open and self._open[-1] == "title":
            self.title = data

    @property
    def text(self) -> str:
        return squeezed(" ".join(self.pieces))

    @property
    def ids(self) -> list[str]:
        return [found["id"] for _, found in self.elements if "id" in found]

    def of(self, tag: str) -> list[dict[str, str]]:
        return [found for name, found in self.elements if name == tag]

    def to(self, start: str) -> list[str]:
        """Addresses of links that begin so."""
        return [address for address, _, _ in self.links if address.startswith(start)]


def squeezed(text: str) -> str:
    return " ".join(text.split())
