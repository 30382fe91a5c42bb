"""Which findings a text tells, and which of a topic are closest to an answer, by the words they share."""

from __future__ import annotations

import re
from collections import Counter

from bot.presentation.texts import Texts
from bot.reasoning.advise import Advice
from bot.rulebase.model import Finding, RuleBase

NEARLY_ALL, SHORTEST, STEM = 0.8, 4, 5
"""A finding counts as told if this share of its words, of at least so many letters, begin as words of the text do."""
CITED = 0.4
"""The share that is enough where the text rests on the finding: it says the same in other words."""
CITED_IN_DETAIL = 0.6
"""The share that is enough where the text rests on the finding and somebody asked for it: with less, details are missing."""


def in_every_situation(advice: Advice, texts: Texts) -> str:
    """What the bottom line says, in every situation that is possible."""
    return " ".join(texts.say(point.statement.says) for point in advice.bottom_lines)


def tells(text: str, finding: Finding, texts: Texts, share: float = NEARLY_ALL) -> bool:
    """Whether a text has this share of the content words of a finding, by their beginnings."""
    sought = content_words(texts.say(finding.says))
    return len(sought & content_words(text)) >= share * len(sought)


def beyond(advice: Advice, base: RuleBase, texts: Texts) -> list[Finding]:
    """The topic's findings that the advice does not rest on, those that share most words with question and answer first.

    A word counts the less, the more of the topic's findings have it.
    """
    topic = [finding for finding in base.findings.values() if finding.topic == advice.question.topic]
    words = {finding: content_words(texts.say(finding.says)) for finding in topic}
    held = Counter(word for each in words.values() for word in each)
    sought = content_words(f"{texts.say(advice.question.asks)} {in_every_situation(advice, texts)}")
    known = advice.findings()
    left = [finding for finding in topic if finding not in known]
    return sorted(left, key=lambda finding: -sum(1 / held[word] for word in sorted(sought & words[finding])))


def content_words(text: str) -> set[str]:
    """The beginnings of the words of a text that are not very short."""
    return {word[:STEM] for word in re.findall(r"\w+", text.casefold()) if len(word) >= SHORTEST}
