"""Words are as strong as the voice behind them."""

from __future__ import annotations

import pytest

from .published import Published

FINDINGS, ADVICE = "mentor/findings.yml", "mentor/advice.yml"
FINDING = "One manager chose an open mentor."
BOTTOM_LINE = "Consider an open colleague."
STEP = "Name a mentor."


def let_it_say(published: Published, voice: str, says: str) -> None:
    """Changes the voice and the words of the finding behind the bottom line."""
    published.replace(FINDINGS, "voice: one", f"voice: {voice}")
    published.replace(FINDINGS, FINDING, says)
    published.reread()


# Findings


@pytest.mark.parametrize(
    ("voice", "says"),
    [
        ("one", "Managers chose an open mentor."),
        ("one", "Someone chose an open mentor."),
        ("many", "Managers chose an open mentor."),
        ("many", "Some managers chose an open mentor."),
        ("all", "Many managers chose an open mentor."),
    ],
)
def test_a_finding_whose_words_do_not_show_its_voice(published: Published, voice: str, says: str) -> None:
    let_it_say(published, voice, says)
    published.has_only_problem(
        FINDINGS,
        says,
        f"the voice of “alpha_open_mentor” is “{voice}”, but its words do not show it",
        "Say whose voice it is, or correct `voice:`",
    )


@pytest.mark.parametrize(
    ("voice", "says"),
    [
        ("one", "ONE chose an open mentor."),
        ("one", "To another manager an open mentor mattered."),
        ("one", "A staff member chose an open mentor."),
        ("many", "Most chose an open mentor."),
        ("many", "It was common to choose an open mentor."),
        ("all", "Every manager chose an open mentor."),
        ("some", "Managers chose an open mentor."),
        ("authors", "An open mentor may matter."),
    ],
)
def test_a_finding_whose_words_show_its_voice_or_need_not(published: Published, voice: str, says: str) -> None:
    let_it_say(published, voice, says)
    assert published.is_sound()


# Statements


@pytest.mark.parametrize(
    ("old", "new", "word"),
    [
        (BOTTOM_LINE, "You must choose an open colleague.", "must"),
        (BOTTOM_LINE, "Always choose an open colleague.", "Always"),
        (STEP, "A mentor ensures success.", "ensures"),
        ("Forgetting the mentor.", "Forgetting the essential mentor.", "essential"),
        ("Is there a mentor?", "Is there the mentor that you have to have?", "have to"),
    ],
    ids=["bottom line", "capital", "step", "pitfall", "check"],
)
def test_a_statement_that_is_stronger_than_all_its_findings(
    published: Published, old: str, new: str, word: str
) -> None:
    published.replace(ADVICE, old, new)
    where = published.line(ADVICE, new) + 1
    published.has_only_problem(
        ADVICE, where, f"“{new}…” says “{word}”, which none of its findings says", "Say “consider” or who says so"
    )


def test_a_strong_statement_may_rest_on_one_strong_finding(published: Published) -> None:
    let_it_say(published, "one", "One manager called an open mentor crucial.")
    published.replace(ADVICE, BOTTOM_LINE, "To one manager an open mentor was a must.")
    published.replace(
        ADVICE, "because: [alpha_open_mentor]\n    steps", "because: [alpha_literature, alpha_open_mentor]\n    steps"
    )
    assert published.is_sound()


@pytest.mark.parametrize("says", ["Consider mustard for your provenance.", "Beta never asked mentors."])
def test_words_that_only_begin_so_and_silences_are_not_strong(published: Published, says: str) -> None:
    published.replace(ADVICE, BOTTOM_LINE if "Consider" in says else "Beta says nothing on mentors.", says)
    assert published.is_sound()


def test_a_statement_that_is_weaker_than_authors_who_call_it_mandatory(published: Published) -> None:
    let_it_say(published, "authors", "The authors call an open mentor mandatory.")
    published.replace(
        ADVICE, '    says: {en: "Is there a mentor?"}\n', '    says: {en: "Is there the mandatory mentor?"}\n'
    )
    published.has_only_problem(
        ADVICE,
        published.line(ADVICE, BOTTOM_LINE) + 1,
        f"“{BOTTOM_LINE}…” is weaker than the authors, who call it mandatory or essential",
        "Let their word stand, as theirs",
    )
    published.replace(ADVICE, BOTTOM_LINE, "The authors call an open mentor mandatory.")
    assert published.is_sound()


@pytest.mark.parametrize(
    ("voice", "because"), [("some", "alpha_open_mentor"), ("authors", "alpha_open_mentor, alpha_literature")]
)
def test_what_participants_call_mandatory_or_rests_on_more_may_be_said_weaker(
    published: Published, voice: str, because: str
) -> None:
    let_it_say(published, voice, "An open mentor is mandatory.")
    text = published.read(ADVICE)
    published.write(ADVICE, text.replace("because: [alpha_open_mentor]", f"because: [{because}]"))
    assert published.is_sound()


@pytest.mark.parametrize(
    ("says", "words"),
    [
        ("Danish managers chose an open mentor.", "Danish managers chose"),
        ("Open as most managers said they are.", "most managers said"),
    ],
)
def test_what_one_participant_said_is_not_told_of_several(published: Published, says: str, words: str) -> None:
    published.replace(ADVICE, BOTTOM_LINE, says)
    where = published.line(ADVICE, says) + 1
    published.has_only_problem(ADVICE, where, f"says “{words}”, but one participant said it", "Write “one manager …”")


@pytest.mark.parametrize(
    ("says", "because"),
    [
        ("Of the Danish managers said to be open one chose.", "alpha_open_mentor"),
        ("Managers may choose an open mentor.", "alpha_open_mentor"),
        ("Managers chose an open mentor.", "alpha_open_mentor, alpha_literature"),
        ("Managers chose an open mentor.", "alpha_literature"),
    ],
)
def test_what_is_told_as_one_or_rests_on_more_than_one_voice_may_name_managers(
    published: Published, says: str, because: str
) -> None:
    published.replace(ADVICE, BOTTOM_LINE, says)
    published.replace(ADVICE, "because: [alpha_open_mentor]\n    steps", f"because: [{because}]\n    steps")
    assert published.is_sound()


def test_a_long_statement_is_quoted_by_its_beginning(published: Published) -> None:
    published.replace(ADVICE, BOTTOM_LINE, "You must " + "x" * 100)
    (problem,) = published.problems()
    assert problem.what.startswith("“You must " + "x" * 51 + "…” says")
