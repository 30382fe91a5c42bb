"""The plan to take away."""

from __future__ import annotations

import pytest

from bot.documents.as_docx import as_docx
from bot.documents.as_html import as_html
from bot.documents.document import Bullets, Document, Paragraph, Table
from bot.documents.plan import EMPTY_ROWS, MOST_OPEN, plan
from bot.presentation.answer import worded
from bot.presentation.situation import raised_in_words
from bot.presentation.sources import full_sources
from bot.reasoning.advise import advise
from bot.reasoning.concerns import assess
from bot.rulebase.model import Fact
from bot.situation.memory import Known, Memory, values

from .made import CHECKED, FRAME, MEMORY, below, headings, of, text_of

BASE, TEXTS = FRAME.base, FRAME.texts
SITUATION = values(MEMORY)
ASSESSMENT = assess(BASE, SITUATION)
SAID = "What to do"
ADVICE = advise(BASE, "function_content", SITUATION)


def made(memory: Memory = MEMORY, *, own_words: bool = False, answered: bool = False) -> Document:
    return plan(memory, None, ADVICE if answered else None, FRAME, own_words=own_words)


def test_it_says_first_who_made_it_when_and_how_far_to_trust_it() -> None:
    first = made().blocks[0]
    assert isinstance(first, Paragraph) and first.note
    assert "Made by Waymark, a bot, on 2026-01-31" in first.text and "no evidence that it works" in first.text
    assert "2026-01-31" in made().footer and "Waymark" in made().footer


def test_its_parts_stand_in_this_order() -> None:
    parts = [each for each in headings(made()) if not each[0].isdigit()]
    assert parts == [
        "The situation",
        SAID,
        "Actions of your own",
        "Open questions",
        "What the studies do not say",
        "Sources",
    ]


def test_the_situation_is_told_in_the_words_of_the_rule_base() -> None:
    [told] = below("The situation", made())
    assert told == Bullets(
        (
            "no mentor has been named yet",
            "the PSW has not started yet",
            "as you see it, the staff say they are ready",
        )
    )


def test_the_manager_s_own_words_stand_in_it_only_when_wanted_and_with_a_warning() -> None:
    assert "nobody for her yet" not in text_of(made())
    told, warning = below("The situation", made(own_words=True))
    assert isinstance(told, Bullets) and isinstance(warning, Paragraph)
    assert told.items[0] == "no mentor has been named yet (“nobody for her yet”)"
    assert told.items[1] == "the PSW has not started yet"
    assert "names and health details" in warning.text


def test_whatever_was_typed_can_be_written_to_every_file() -> None:
    document = made({"mentor_named": Known("no", "no\x00bo\x1bdy \ud83d🙂 <b>")}, own_words=True)
    assert "(“nobody 🙂 <b>”)" in text_of(document)
    assert as_docx(document) and as_html(document)


def test_each_thing_raised_stands_with_its_reason_and_its_steps_in_a_table_to_fill_in() -> None:
    document = made()
    reasons = [block.text for block in below(SAID, document) if isinstance(block, Paragraph)]
    assert reasons == [raised_in_words(raised, SITUATION, BASE, TEXTS) for raised in ASSESSMENT.raised]
    tables = [block for block in below(SAID, document) if isinstance(block, Table)]
    steps = [[worded(step, BASE, TEXTS) for step in raised.steps] for raised in ASSESSMENT.raised if raised.steps]
    assert [[row[0] for row in table.rows] for table in tables[:-1]] == steps
    for table in tables[:-1]:
        assert table.header == ("What to do", "How far the studies go", "Who", "By when")
        assert all(rests_on and (who, when) == ("", "") for _, rests_on, who, when in table.rows)


def test_a_step_says_how_far_it_goes_and_who_says_so() -> None:
    rows = [row for table in of(Table, made())[:-2] for row in table.rows]
    said = {worded(step, BASE, TEXTS): step.statement for raised in ASSESSMENT.raised for step in raised.steps}
    assert rows
    for row in rows:
        statement = said[row[0]]
        assert row[1].startswith(TEXTS.get(f"bases.{statement.basis}") + ": ")
        for finding in statement.because:
            assert BASE.studies[BASE.findings[finding].study].name in row[1]


def test_there_is_room_for_actions_of_one_s_own() -> None:
    [table] = below("Actions of your own", made())
    assert isinstance(table, Table)
    assert table.rows == (("", "", "", ""),) * EMPTY_ROWS


def test_the_question_that_would_change_most_is_the_first_of_the_open_ones() -> None:
    _, table = below("Open questions", made())
    assert isinstance(table, Table) and ASSESSMENT.question
    assert table.rows[0] == (TEXTS.say(BASE.facts[ASSESSMENT.question].asks), "", "")
    assert len({row[0] for row in table.rows}) == len(table.rows) <= MOST_OPEN
    known = {TEXTS.say(BASE.facts[fact].asks) for fact in MEMORY}
    assert not known & {row[0] for row in table.rows}


def test_each_study_behind_it_says_what_it_cannot_tell() -> None:
    limits = text_of(made())
    studies = {finding.study for finding in ASSESSMENT.findings()}
    assert studies
    assert all(TEXTS.say(BASE.studies[study].cannot_tell) in limits for study in studies)
    assert "No peer support worker (PSW) and no service user was interviewed" in limits
    assert "Not from the studies:" in limits and "ask HR and the union" in limits


def test_its_sources_are_those_of_everything_raised() -> None:
    assert below("Sources", made()) == [Bullets(tuple(full_sources(ASSESSMENT.findings(), BASE, TEXTS)))]


def test_what_a_check_found_missing_follows_with_its_reason_and_step_but_not_what_a_fact_tells_already() -> None:
    document = plan(MEMORY, CHECKED, None, FRAME, own_words=False)
    number = len(ASSESSMENT.raised)
    component = BASE.components["steering_group"]
    titles = [each[3:] for each in headings(document) if each[0].isdigit()][number:]
    gaps = [each.component for each in CHECKED.gaps if each.component.step and each.component.fact not in MEMORY]
    assert titles == [TEXTS.say(each.title) for each in gaps] and component in gaps
    part = below(f"{number + titles.index(TEXTS.say(component.title)) + 1}. {TEXTS.say(component.title)}", document)
    reason, table = part
    assert isinstance(reason, Paragraph) and isinstance(table, Table) and component.step
    assert table.rows == ((TEXTS.say(component.step.says), FRAME.rests_on(component.step), "", ""),)


def test_the_answer_given_last_follows_what_the_situation_calls_for() -> None:
    document = made(answered=True)
    number = len(ASSESSMENT.raised) + 1
    part = below(f"{number}. {TEXTS.say(ADVICE.question.asks)}", document)
    reason, table = part
    assert isinstance(reason, Paragraph) and isinstance(table, Table)
    assert all(worded(point, BASE, TEXTS) in reason.text for point in (*ADVICE.bottom_lines, *ADVICE.watch_out))
    assert [row[0] for row in table.rows] == [worded(step, BASE, TEXTS) for step in ADVICE.steps]
    assert all(worded(point, BASE, TEXTS) in text_of(document) for point in ADVICE.silent)


def test_an_answer_alone_makes_a_plan_without_a_situation() -> None:
    document = plan({}, None, ADVICE, FRAME, own_words=True)
    assert "The situation" not in headings(document)
    assert f"1. {TEXTS.say(ADVICE.question.asks)}" in headings(document)


def test_where_a_situation_calls_for_nothing_the_plan_says_so_and_cites_nothing() -> None:
    fact, value = next(
        (fact.id, value)
        for fact in BASE.facts.values()
        for value in fact.values
        if not assess(BASE, {fact.id: value}).raised
    )
    document = made({fact: Known(value)})
    assert below(SAID, document)[0] == Paragraph("I found nothing in the studies that this calls for.")
    assert "Sources" not in headings(document)


@pytest.mark.parametrize("fact", BASE.facts.values(), ids=lambda fact: fact.id)
def test_every_fact_alone_makes_a_plan_without_an_empty_text(fact: Fact) -> None:
    for value in fact.values:
        document = made({fact.id: Known(value)})
        for block in document.blocks:
            if isinstance(block, Bullets):
                assert all(item.strip() for item in block.items) and block.items
            elif isinstance(block, Paragraph):
                assert block.text.strip()
