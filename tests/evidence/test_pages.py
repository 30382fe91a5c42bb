"""The pages of the evidence as HTML: of a small rule base in detail, of the real one as a whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from bot.evidence.pages import EvidencePages, MissingError, stylesheet
from bot.evidence.search import LONGEST
from bot.paths import RULES
from bot.review.readings import Reading, fingerprint, load_readings
from bot.rulebase.model import KINDS, PHASES, Concern, Question, RuleBase, Topic

from ..presentation.small import MENTOR, NO_MENTOR, base, english, finding, real, rule, statement, words
from .markup import Page

KINDS_OF_PAGES = ("topic", "question", "finding", "study")
HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onfocus='alert(1)' autofocus='",
    "</title></main><h1>owned</h1>",
    "{{ 7 * 7 }}{% include 'base.html' %}",
    "{query} {0} %s ${x}",
    "&lt;b&gt; &amp; &quot;",
    "javascript:alert(1)//",
    "Ünïcode 😀 العربية",
]


def pages(rules: RuleBase, **readings: Reading) -> EvidencePages:
    return EvidencePages(rules, english(), readings)


def page(rules: RuleBase, kind: str, key: str) -> Page:
    return Page(getattr(pages(rules), kind)(key))


def names(shown: Page, start: str = "/evidence/finding/") -> list[tuple[str, str]]:
    """Text and name for a screen reader of the links that lead there."""
    return [(text, name) for address, text, name in shown.links if address.startswith(start)]


class TestQuestion:
    def test_it_has_every_part_of_the_advice_under_its_heading(self) -> None:
        full = rule(
            steps=[statement("Step.", "one")],
            watch_out=[statement("Beware.", "one")],
            differ=[statement("They differ.", "one")],
            silent=[statement("Not said.", studies=("beta",))],
        )
        text = page(base(full), "question", "question").text
        order = ["Question?", "Bottom line.", "What to do", "Step.", "Watch out", "Beware.", "Where they differ",
                 "They differ.", "What they do not say", "Not said.", "Beta", "When it matters: later.",
                 "Findings behind this answer (1)", "Related questions", "Another question?"]  # fmt: skip
        assert [text.index(each) for each in order] == sorted(text.index(each) for each in order)

    def test_a_part_without_a_statement_has_no_heading(self) -> None:
        text = page(base(rule(), related=()), "question", "question").text
        assert not re.search("What to do|Watch out|Where they differ|do not say|Related", text)

    def test_a_statement_with_a_condition_says_so(self) -> None:
        text = page(base(rule(steps=[statement("Ask them.", "one", when=MENTOR)])), "question", "question").text
        assert "If a mentor has been named: Ask them. (Waymark's own inference)" in text

    def test_every_rule_is_shown_with_its_condition(self) -> None:
        other = rule(bottom_line=statement("Fine.", "some"), when=MENTOR, key="other")
        text = page(base(rule(), other), "question", "question").text
        assert "Bottom line." in text
        assert "If a mentor has been named: Fine." in text

    def test_a_statement_refers_to_its_findings_by_number_and_a_screen_reader_hears_which(self) -> None:
        shown = page(base(rule(steps=[statement("Step.", "staff", "some", "one")])), "question", "question")
        assert "Step. (Waymark's own inference) Alpha 1 3 Beta 2" in shown.text
        assert names(shown)[1:4] == [
            ("1", "Finding 1: Alpha 2024, theme 1, one manager"),
            ("3", "Finding 3: Alpha 2024, theme 1, some managers"),
            ("2", "Finding 2: Beta 2024, theme 1, many staff members"),
        ]

    def test_a_silence_leads_to_the_studies_that_are_silent(self) -> None:
        silent = rule(silent=[statement("Not said.", studies=("beta", "alpha"))])
        shown = page(base(silent), "question", "question")
        assert shown.to("/evidence/study/") == ["/evidence/study/beta", "/evidence/study/alpha"]

    def test_a_question_that_nothing_answers_yet_has_a_page_too(self) -> None:
        shown = page(base(), "question", "other")
        assert "Another question?" in shown.text
        assert shown.of("h2") == shown.of("ol") == []

    @pytest.mark.parametrize("phase", PHASES)
    def test_every_phase_can_be_said(self, phase: str) -> None:
        assert "When it matters: " in page(base(replace(rule(), phase=(phase,))), "question", "question").text


class TestTopic:
    def test_it_lists_its_questions_pitfalls_checklist_and_findings(self) -> None:
        rules = base(rule(), pitfalls=[statement("A trap.", "staff")], checks=[statement("Is it so?", "one")])
        shown = page(rules, "topic", "topic")
        assert shown.to("/evidence/question/") == ["/evidence/question/question", "/evidence/question/other"]
        assert "A trap. Beta 4" in shown.text
        assert "Is it so? Alpha 1" in shown.text
        assert "Alpha 2024 (3) Says one." in shown.text
        assert "Beta 2024 (3) Says staff." in shown.text
        assert "other topics" not in shown.text

    def test_a_finding_of_another_topic_that_it_refers_to_stands_at_the_end(self) -> None:
        rules = base(pitfalls=[statement("A trap.", "paid", "one")])
        money = Topic("money", words("Money"), {}, {})
        rules = replace(
            rules,
            topics={**rules.topics, "money": money},
            findings={"paid": replace(finding("paid"), topic="money"), **rules.findings},
        )
        shown = page(rules, "topic", "topic")
        text = shown.text
        assert "A trap. Alpha 1 7" in text
        assert [each["start"] for each in shown.of("ol")] == ["1", "4", "7"]
        assert "Findings (6)" in text
        assert "Used above, from other topics (1) Says paid." in text
        assert "A trap." not in page(rules, "topic", "money").text

    def test_it_shows_what_is_raised_in_which_situation_with_its_steps(self) -> None:
        concern = Concern(
            "none", "topic", ("later",), NO_MENTOR, words("Others lacked one."), ("one",), (statement("Ask.", "staff"),)
        )
        text = page(replace(base(), concerns={"none": concern}), "topic", "topic").text
        assert "What is raised in which situation (1)" in text
        assert "If no mentor has been named yet: Others lacked one. Alpha 1" in text
        assert "Ask. (Waymark's own inference) Beta 4" in text

    def test_what_it_does_not_have_gets_no_heading(self) -> None:
        text = page(base(), "topic", "topic").text
        assert "situation" not in text
        assert "Pitfalls" not in text
        assert "Checklist" not in text


class TestFinding:
    def test_it_says_where_it_stands_and_whose_voice_it_is(self) -> None:
        text = page(base(), "finding", "staff").text
        assert "Finding: Beta 2024, theme 1, many staff members Says staff." in text
        assert "Whose voice many staff members (A1, focus group 2 in the study) Kind" in text
        assert "Whose voice literature it cites: Gamma 2018, Delta 2019 Kind" in page(base(), "finding", "cited").text

    def test_it_leads_to_its_topic_its_study_and_what_uses_it(self) -> None:
        shown = page(base(rule(), checks=[statement("Is it so?", "one")]), "finding", "one")
        assert shown.to("/evidence/study/") == ["/evidence/study/alpha"]
        assert shown.to("https://") == ["https://doi.org/10.1000/alpha"]
        assert shown.to("/evidence/question/") == ["/evidence/question/question"]
        assert shown.to("/evidence/topic/") == ["/evidence/topic/topic"] * 2
        assert "Used by Question? Pitfalls, checklist and situations: Mentors" in shown.text

    def test_it_names_the_questions_of_the_readiness_check_that_rest_on_it(self) -> None:
        shown = page(real(), "finding", "grim_needs_analysis_rare")
        assert f"Readiness check: {real().components['needs_assessment'].asks['en']}" in shown.text

    def test_a_finding_that_nothing_uses_says_nothing_about_uses(self) -> None:
        assert "Used by" not in page(base(rule()), "finding", "some").text

    @pytest.mark.parametrize(("reader", "who"), [("person", "a person who"), ("model", "a language model that")])
    def test_it_says_when_it_was_read_again_and_by_what_kind_of_reader(self, reader: str, who: str) -> None:
        read = Reading("2026-01-31", reader, fingerprint(base().findings["one"]))
        html = pages(base(), one=read).finding("one")
        assert f"Compared with the study on 2026-01-31 by {who} did not write it." in html

    def test_a_finding_that_was_changed_after_it_was_read_counts_as_unread(self) -> None:
        html = pages(base(), one=Reading("2026-01-31", "person", "0" * 12)).finding("one")
        assert "Not compared with the study a second time yet." in html
        assert "2026-01-31" not in html

    def test_a_finding_that_nobody_read_again_says_so(self) -> None:
        assert "Not compared with the study a second time yet." in pages(base()).finding("one")

    @pytest.mark.parametrize("kind", KINDS)
    def test_every_kind_can_be_said(self, kind: str) -> None:
        rules = replace(base(), findings={"one": replace(finding("one"), kind=kind)})
        assert english().get(f"evidence.kinds.{kind}") in page(rules, "finding", "one").text


class TestStudy:
    def test_it_says_what_the_study_is_and_what_it_cannot_tell(self) -> None:
        text = page(base(), "study", "beta").text
        assert "Beta N. A title. A Journal, 2024. doi.org/10.1000/beta" in text
        assert "setting; design; 2022. What it cannot tell cannot tell Licence CC BY 4.0" in text

    def test_only_a_preprint_says_that_there_is_a_later_version(self) -> None:
        assert "changed the conclusions: Journal 2025." in page(base(), "study", "beta").text
        assert "Version" not in page(base(), "study", "alpha").text

    def test_it_has_its_own_findings_and_no_others(self) -> None:
        shown = page(base(), "study", "beta")
        assert shown.to("/evidence/finding/") == [f"/evidence/finding/{key}" for key in ("staff", "cited", "all")]


class TestOverviewAndCoverage:
    def test_the_overview_counts_questions_and_findings(self) -> None:
        shown = Page(pages(base()).overview())
        assert "Mentors 2 questions, 6 findings" in shown.text
        assert shown.to("/evidence/study/") == ["/evidence/study/alpha", "/evidence/study/beta"]

    def test_one_is_said_as_one(self) -> None:
        few = replace(base(rule()), questions={"question": Question("question", "topic", words("Why?"), ())})
        few = replace(few, findings={"one": finding("one")})
        assert "Mentors 1 question, 1 finding " in Page(pages(few).overview()).text
        assert "Mentors 1 finding 1 rule None 1 finding 1 rule" in Page(pages(few).coverage()).text

    def test_the_table_has_a_cell_for_each_study_and_one_for_all(self) -> None:
        shown = Page(pages(base(rule())).coverage())
        assert "Mentors 3 findings 1 rule 3 findings 0 rules 6 findings 1 rule" in shown.text
        assert "In all 3 findings 3 findings 6 findings 1 rule" in shown.text
        assert [cell["class"] for cell in shown.of("td") if "class" in cell] == ["few", "few"]
        assert all("scope" in cell for cell in shown.of("th"))


class TestResults:
    def test_it_has_what_was_found_and_the_query_to_be_changed(self) -> None:
        shown = Page(pages(base(rule())).results("bottom"))
        assert "Search results for “bottom”" in shown.text
        assert shown.to("/evidence/question/") == ["/evidence/question/question"]
        assert shown.of("input")[0]["value"] == "bottom"

    def test_it_says_when_nothing_was_found(self) -> None:
        assert "Nothing holds all of these words." in Page(pages(base()).results("zebra")).text

    def test_of_a_long_query_it_shows_what_it_read(self) -> None:
        assert Page(pages(base()).results("z" * 10_000)).of("input")[0]["value"] == "z" * LONGEST

    @pytest.mark.parametrize("query", ["a\0b", "a\r\nb", "a\x1bb", "a\u202eb"])
    def test_signs_that_cannot_be_printed_are_left_out(self, query: str) -> None:
        assert Page(pages(base()).results(query)).of("input")[0]["value"] == "ab"

    @pytest.mark.parametrize("query", HOSTILE)
    def test_a_hostile_query_is_only_text(self, query: str) -> None:
        harmless, shown = Page(pages(base()).results("zebra")), Page(pages(base()).results(query))
        assert [(tag, *found) for tag, found in shown.elements] == [(tag, *found) for tag, found in harmless.elements]
        assert shown.of("input")[0]["value"] == query
        assert shown.pieces.count(f"Search results for “{query}”") == 1


@pytest.mark.parametrize("kind", KINDS_OF_PAGES)
@pytest.mark.parametrize("said", HOSTILE)
def test_what_stands_in_the_rule_base_is_only_text(kind: str, said: str) -> None:
    def spoilt(said: str) -> Page:
        rules = base(rule(steps=[statement(said, "one")]), pitfalls=[statement(said, "one")])
        rules = replace(rules, findings={"one": replace(finding("one"), says=words(said))})
        keys = {"topic": "topic", "question": "question", "finding": "one", "study": "alpha"}
        return page(rules, kind, keys[kind])

    shown = spoilt(said)
    assert shown.elements == spoilt("zebra").elements
    assert " ".join(said.split()) in shown.text


@pytest.mark.parametrize("kind", KINDS_OF_PAGES)
@pytest.mark.parametrize("key", ["", "nothing", "TOPIC", "__class__", "one/", "../one", "one question", "ö", "\0"])
def test_what_does_not_exist_is_missing(kind: str, key: str) -> None:
    with pytest.raises(MissingError):
        page(base(rule()), kind, key)


@pytest.mark.parametrize(("kind", "key"), [("topic", "one"), ("question", "topic"), ("finding", "alpha")])
def test_what_exists_as_something_else_is_missing(kind: str, key: str) -> None:
    with pytest.raises(MissingError):
        page(base(rule()), kind, key)


def test_the_page_for_what_is_missing_offers_search_and_overview() -> None:
    shown = Page(pages(base()).missing())
    assert "There is nothing at this address" in shown.text
    assert shown.of("input")[0]["type"] == "search"
    assert "/evidence/" in shown.to("/evidence")


def test_the_page_one_is_on_is_marked_in_the_menu() -> None:
    shown = Page(pages(base()).coverage())
    assert [found["href"] for found in shown.of("a") if "aria-current" in found] == ["/evidence/coverage"]
    assert not any("aria-current" in found for found in Page(pages(base()).missing()).of("a"))


def test_the_style_loads_nothing_from_anywhere() -> None:
    assert not re.search(r"url\(|@import|http|expression|<", stylesheet())


# The real rule base


def every_real_page() -> Iterator[tuple[str, Page]]:
    """Every page there is by its address."""
    shown = EvidencePages(real(), english(), load_readings(RULES))
    yield "/evidence/", Page(shown.overview())
    yield "/evidence/coverage", Page(shown.coverage())
    for kind, keys in (
        ("topic", real().topics),
        ("question", real().questions),
        ("finding", real().findings),
        ("study", real().studies),
    ):
        for key in keys:
            yield f"/evidence/{kind}/{key}", Page(getattr(shown, kind)(key))


@pytest.fixture(scope="module")
def every() -> dict[str, Page]:
    return dict(every_real_page())


def test_every_link_on_every_page_leads_somewhere(every: dict[str, Page]) -> None:
    dois = {f"https://doi.org/{study.doi}" for study in real().studies.values()}
    for address, shown in every.items():
        inside = {f"#{each}" for each in shown.ids}
        assert {link for link, _, _ in shown.links} <= every.keys() | dois | inside | {"/"}, address


def test_every_page_can_be_reached_from_the_overview(every: dict[str, Page]) -> None:
    reached, to_follow = {"/evidence/"}, ["/evidence/"]
    while to_follow:
        new = set(every[to_follow.pop()].to("/evidence/")) - reached
        reached |= new
        to_follow += new
    assert reached == every.keys()


def test_every_page_has_one_heading_its_own_title_and_no_id_twice(every: dict[str, Page]) -> None:
    for address, shown in every.items():
        assert len(shown.of("h1")) == 1, address
        assert len(shown.ids) == len(set(shown.ids)), address
    titles = [shown.title for address, shown in every.items() if "/finding/" not in address]
    assert len(titles) == len(set(titles))


def test_every_link_has_a_name_that_holds_what_is_seen_of_it(every: dict[str, Page]) -> None:
    for address, shown in every.items():
        for _, text, name in shown.links:
            assert text and text in name, address


def test_every_number_after_a_statement_is_that_of_the_finding_in_the_list(every: dict[str, Page]) -> None:
    checked = 0
    for address, shown in every.items():
        found = [each for each in shown.links if each[0].startswith("/evidence/finding/")]
        listed = [link for link, text, _ in found if not text.isdigit()]
        for link, text, _ in found:
            if text.isdigit():
                assert listed[int(text) - 1] == link, address
                checked += 1
    assert checked > 1000


def test_no_page_needs_a_script_or_a_style_of_its_own(every: dict[str, Page]) -> None:
    for address, shown in every.items():
        tags = {tag for tag, _ in shown.elements}
        assert not tags & {"script", "style", "iframe", "img", "object"}, address
        assert not any(name == "style" or name.startswith("on") for _, found in shown.elements for name in found)


def test_nothing_is_left_unfilled(every: dict[str, Page]) -> None:
    for address, shown in every.items():
        assert not re.search(r"[{}]|Undefined|\(\)|“”", shown.text), address


def test_every_statement_of_a_question_stands_on_its_page(every: dict[str, Page]) -> None:
    for key in real().questions:
        text = every[f"/evidence/question/{key}"].text
        for one in real().rules_by_question[key]:
            for each in one.statements():
                assert english().say(each.says) in text, key
