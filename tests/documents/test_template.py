"""The templates to take away."""

from __future__ import annotations

import pytest

from bot.documents.document import Blank, Bullets, Heading, Paragraph
from bot.documents.template import template_sheet
from bot.presentation.sources import briefest_source, reference
from bot.rulebase.model import Template

from .made import FRAME, below, of, text_of

BASE, TEXTS = FRAME.base, FRAME.texts
EACH = pytest.mark.parametrize("template", BASE.templates.values(), ids=lambda template: template.id)
LONGEST_BRIEF = 400
"""Words above its closing lines: what fits on one page."""


@EACH
def test_it_says_what_it_is_for_and_who_made_it(template: Template) -> None:
    sheet = template_sheet(template, FRAME)
    assert sheet.title == TEXTS.say(template.title)
    made, lead = sheet.blocks[:2]
    assert isinstance(made, Paragraph) and made.note and "by Waymark, a bot, 2026-01-31" in made.text
    assert lead == Paragraph(TEXTS.say(template.lead))


@EACH
def test_each_section_stands_under_its_heading_with_everything_in_it(template: Template) -> None:
    sheet = template_sheet(template, FRAME)
    titles = [heading.text for heading in of(Heading, sheet) if heading.level == 2]
    assert titles == [*(TEXTS.say(section.title) for section in template.sections), "Sources"]
    for section in template.sections:
        blocks = below(TEXTS.say(section.title), sheet)
        listed = [item for block in blocks if isinstance(block, Bullets) for item in block.items]
        statements = (*section.reported, *section.proposed, *section.silent)
        assert len(listed) == len(statements)
        assert all(item.startswith(TEXTS.say(each.says)) for item, each in zip(listed, statements, strict=True))
        blanks = [block.label for block in blocks if isinstance(block, Blank)]
        assert blanks == [TEXTS.say(label) for label in section.blanks]


@EACH
def test_each_statement_names_its_sources_and_each_proposal_how_far_it_goes(template: Template) -> None:
    items = [item for block in of(Bullets, template_sheet(template, FRAME)) for item in block.items]
    for section in template.sections:
        for statement in (*section.reported, *section.proposed):
            [item] = [each for each in items if each.startswith(TEXTS.say(statement.says))]
            assert all(briefest_source(BASE.findings[key], BASE, TEXTS) in item for key in statement.because)
            assert not statement.basis or TEXTS.get(f"bases.{statement.basis}") in item


@EACH
def test_it_ends_with_the_fixed_lines_and_each_study_that_it_cites(template: Template) -> None:
    sheet = template_sheet(template, FRAME)
    assert "No peer support worker (PSW) and no service user was interviewed" in text_of(sheet)
    assert "Not from the studies:" in text_of(sheet)
    cited = {BASE.findings[key].study for statement in template.statements() for key in statement.because}
    [studies] = below("Sources", sheet)
    assert isinstance(studies, Bullets)
    assert set(studies.items) == {reference(BASE.studies[key], TEXTS) for key in cited}


def test_headings_within_a_section_appear_only_where_it_holds_several_kinds() -> None:
    sheet = template_sheet(BASE.templates["own_manager"], FRAME)
    assert [each.level for each in below("What it takes", sheet) if isinstance(each, Heading)] == []
    within = [each.text for each in below("What is not known", sheet) if isinstance(each, Heading)]
    assert within == ["What others reported", "Where the studies stop"]


def test_the_worksheet_for_a_function_description_has_room_for_every_decision() -> None:
    sheet = template_sheet(BASE.templates["function_description"], FRAME)
    assert all(
        any(isinstance(block, Blank) for block in below(TEXTS.say(section.title), sheet))
        for section in BASE.templates["function_description"].sections
    )


def test_the_brief_fits_on_one_page_and_says_what_is_not_known() -> None:
    template = BASE.templates["own_manager"]
    words = " ".join(TEXTS.say(statement.says) for statement in template.statements()).split()
    assert len(words) <= LONGEST_BRIEF
    assert "Costs, savings and effect sizes are in none of the three studies." in TEXTS.say(template.lead)


def test_the_advert_warns_of_asking_for_health() -> None:
    sheet = text_of(template_sheet(BASE.templates["advert"], FRAME))
    assert "Ask for nothing about diagnosis" in sheet and "no measure of a candidate" in sheet
