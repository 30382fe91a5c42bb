"""The fixed texts of one language, from `rules/texts/`."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from bot.rulebase.model import Words
from bot.rulebase.reader import Entry, read_alone


class Texts:
    """Fixed words around the advice, looked up by path (`labels.sources`)."""

    def __init__(self, content: Mapping[str, Any]) -> None:
        self._content = content
        self.language = str(content["language"])

    def get(self, path: str, **values: object) -> str:
        """The text at a path, with `{placeholders}` filled in.

        Raises:
            KeyError: when no text stands there.
        """
        text = self.at(path)
        if not isinstance(text, str):
            raise KeyError(f"{path} is no text")
        return text.format(**values) if values else text

    def at(self, path: str) -> Any:
        """Whatever stands at a path: a text, a list or a table."""
        found: Any = self._content
        for key in path.split("."):
            if not isinstance(found, Mapping):
                raise KeyError(f"{path} leads through a text")
            found = found[key]
        return found

    def say(self, words: Words) -> str:
        """A text of the rule base in this language, in English where it has not been translated."""
        return words.get(self.language, words["en"])


def load_texts(root: Path, language: str = "en") -> Texts:
    """Reads `rules/texts/<language>.yml`.

    Raises:
        RuleBaseError: when the file is missing, is not YAML, or names another language.
    """
    return Texts(read_alone(root / "texts" / f"{language}.yml", root, lambda top: _content(top, language)))


def _content(top: Entry, language: str) -> Mapping[str, Any]:
    if top.optional("language", Entry.text, "") != language:
        top.problem(f"the file does not say “language: {language}”", "Add that line")
    content: Mapping[str, Any] = top.plain()
    return content
