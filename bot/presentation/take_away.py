"""The reply to somebody who wants something to take away: the documents that were asked for, and what else there is."""

from __future__ import annotations

from collections.abc import Sequence

from bot.presentation.follow_ups import question_buttons
from bot.presentation.reply import Button, Offer, Reply, payload
from bot.presentation.texts import Texts
from bot.rulebase.model import RuleBase, Template


def take_away(offers: Sequence[Offer], lacking: Sequence[str], base: RuleBase, texts: Texts) -> Reply:
    """Hands out documents with what each is for; of those that are `lacking`, by name, says what they would need.

    Beside templates come questions that are close to the first, beside anything else a button for each template.
    """
    templates = [base.templates[offer.document] for offer in offers if offer.document in base.templates]
    lines = [_told(offer, base, texts) for offer in offers]
    lines += [texts.get(f"take_away.lacking.{name}") for name in lacking]
    if offers:
        lines.append(texts.get("take_away.how"))
    buttons = question_buttons(templates[0].questions, base, texts) if templates else _template_buttons(base, texts)
    return Reply("\n".join(lines), buttons, documents=tuple(offers))


def _told(offer: Offer, base: RuleBase, texts: Texts) -> str:
    template = base.templates.get(offer.document)
    about = texts.say(template.lead) if template else texts.get(f"take_away.about.{offer.document}")
    return texts.get("take_away.offer", title=offer.title, about=about)


def _template_buttons(base: RuleBase, texts: Texts) -> tuple[Button, ...]:
    return tuple(_button(template, texts) for template in base.templates.values())


def _button(template: Template, texts: Texts) -> Button:
    return Button(texts.say(template.title), payload("take_away", document=template.id))
