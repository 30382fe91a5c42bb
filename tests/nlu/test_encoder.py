"""Sentence encoders."""

from __future__ import annotations

import numpy as np
import pytest

from bot.nlu.encoder import ENCODERS, MultilingualE5, SentenceEncoder, encoder, new_encoder

ODD = {
    "empty": "",
    "spaces": "   ",
    "NUL": "\0",
    "NUL between words": "who should\0mentor",
    "emoji": "🙂🙃",
    "emoji of many parts": "👩🏽‍⚕️",
    "Danish and Swedish": "Hvem skal være mentor? Vem ska vara mentor i början på året?",
    "Arabic": "من يجب أن يكون المرشد؟",
    "line breaks": "who\nshould\r\nmentor",
    "control characters": "\x01\x02\x1b[31m",
    "10,000 characters": "mentor " * 1429,
    "10,000 characters without a space": "m" * 10_000,
}


@pytest.fixture(scope="module")
def model() -> SentenceEncoder:
    return encoder("multilingual-e5-small")


@pytest.mark.parametrize("text", ODD.values(), ids=ODD.keys())
def test_any_text_gets_one_finite_vector_of_unit_length(model: SentenceEncoder, text: str) -> None:
    vectors = model.encode([text])
    assert vectors.shape == (1, 384)
    assert vectors.dtype == np.float32
    assert np.isclose(np.linalg.norm(vectors[0]), 1, atol=1e-5)


def test_the_same_text_gets_the_same_vector_every_time(model: SentenceEncoder) -> None:
    first, second = (model.encode(["Who should mentor our new peer?"]) for _ in range(2))
    assert np.array_equal(first, second)


def test_a_text_gets_the_same_vector_alone_and_among_others(model: SentenceEncoder) -> None:
    texts = ["Who pays?", "Who should mentor our new peer worker, who starts on Monday? " * 8, "hvem betaler"]
    together = model.encode(texts)
    alone = np.vstack([model.encode([text]) for text in reversed(texts)])[::-1]
    assert np.array_equal(together, alone)


def test_threads_do_not_change_a_vector(model: SentenceEncoder) -> None:
    texts = ["Who should mentor our new peer worker?", "hvem betaler", "m" * 200]
    assert np.array_equal(new_encoder("multilingual-e5-small", threads=2).encode(texts), model.encode(texts))


def test_no_texts_give_no_rows(model: SentenceEncoder) -> None:
    assert model.encode([]).shape == (0, 384)


def test_what_stands_beyond_the_first_thousand_characters_is_not_read(model: SentenceEncoder) -> None:
    start = ("Who should mentor our new peer? " * 40)[: MultilingualE5.LONGEST]
    assert np.array_equal(model.encode([start]), model.encode([start + " And who pays for it?"]))


def test_a_danish_question_is_closest_to_its_english_twin(model: SentenceEncoder) -> None:
    danish = model.encode(["Hvem skal være mentor for vores nye peer-medarbejder?"])[0]
    english = model.encode(
        ["Who should mentor our new peer worker?", "Who pays for the post?", "What is the weather like?"]
    )
    assert (english @ danish).argmax() == 0


def test_there_is_one_instance_a_process(model: SentenceEncoder) -> None:
    assert encoder("multilingual-e5-small") is model


def test_an_unknown_encoder_is_named_together_with_the_known_ones() -> None:
    with pytest.raises(ValueError, match=r"config\.yml names the sentence encoder “bert”") as caught:
        encoder("bert")
    assert all(name in str(caught.value) for name in ENCODERS)
