"""How `takeaway.yml` is read."""

from __future__ import annotations

from bot.rulebase.loader import load

from .small import Small

FILE = "takeaway.yml"


def test_a_template_is_read_with_its_sections_in_order(small: Small) -> None:
    template = load(small.root).templates["mentor_sheet"]
    assert (template.id, template.title["en"], template.lead["en"]) == (
        "mentor_sheet",
        "Sheet on mentors",
        "A sheet to fill in.",
    )
    assert template.questions == ("mentor_who",)
    who, notes = template.sections
    assert [each.because for each in who.reported] == [("beta_project_ends",)]
    assert [each.basis for each in who.proposed] == ["cited_literature"]
    assert [each.studies for each in who.silent] == [("beta",)]
    assert [each["en"] for each in (*who.blanks, *notes.blanks)] == ["Our mentor", "Anything else"]
    assert (notes.reported, notes.proposed, notes.silent) == ((), (), ())


def test_its_statements_come_in_the_order_in_which_they_are_read(small: Small) -> None:
    statements = load(small.root).templates["mentor_sheet"].statements()
    assert [each.says["en"] for each in statements] == [
        "Some feared the end.",
        "Agree on one.",
        "Beta is silent on mentors.",
    ]


def test_a_section_with_nothing_below_its_title(small: Small) -> None:
    small.replace(FILE, "        blanks:\n          - {en: Anything else}\n", "")
    small.has_only_problem(
        FILE,
        "{en: Notes}",
        "this section has nothing below its title",
        "Add one of: reported, proposed, silent, blanks",
    )


def test_an_unknown_part(small: Small) -> None:
    small.replace(FILE, "        silent:", "        silence:")
    small.has_problem(FILE, "        silence:", "the key “silence” is not known here", "Write “silent”")
