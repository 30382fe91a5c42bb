"""The result of a readiness check on paper, and the sheet for the staff."""

from __future__ import annotations

from bot.documents.document import Blank, Bullets, Cell, Paragraph, Table
from bot.documents.readiness import readiness, staff_questions
from bot.presentation.check_result import moved
from bot.presentation.standings import in_counts
from bot.readiness.check import Check
from bot.readiness.result import result
from bot.rulebase.model import LEVELS

from .made import CHECKED, FRAME, below, headings, of, text_of

BASE, TEXTS = FRAME.base, FRAME.texts
MADE = readiness(CHECKED, FRAME)


def test_it_says_how_it_was_made_what_it_comes_to_and_that_this_is_no_score() -> None:
    made, counts, fixed, moves = MADE.blocks[:4]
    assert isinstance(made, Paragraph) and made.note
    assert counts == Paragraph(TEXTS.get("check.result", counts=in_counts(CHECKED, TEXTS)))
    assert isinstance(fixed, Paragraph) and "no validated score" in fixed.text
    assert CHECKED.earlier and moves == Paragraph(moved(CHECKED, CHECKED.earlier, TEXTS))
    assert "legitimacy, from no to yes" in moved(CHECKED, CHECKED.earlier, TEXTS)


def test_each_level_is_a_table_with_a_mark_a_word_and_a_shade_for_each_component() -> None:
    shown = {}
    for level in LEVELS:
        [table] = below(TEXTS.get(f"check.levels.{level}"), MADE)
        assert isinstance(table, Table) and len(table.rows) == len(CHECKED.at(level))
        shown |= {row[0]: row[1] for row in table.rows}
    how = {each: shown[TEXTS.say(BASE.components[each].title)] for each in (
        "legitimacy", "external_experts", "steering_group", "training", "supervision", "mentor_chosen")}  # fmt: skip
    assert how == {
        "legitimacy": Cell("✓ in place", "dark"),
        "external_experts": Cell("~ partly", "light"),
        "steering_group": Cell("✗ missing", "warm"),
        "training": Cell("? not known", "grey"),
        "supervision": Cell("– still open", ""),
        "mentor_chosen": Cell("✓ in place", "dark"),
    }


def test_strengths_are_listed_as_clauses() -> None:
    [listed] = below("Strengths", MADE)
    assert listed == Bullets(
        tuple(TEXTS.say(BASE.components[each].strength) for each in ("legitimacy", "mentor_chosen"))
    )


def test_what_is_missing_stands_with_what_to_do_how_far_that_goes_and_who_can_act() -> None:
    [table] = below("What is missing, by when it matters", MADE)
    assert isinstance(table, Table) and len(table.rows) == 2
    row = next(row for row in table.rows if row[0] == TEXTS.say(BASE.components["steering_group"].gap))
    assert row[3:] == ("your own manager, you", "")
    step = BASE.components["steering_group"].step
    assert step is None or row[1:3] == (TEXTS.say(step.says), FRAME.rests_on(step))


def test_what_is_not_known_is_asked_again() -> None:
    [listed] = below("Not known yet", MADE)
    assert isinstance(listed, Bullets)
    assert set(listed.items) == {TEXTS.say(each.component.asks) for each in CHECKED.unsettled}


def test_parts_with_nothing_in_them_are_left_out() -> None:
    answers = dict.fromkeys(BASE.components, "yes")
    facts = {each.fact: "yes" for each in BASE.components.values() if each.fact}
    perfect = readiness(result(Check(answers), facts, BASE), FRAME)
    assert not {"Not known yet", "What is missing, by when it matters", "Sources"} & set(headings(perfect))
    assert "Since the earlier check" not in text_of(perfect)


def test_the_staff_answer_every_question_on_which_they_can_act_with_boxes_and_without_names() -> None:
    sheet = staff_questions(FRAME)
    [table] = of(Table, sheet)
    asked = [TEXTS.say(each.asks) for each in BASE.components.values() if "staff" in each.who]
    assert [row[0] for row in table.rows] == asked and len(asked) >= 6
    assert table.header == ("Question", "Yes", "Partly", "No", "Don't know")
    assert all(row[1:] == ("", "", "", "") for row in table.rows)
    assert "without names" in text_of(sheet) and of(Blank, sheet)
