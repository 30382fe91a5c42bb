"""Keeps the vectors of training examples, so that changing one example does not encode all of them again.

Only training examples are kept, never what a user writes.
"""

from __future__ import annotations

import hashlib
import sqlite3
from contextlib import closing
from pathlib import Path

import numpy as np

from bot.nlu.encoder import Vectors, encoder

TABLE = "CREATE TABLE IF NOT EXISTS vectors (encoder TEXT, text TEXT, vector BLOB, PRIMARY KEY (encoder, text))"
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
        for start in range(0, len(missing), BATCH):
            some = missing[start : start + BATCH]
            rows = [
                (name, _key(text), row.tobytes()) for text, row in zip(some, encoder(name).encode(some), strict=True)
            ]
            with cache:
                cache.executemany("INSERT OR REPLACE INTO vectors VALUES (?, ?, ?)", rows)
            known.update((key, vector) for _, key, vector in rows)
            print(f"  {start + len(some)} of {len(missing)} new examples encoded", flush=True)
    return np.vstack([np.frombuffer(known[_key(text)], dtype=np.float32) for text in texts])


def _key(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
