"""Which language a message is written in, as far as that decides what is said beside the answer."""

from __future__ import annotations

import re

_WORDS = {
    "en": """
        the a an is are was i we you he she they it to of and in for with that this do does what how who
        should can my our her his not have has be on at if when from will would
    """,
    "da": """
        jeg vi du hun han de det den en et er var og i på til af for med at som hvad hvordan hvem skal kan
        ikke har have vores min hendes hvis når fra vil må også men om hos der hvor hvorfor bliver
    """,
    "sv": """
        jag vi du hon han de det den en ett är var och i på till av för med att som vad hur vem ska kan inte
        har ha vår våra min hennes om när från vill får också men hos där varför blir någon
    """,
}
COMMON = {language: frozenset(words.split()) for language, words in _WORDS.items()}
"""The commonest words of each language."""
OWN_LETTERS = {"da": "æø", "sv": "äö"}
"""Letters that only one of the two has."""
LEAST = 0.3
"""The share of common words of a language from which a message counts as written in it."""


def language_of(text: str) -> str:
    """The language of a message: `da` or `sv` where most of its common words are, else `en`."""
    words = re.findall(r"[^\W\d_]+", text.casefold())
    if not words:
        return "en"
    shares = {language: sum(word in common for word in words) / len(words) for language, common in COMMON.items()}
    for language, other in (("da", "sv"), ("sv", "da")):
        if any(letter in text.casefold() for letter in OWN_LETTERS[language]):
            shares[other] = 0.0
    best = max(shares, key=lambda language: (shares[language], language == "en"))
    return best if shares[best] >= LEAST else "en"
