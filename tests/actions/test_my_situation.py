"""“What do you know about my situation?”"""

from __future__ import annotations

from actions.my_situation import ActionMySituation
from bot.knowledge import rule_base, texts
from bot.presentation.situation import known
from bot.situation.memory import Known

from .talk import turn

KNOWN = {"mentor_named": ["no", "no mentor yet"], "staff_ready": ["yes", ""]}


def test_each_fact_is_said_with_the_words_it_came_from() -> None:
    said = turn(ActionMySituation(), "ask_situation", situation=KNOWN)
    memory = {"mentor_named": Known("no", "no mentor yet"), "staff_ready": Known("yes")}
    expected = known(memory, rule_base(), texts())
    assert (said.text, said.buttons) == (expected.text, expected.buttons)
    assert "no mentor has been named yet (“no mentor yet”)" in said.text and "as you see it, " in said.text


def test_where_nothing_is_known_that_is_said() -> None:
    for slot in (None, {}, {"weather": ["fine", "x"]}, "mentor_named=no"):
        said = turn(ActionMySituation(), "ask_situation", situation=slot)
        assert (said.text, said.buttons) == (texts().get("situation.nothing_known"), ())


def test_asking_changes_nothing() -> None:
    assert turn(ActionMySituation(), "ask_situation", situation=KNOWN, answered="mentor_who").events == []
