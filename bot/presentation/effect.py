"""What came of it: outcomes as others saw them, never as something that was measured."""

from __future__ import annotations

import re

from bot.presentation.answer import BULLET
from bot.presentation.follow_ups import fitting, related_buttons
from bot.presentation.likeness import beyond
from bot.presentation.reply import Reply
from bot.presentation.sources import in_short
from bot.presentation.texts import Texts
from bot.reasoning.advise import Advice
from bot.rulebase.model import Finding, RuleBase

MOST_OUTCOMES = 3
KINDS = ("facilitator", "finding")
"""What may tell of an outcome; what was done or wished for does not."""
OUTCOME = re.compile(
    r"\b(helped (to|staff|managers)|contributed to|brought about|countered|lessen(ed)?|eased|proved unfounded|alters?|"
    r"easier|less easy|smaller|deeper|richer|readier|better (for|than|where)|beyond what|more than managers had|"
    r"more ability than|(gave|given) (service users|staff|managers|PSWs|positive)|got an answer|won service users|"
    r"in demand|appreciated|valued (being|the PSW)|liked that|surprised|eye-opener|strengthens?|enhances|affects|"
    r"(good|positive) (experiences|outcomes|terms)|have been positive|informal gain|gained|met needs|"
    r"without difficulty|still cautious|outweighed)\b"
)
AHEAD = re.compile(r"\b(would have|would likely|should|(?<!had )(?<!not )expected|wished|wanted|potentially)\b")
"""What somebody looked forward to has not come about yet."""


def effect(advice: Advice, base: RuleBase, texts: Texts) -> Reply:
    """Outcomes among the findings of the advice, then of its topic; and that no study measured effects."""
    own = [BULLET + in_short(each, base, texts) for each in advice.findings() if _tells_outcome(each)]
    topic = texts.say(base.topics[advice.question.topic].title)
    wider = [
        BULLET + texts.get("follow_ups.on_topic", topic=topic, told=in_short(each, base, texts))
        for each in beyond(advice, base, texts)
        if _tells_outcome(each)
    ]
    items = [*own, *wider][:MOST_OUTCOMES]
    heading = texts.get("follow_ups.effect" if items else "follow_ups.effect_none")
    last = texts.get("follow_ups.effect_not_measured")
    lines = [heading, *items[: fitting(items, heading, last)], last]
    return Reply("\n".join(lines), related_buttons(advice, base, texts))


def _tells_outcome(finding: Finding) -> bool:
    says = finding.says["en"]
    return finding.kind in KINDS and bool(OUTCOME.search(says)) and not AHEAD.search(says)
