"""Local words for peer support workers: read as the field's own word, and asked about where they can mean two people."""

from __future__ import annotations

import re
from pathlib import Path

from bot.channels.held import Held
from bot.channels.incoming import Passed
from bot.phrases.local import Ambiguous, load_local_words
from bot.presentation.reply import Button, Reply
from bot.presentation.texts import Texts

MEANS = re.compile(r"/means_(?P<word>\w+?)_(?P<meaning>[a-z]+)")
PSW = "PSW"


class LocalWords:
    """Puts the field's word in place of a local one, and asks once who is meant where that is open."""

    def __init__(self, texts: Texts, forget_after: int, rules: Path) -> None:
        """Reads the words at once, so that a mistake shows at the start.

        What somebody meant is known for so many hours, then asked anew.

        Raises:
            RuleBaseError: with every problem found in the file, each naming file, line and remedy.
        """
        self._texts = texts
        self._psw, self._ambiguous = load_local_words(rules)
        self._waiting = Held(forget_after)
        self._meant = {word.id: Held(forget_after) for word in self._ambiguous.values()}

    def look(self, sender: str, text: str) -> Passed:
        """What to go on with: the message with words that are understood, or the question who is meant."""
        chosen = MEANS.fullmatch(text.strip())
        if chosen:
            return self._chosen(sender, chosen["word"], chosen["meaning"])
        open_ = next((word for word in self._ambiguous.values() if self._is_open(word, sender, text)), None)
        if open_ is None:
            return Passed(text=self._read(sender, text))
        self._waiting[sender] = text
        titles = self._texts.at(f"local_words.{open_.id}.means")
        buttons = (Button(titles[meaning], f"/means_{open_.id}_{meaning}") for meaning in open_.means)
        return Passed(reply=Reply(self._texts.get(f"local_words.{open_.id}.asks"), tuple(buttons)))

    def _chosen(self, sender: str, word: str, meaning: str) -> Passed:
        offered = word in self._ambiguous and meaning in self._ambiguous[word].means
        waiting = self._waiting.pop(sender, None) if offered else None
        if waiting is None:
            return Passed(reply=Reply(self._texts.get("local_words.nothing_asked")))
        self._meant[word][sender] = meaning
        return self.look(sender, waiting)

    def _is_open(self, word: Ambiguous, sender: str, text: str) -> bool:
        return bool(word.found.search(text)) and sender not in self._meant[word.id]

    def _read(self, sender: str, text: str) -> str:
        for word in self._ambiguous.values():
            meaning = self._meant[word.id].get(sender)
            text = word.found.sub(word.means[meaning], text) if meaning else text
        return self._psw.sub(PSW, text)
