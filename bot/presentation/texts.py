"""The fixed texts of one language, from `rules/texts/`."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from bot.rulebase.model import Words
from bot.rulebase.problems import Problem, RuleBaseError


class Texts:
    """Fixed words around the advice, looked up by path (`labels.sources`)."""

    def __init__(self, content: Mapping[str, Any]) -> None:
        self._content = content
        self.language = str(content["language"])

    def get(self, path: str, **values: object) -> str:
        """The text at a path, with `{placeholders}` filled in.

        Raises:
            KeyError: when there is no such text; the loader's tests walk every path.
        """
        text = str(self.at(path))
        return text.format(**values) if values else text

    def at(self, path: str) -> Any:
        """Whatever stands at a path: a text, a list or a table."""
        found: Any = self._content
        for key in path.split("."):
            found = found[key]
        return found

    def say(self, words: Words) -> str:
        """A text of the rule base in this language, in English where it has not been translated."""
        return words.get(self.language, words["en"])


def load_texts(root: Path, language: str = "en") -> Texts:
    """Reads `rules/texts/<language>.yml`.

    Raises:
        RuleBaseError: when the file is missing, is not YAML or names another language.
    """
    file = root / "texts" / f"{language}.yml"
    name = str(file.relative_to(root.parent))
    try:
        content = yaml.safe_load(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise RuleBaseError(
            [Problem(name, 1, "the texts are missing", "Restore the file or choose another language")]
        ) from None
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise RuleBaseError(
            [Problem(name, line, f"this is not valid YAML ({error.problem})", "Check indentation and quotes here")]
        ) from None
    if not isinstance(content, dict) or content.get("language") != language:
        raise RuleBaseError([Problem(name, 1, f"the file does not begin with “language: {language}”", "Add that line")])
    return Texts(content)
