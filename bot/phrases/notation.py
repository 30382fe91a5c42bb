"""Reads the notation of phrases, which is explained at the head of `rules/danger.yml`."""

from __future__ import annotations

import re
from collections.abc import Mapping

from bot.phrases.message import words_of
from bot.phrases.phrase import Gap, Maybe, Part, Row, Word, one_of

GAP = 3
LONGEST_GAP = 12
FAR = 30

_SYMBOL = re.compile(r"//|<[^<>]*>|\*\d*(?![^\s()\[\]|])|[()\[\]|]|[^\s()\[\]|<>]+|\S")
_CLOSES = {"(": ")", "[": "]"}


class PhraseError(ValueError):
    """A phrase that cannot be read: what is wrong, and the remedy."""

    def __init__(self, what: str, remedy: str) -> None:
        super().__init__(f"{what}. {remedy}.")
        self.what = what
        self.remedy = remedy


def read_phrase(text: str, lists: Mapping[str, Part]) -> Part:
    """Reads a phrase; `lists` are the word lists it may name as `<name>`.

    Raises:
        PhraseError: when the phrase cannot be read, or would match anything.
    """
    reader = _Reader(text, lists)
    phrase = reader.row(joined=True)
    if reader.left:
        raise PhraseError(f"“{reader.left[0]}” in “{text}” closes nothing", "Delete it, or open the bracket before it")
    if not phrase.shortest():
        raise PhraseError(f"the phrase “{text}” would match anything", "Write at least one word that must be there")
    return phrase


class _Reader:
    def __init__(self, text: str, lists: Mapping[str, Part]) -> None:
        self.text = text
        self.left = _SYMBOL.findall(text)
        self._lists = lists

    def row(self, joined: bool) -> Part:
        """Parts up to a closing bracket. When `joined`, a bar joins its two neighbours; otherwise it ends the row."""
        parts: list[Part] = []
        while self.left and self.left[0] not in ")]" and (joined or self.left[0] != "|"):
            part = self._part()
            choice = [part]
            while joined and self.left[:1] == ["|"]:
                self.left.pop(0)
                choice.append(self._part())
            if len(choice) > 1 and not all(each.shortest() for each in choice):
                raise PhraseError(f"“|” in “{self.text}” has a gap at its side", "Write a word on both sides of it")
            parts.append(one_of(choice) if len(choice) > 1 else part)
        if not parts:
            raise PhraseError(f"a word is missing in “{self.text}”", "Write words on both sides of “|” and in brackets")
        return parts[0] if len(parts) == 1 else Row(tuple(parts))

    def _part(self) -> Part:
        symbol = self.left.pop(0) if self.left else ""
        if symbol in _CLOSES:
            return self._bracket(symbol)
        if symbol == "//":
            return Gap(FAR, far=True)
        if symbol.startswith("*"):
            return self._gap(symbol)
        if symbol.startswith("<") and symbol.endswith(">"):
            return self._list(symbol[1:-1])
        return self._words(symbol)

    def _bracket(self, opening: str) -> Part:
        rows = [self.row(joined=False)]
        while self.left[:1] == ["|"]:
            self.left.pop(0)
            rows.append(self.row(joined=False))
        if self.left[:1] != [_CLOSES[opening]]:
            raise PhraseError(f"“{opening}” in “{self.text}” is not closed", f"Write “{_CLOSES[opening]}” behind it")
        self.left.pop(0)
        return Maybe(one_of(rows)) if opening == "[" else one_of(rows)

    def _gap(self, symbol: str) -> Part:
        most = int(symbol[1:] or GAP)
        if not 1 <= most <= LONGEST_GAP:
            raise PhraseError(f"the gap “{symbol}” is not allowed", f"Write *1 to *{LONGEST_GAP}, or // for a far gap")
        return Gap(most)

    def _list(self, name: str) -> Part:
        if name not in self._lists:
            known = ", ".join(f"<{each}>" for each in self._lists) or "none"
            raise PhraseError(f"there is no list “<{name}>”", f"Add it under “lists” above, or write one of: {known}")
        return self._lists[name]

    def _words(self, symbol: str) -> Part:
        words = words_of(symbol.rstrip("*"))
        if not words or "." in words or "*" in symbol[:-1]:
            raise PhraseError(
                f"“{symbol or '|'}” in “{self.text}” is not a word", "Write letters, with “*” only at a word's end"
            )
        if symbol.endswith("*"):
            words[-1] += "*"
        parts: list[Part] = [Word(frozenset([word])) for word in words]
        return parts[0] if len(parts) == 1 else Row(tuple(parts))
