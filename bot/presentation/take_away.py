"""The reply to somebody who wants something to take away: the documents that were asked for, and what else there is."""

from __future__ import annotations

from collections.abc import Sequence

from bot.presentation.follow_ups import question_buttons
from bot.presentation.reply import Button, Offer, Reply, payload
from bot.presentation.texts import Texts
from bot.rulebase.model import RuleBase, Template


def take_away(offers: Sequence[Offer], base: RuleBase, texts: Texts, *, something_known: bool) -> Reply:
    """Hands out templates with what they are for, the plan with what is in it, or says what a plan would need.

    Beside templates come questions that are close to the first, beside anything else a button for each template.
    """
    templates = [base.templates[offer.document] for offer in offers if offer.document in base.templates]
    plans = [offer for offer in offers if offer.document not in base.templates]
    lines = [_named(template, texts) for template in templates]
    if plans:
        lines.append(texts.get("take_away.plan") if something_known else texts.get("take_away.nothing_known"))
    handed_out = tuple(offer for offer in offers if something_known or offer not in plans)
    if handed_out:
        lines.append(texts.get("take_away.how"))
    if templates:
        return Reply("\n".join(lines), question_buttons(templates[0].questions, base, texts), documents=handed_out)
    return Reply("\n".join(lines), _template_buttons(base, texts), documents=handed_out)


def _named(template: Template, texts: Texts) -> str:
    return texts.get("take_away.template", title=texts.say(template.title), lead=texts.say(template.lead))


def _template_buttons(base: RuleBase, texts: Texts) -> tuple[Button, ...]:
    return tuple(
        Button(texts.say(template.title), payload("take_away", document=template.id))
        for template in base.templates.values()
    )
