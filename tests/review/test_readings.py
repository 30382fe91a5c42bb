"""Every finding was read again as it stands; a finding that changes counts as unread."""

from __future__ import annotations

import pytest

from bot.review.readings import FILE, Reading, fingerprint, load_readings, record
from bot.rulebase.loader import load
from bot.rulebase.problems import RuleBaseError

from .published import READ_ON, Published

FINDINGS, MONEY = "mentor/findings.yml", "money/findings.yml"


def entry(key: str, published: Published) -> str:
    """The line that records a finding."""
    [line] = [line for line in published.read(FILE).splitlines(keepends=True) if line.startswith(f"  {key}:")]
    return line


def test_a_finding_that_nobody_read_again(published: Published) -> None:
    published.replace(FILE, entry("alpha_literature", published), "")
    published.has_only_problem(
        FINDINGS,
        "alpha_literature:",
        "the finding “alpha_literature” was not read a second time",
        "run ./waymark reread alpha_literature",
    )


def test_without_any_reading_every_finding_is_unread(published: Published) -> None:
    (published.root / FILE).unlink()
    assert len(published.problems()) == len(load(published.root).findings)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("study: beta\n    place: results", "study: alpha\n    place: theme_1\n    speaker: staff_member"),
        ("    voice: some", "    voice: authors"),
        ("    voice: some", "    voice: some\n    codes: [Y1]"),
        ("    voice: some", "    voice: some\n    speaker: mentor"),
        ("    kind: barrier", "    kind: pitfall"),
        ("Some feared the end", "Some seemed to fear the end"),
    ],
    ids=["study", "voice", "codes", "speaker", "kind", "words"],
)
def test_a_finding_that_changed_in_what_is_compared_with_the_study(published: Published, old: str, new: str) -> None:
    published.replace(MONEY, old, new)
    published.has_only_problem(
        MONEY,
        "beta_project_ends:",
        f"the finding “beta_project_ends” has changed since it was read on {READ_ON}",
        "run ./waymark reread beta_project_ends",
    )
    published.reread()
    assert published.is_sound()


@pytest.mark.parametrize(("old", "new"), [("place: discussion", "place: theme_1"), ("Gamma 2018", "Gamma 2019")])
def test_another_place_or_reference_is_a_change_too(published: Published, old: str, new: str) -> None:
    published.replace(FINDINGS, old, new)
    published.has_only_problem(FINDINGS, "alpha_literature:", "has changed since it was read", "Let somebody")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("findings:\n", "# A remark that moves everything down.\nfindings:\n"),
        ("{en: Some feared the end of the project.}", "\n      en:  >-\n        Some feared the end\n        of the project."),
        ("project.}", "project., da: Nogle frygtede det.}"),
        ("    voice: some", "    voice: some\n    speaker: staff_member"),
    ],
    ids=["line", "notation", "translation", "what the study says anyway"],
)  # fmt: skip
def test_a_finding_stays_read_where_what_was_compared_is_the_same(published: Published, old: str, new: str) -> None:
    published.replace(MONEY, old, new)
    assert published.is_sound()


def test_a_finding_under_another_id_is_unread_and_its_reading_is_left_over(published: Published) -> None:
    published.replace(MONEY, "beta_project_ends", "beta_project_over")
    for file in ("money/advice.yml", "takeaway.yml"):
        published.write(file, published.read(file).replace("beta_project_ends", "beta_project_over"))
    published.has_problem(
        FILE,
        "beta_project_ends",
        "a reading of “beta_project_ends” is recorded, which is no finding",
        "Delete this line",
    )
    published.has_problem(MONEY, "beta_project_over:", "was not read a second time", "Let somebody")
    assert len(published.problems()) == 2


# Recording


def test_what_is_recorded_is_read_back_and_replaces_only_what_was_read(published: Published) -> None:
    base = load(published.root)
    record(base, published.root, ["alpha_literature"], "model", "2026-02-28")
    readings = load_readings(published.root)
    assert list(readings) == sorted(base.findings)
    assert readings == {
        key: Reading("2026-02-28", "model", fingerprint(finding))
        if key == "alpha_literature"
        else Reading(READ_ON, "person", fingerprint(finding))
        for key, finding in base.findings.items()
    }


def test_recording_one_finding_does_not_make_up_for_a_change_of_another(published: Published) -> None:
    published.replace(MONEY, "Some feared", "Some seemed to fear")
    record(load(published.root), published.root, ["alpha_literature"], "person", "2026-02-28")
    published.has_only_problem(MONEY, "beta_project_ends:", "has changed since", "Let somebody")


def test_recording_drops_readings_of_findings_that_are_gone(published: Published) -> None:
    published.append(FILE, f"  gone: {{date: {READ_ON}, reader: person, of: 0123456789ab}}\n")
    record(load(published.root), published.root, ["alpha_literature"], "person", "2026-02-28")
    assert published.is_sound()


def test_recording_a_finding_that_does_not_exist_changes_nothing(published: Published) -> None:
    before = published.read(FILE)
    with pytest.raises(KeyError, match="missing"):
        record(load(published.root), published.root, ["alpha_literature", "missing"], "person", "2026-02-28")
    assert published.read(FILE) == before


def test_a_broken_record_is_not_written_over(published: Published) -> None:
    published.append(FILE, "oops: [\n")
    before = published.read(FILE)
    with pytest.raises(RuleBaseError):
        record(load(published.root), published.root, ["alpha_literature"], "person", "2026-02-28")
    assert published.read(FILE) == before


# The file


@pytest.mark.parametrize(
    ("new", "what", "remedy"),
    [
        ("{date: 31.1.2026, reader: person, of: x}", "“31.1.2026” is no date", "Write it as 2026-01-31"),
        ("{date: 2026-02-30, reader: person, of: x}", "“2026-02-30” is no date", "Write it as 2026-01-31"),
        ("{date: 2026-1-31, reader: person, of: x}", "“2026-1-31” is no date", "Write it as 2026-01-31"),
        ("{reader: person, of: x}", "the key “date” is missing", "Add “date:” here"),
        ("{date: 2026-01-31, reader: robot, of: x}", "the kind of reader “robot” is not known", "Known are: model, person"),
        ("{date: 2026-01-31, reader: person}", "the key “of” is missing", "Add “of:” here"),
        ("{date: 2026-01-31, reader: person, of: x, by: me}", "the key “by” is not known here", "Known are: date, of, reader"),
    ],
)  # fmt: skip
def test_a_record_that_is_wrong(published: Published, new: str, what: str, remedy: str) -> None:
    published.replace(FILE, entry("alpha_literature", published), f"  alpha_literature: {new} # here\n")
    published.has_only_problem(FILE, "# here", what, remedy)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("readings: [a]\n", "keys with values are expected here"),
        ("reading: {}\n", "the key “readings” is missing"),
        ("", "the file holds no keys"),
    ],
)
def test_a_file_of_another_shape(published: Published, text: str, what: str) -> None:
    published.write(FILE, text)
    published.has_problem(FILE, 1, what, "")
