"""The reply to a question of this field that the studies do not answer."""

from __future__ import annotations

from bot.presentation.answer import bottom_line, studies_behind
from bot.presentation.follow_ups import question_buttons
from bot.presentation.reply import Reply
from bot.presentation.sources import question_path
from bot.presentation.texts import Texts
from bot.reasoning.advise import Advice
from bot.rulebase.model import RuleBase

BEYOND = "beyond_coverage"
"""The intent of such questions."""
NOTHING_NEAR = "nothing"
"""What an example of them names in place of the nearest question where none is near."""
MOST_WORDS = 130
"""Words of such a reply at most: who asked for something else does not want to read long."""


def not_answered(nearest: Advice | None, base: RuleBase, texts: Texts) -> Reply:
    """That the studies do not answer it, then what they say on the nearest question, or what they cover where none is near.

    What they say on the nearest question gives way to a button alone where it is too long.
    """
    unsaid = texts.get("beyond.unsaid")
    if nearest is None:
        return Reply(
            f"{unsaid}\n{texts.get('beyond.covered')}", question_buttons(texts.at("beyond.buttons"), base, texts)
        )
    buttons = question_buttons((nearest.question.id, *nearest.question.related), base, texts)
    told = texts.get(
        "beyond.nearest",
        asks=texts.say(nearest.question.asks),
        says=bottom_line(nearest, base, texts),
        source=studies_behind(nearest, base),
        address=question_path(nearest.question),
    )
    reply = Reply(f"{unsaid}\n{told}", buttons)
    if reply.words() <= MOST_WORDS:
        return reply
    return Reply(f"{unsaid}\n{texts.get('beyond.nearest_below')}", buttons)
