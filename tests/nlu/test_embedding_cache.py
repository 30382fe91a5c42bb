"""The vectors of training examples, kept in a file."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from bot.nlu import embedding_cache, encoder
from bot.nlu.embedding_cache import encode_all
from bot.nlu.encoder import Vectors

TEXTS = ["who pays", "hvem betaler?", "🙂", "who pays"]


class Counting:
    """A small encoder that remembers what it was asked to encode."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def encode(self, texts: list[str]) -> Vectors:
        self.asked += texts
        return np.array([[len(text), sum(map(ord, text)) % 97, 1] for text in texts], dtype=np.float32).reshape(-1, 3)


@pytest.fixture
def counting(monkeypatch: pytest.MonkeyPatch) -> Iterator[Counting]:
    """The only encoder there is, under two names."""
    found = Counting()
    monkeypatch.setattr(encoder, "ENCODERS", {"one": lambda threads: found, "other": lambda threads: found})
    encoder.encoder.cache_clear()
    yield found
    encoder.encoder.cache_clear()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "models" / "embeddings.sqlite"


def test_vectors_come_in_the_order_of_the_texts_as_the_encoder_gives_them(counting: Counting, file: Path) -> None:
    expected = Counting().encode(TEXTS)
    for _ in range(2):
        found = encode_all("one", TEXTS, file)
        assert found.dtype == np.float32
        assert np.array_equal(found, expected)


def test_a_text_is_encoded_once_and_never_again(counting: Counting, file: Path) -> None:
    encode_all("one", TEXTS, file)
    assert sorted(counting.asked) == sorted(set(TEXTS))
    counting.asked.clear()
    encode_all("one", [*reversed(TEXTS), "new"], file)
    assert counting.asked == ["new"]


def test_another_encoder_has_vectors_of_its_own(counting: Counting, file: Path) -> None:
    encode_all("one", ["who pays"], file)
    encode_all("other", ["who pays"], file)
    assert counting.asked == ["who pays", "who pays"]


def test_texts_that_differ_in_case_or_space_are_different_texts(counting: Counting, file: Path) -> None:
    texts = ["Who pays", "who pays", "who pays "]
    encode_all("one", texts, file)
    assert counting.asked == texts


def test_what_was_encoded_before_an_interruption_is_kept(
    counting: Counting, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(embedding_cache, "BATCH", 2)
    whole = counting.encode

    def interrupted(texts: list[str]) -> Vectors:
        if "c" in texts:
            raise KeyboardInterrupt
        return whole(texts)

    monkeypatch.setattr(counting, "encode", interrupted)
    with pytest.raises(KeyboardInterrupt):
        encode_all("one", ["a", "b", "c"], file)
    monkeypatch.setattr(counting, "encode", whole)
    counting.asked.clear()
    encode_all("one", ["a", "b", "c"], file)
    assert counting.asked == ["c"]


def test_no_text_stands_in_the_file_in_words(counting: Counting, file: Path) -> None:
    encode_all("one", ["a sentence that can be searched for"], file)
    assert b"sentence that can be" not in file.read_bytes()
    with closing(sqlite3.connect(file)) as cache:
        assert cache.execute("SELECT count(*) FROM vectors").fetchone() == (1,)


def test_kept_vectors_of_the_real_encoder_are_those_it_gives_anew(file: Path) -> None:
    texts = ["Who pays?", "Hvem skal være mentor?"]
    fresh = encode_all("multilingual-e5-small", texts, file)
    assert np.array_equal(encode_all("multilingual-e5-small", texts, file), fresh)
    assert np.array_equal(encoder.encoder("multilingual-e5-small").encode(texts), fresh)


def test_no_texts_give_no_rows(counting: Counting, file: Path) -> None:
    assert len(encode_all("one", [], file)) == 0
