"""Every question has enough examples, and every example is of something that is answered."""

from __future__ import annotations

import pytest

from bot.review.examples import FEWEST

from .published import Published

ADVICE = "mentor/advice.yml"


def has_only(published: Published, *problems: str) -> None:
    assert [str(problem) for problem in published.problems()] == list(problems)


def too_few(published: Published, count: int) -> None:
    published.has_only_problem(
        ADVICE,
        published.line(ADVICE, "Who should be mentor?") - 1,
        f"the question “mentor_who” has {count} examples",
        f"Write at least {FEWEST}, as managers would ask it, in data/nlu/mentor.yml",
    )


def test_one_example_less_than_enough_is_too_few(published: Published) -> None:
    published.write_examples("mentor.yml", mentor_who=FEWEST - 1)
    too_few(published, FEWEST - 1)


def test_examples_of_a_question_may_stand_in_several_blocks_and_files(published: Published) -> None:
    published.write_examples("mentor.yml", mentor_who=FEWEST - 1)
    published.write_examples("more.yml", mentor_who=1)
    assert published.is_sound()


def test_a_line_that_is_no_example_does_not_count(published: Published) -> None:
    """Rasa skips it as well."""
    published.write_examples("mentor.yml", mentor_who=FEWEST - 1)
    with (published.nlu / "mentor.yml").open("a", encoding="utf-8") as file:
        file.write("\n    forgotten dash\n")
    too_few(published, FEWEST - 1)


def test_without_any_file_every_question_has_none(published: Published) -> None:
    for file in published.nlu.iterdir():
        file.unlink()
    published.nlu.rmdir()
    assert [problem.what for problem in published.problems()] == [
        "the question “mentor_who” has 0 examples",
        "the question “money_who” has 0 examples",
    ]


def test_an_intent_that_nothing_answers(published: Published) -> None:
    published.write_examples("more.yml", greet=1, mentor_woh=FEWEST)
    has_only(published, "nlu/more.yml:5: nothing answers the intent “mentor_woh”. Correct its id or write its rule.")


def test_fixed_replies_follow_ups_and_starting_over_may_have_any_number_of_examples(published: Published) -> None:
    published.write_examples("more.yml", greet=1, ask_why=2, ask_more=2, start_over=3)
    assert published.is_sound()


@pytest.mark.parametrize(
    ("metadata", "problems"),
    [
        ("{finding: alpha_literature}", ()),
        ("{note: none}", ()),
        (
            "{finding: alpha_literture}",
            ("nlu/more.yml:3: the finding “alpha_literture” does not exist. Correct its id or delete these examples.",),
        ),
        ("{nearest: mentor_who}", ()),
        ("{nearest: nothing}", ()),
        (
            "{nearest: mentor_woh}",
            ("nlu/more.yml:3: the question “mentor_woh” does not exist. Correct its id or delete these examples.",),
        ),
    ],
)
def test_a_finding_or_question_that_examples_name_must_exist(
    published: Published, metadata: str, problems: tuple[str, ...]
) -> None:
    published.write_examples("more.yml", mentor_who=1)
    file = published.nlu / "more.yml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("  examples:", f"  metadata: {metadata}\n  examples:"), encoding="utf-8")
    if problems:
        has_only(published, *problems)
    else:
        assert published.is_sound()


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("nlu: [\n", "2: this is not valid YAML"),
        ("", "1: the file holds no keys"),
        ("nul: []\n", "1: the key “nlu” is missing"),
        ("nlu: {intent: mentor_who}\n", "1: a list is expected here"),
        ("nlu:\n- examples: |\n    - a\n", "2: the key “intent” is missing"),
        ("nlu:\n- intent: mentor_who\n", "2: the key “examples” is missing"),
        ("nlu:\n- intent: mentor_who\n  examples:\n  - a\n", "4: a text is expected here"),
    ],
)
def test_a_file_of_examples_that_is_wrong(published: Published, text: str, problem: str) -> None:
    (published.nlu / "more.yml").write_text(text, encoding="utf-8")
    (found,) = published.problems()
    assert str(found).startswith(f"nlu/more.yml:{problem}")
