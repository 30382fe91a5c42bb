"""Keeps the vectors of training examples, so that changing one example does not encode all of them again.

Only training examples are kept, never what a user writes.
"""

from __future__ import annotations

import hashlib
import sqlite3
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import numpy as np

from bot.nlu.encoder import Vectors, new_encoder

TABLE = "CREATE TABLE IF NOT EXISTS vectors (encoder TEXT, text TEXT, vector BLOB, PRIMARY KEY (encoder, text))"
THREADS = 2
BATCH = 64
"""Examples that are encoded and kept at a time; an interrupted training loses no more than these."""


def encode_all(name: str, texts: list[str], file: Path) -> Vectors:
    """The vectors of all texts by the encoder of this name, in order; only those not yet in `file` are worked out."""
    if not texts:
        return np.empty((0, 0), dtype=np.float32)
    file.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(file)) as cache:
        cache.execute(TABLE)
        known = dict(cache.execute("SELECT text, vector FROM vectors WHERE encoder = ?", (name,)))
        missing = [text for text in dict.fromkeys(texts) if _key(text) not in known]
        done = 0
        for some, vectors in _encode_batches(name, missing):
            rows = [(name, _key(text), row.tobytes()) for text, row in zip(some, vectors, strict=True)]
            with cache:
                cache.executemany("INSERT OR REPLACE INTO vectors VALUES (?, ?, ?)", rows)
            known.update((key, vector) for _, key, vector in rows)
            done += len(some)
            print(f"  {done} of {len(missing)} new examples encoded", flush=True)
    return np.vstack([np.frombuffer(known[_key(text)], dtype=np.float32) for text in texts])


def _encode_batches(name: str, texts: list[str]) -> Iterator[tuple[list[str], Vectors]]:
    """Encodes in two threads, each with an encoder of its own, since an encoder keeps to one core."""
    own = threading.local()

    def encode(some: list[str]) -> Vectors:
        if not hasattr(own, "encoder"):
            own.encoder = new_encoder(name)
        vectors: Vectors = own.encoder.encode(some)
        return vectors

    batches = [texts[start : start + BATCH] for start in range(0, len(texts), BATCH)]
    with ThreadPoolExecutor(THREADS) as pool:
        yield from zip(batches, pool.map(encode, batches), strict=True)


def _key(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
