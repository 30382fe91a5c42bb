"""By which words a document is asked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.documents.asked import FILE, documents_asked, load_wordings
from bot.documents.offered import names
from bot.knowledge import rule_base, wordings
from bot.rulebase.problems import RuleBaseError

ASKED = {
    "write me a function description": ("function_description",),
    "Can you draft the job descriptions for them?": ("function_description",),
    "lav en funktionsbeskrivelse": ("function_description",),
    "skriv en befattningsbeskrivning": ("function_description",),
    "something for the staff meeting": ("staff_meeting",),
    "an agenda please": ("staff_meeting",),
    "noget til personalemødet": ("staff_meeting",),
    "a brief for my boss": ("own_manager",),
    "one page for the board": ("own_manager",),
    "et notat til ledelsen": ("own_manager",),
    "talking points for the advert": ("advert",),
    "a job posting for our peer": ("advert",),
    "stillingsopslag, tak": ("advert",),
    "the result of the check as a document": ("readiness",),
    "print my readiness check": ("readiness",),
    "questions for the staff to answer": ("staff_questions",),
    "give me a plan": ("plan",),
    "en handlingsplan tack": ("plan",),
    "a plan and a sheet for the team meeting": ("staff_meeting", "plan"),
    "can I have that as a Word file?": (),
    "print it": (),
    "": (),
}


@pytest.mark.parametrize("text", ASKED)
def test_a_document_is_named_by_its_words_in_three_languages(text: str) -> None:
    assert documents_asked(text, wordings()) == ASKED[text]


def problems(folder: Path, text: str) -> list[str]:
    (folder / "rules").mkdir()
    (folder / "rules" / FILE).write_text(text, encoding="utf-8")
    with pytest.raises(RuleBaseError) as caught:
        load_wordings(folder / "rules", ("plan", "advert"))
    return [str(problem) for problem in caught.value.problems]


def test_a_document_that_does_not_exist_and_one_without_words(tmp_path: Path) -> None:
    assert problems(tmp_path, "documents:\n  plan: [plan]\n  poster: [poster]\n") == [
        f"rules/{FILE}:2: no words ask for the document “advert”. Add “advert:” with its phrases.",
        f"rules/{FILE}:3: there is no document “poster”. Known are: plan, advert.",
    ]


def test_a_phrase_that_cannot_be_read(tmp_path: Path) -> None:
    [problem] = problems(tmp_path, "documents:\n  plan: [plan]\n  advert: [(job advert]\n")
    assert problem.startswith(f"rules/{FILE}:3: ")


def test_an_unknown_key_and_a_missing_file(tmp_path: Path) -> None:
    [problem] = problems(tmp_path, "documents:\n  plan: [plan]\n  advert: [ad]\ndocument:\n  plan: [plan]\n")
    assert "the key “document” is not known here" in problem
    with pytest.raises(RuleBaseError, match="cannot be read"):
        load_wordings(tmp_path / "elsewhere", names(rule_base()))
