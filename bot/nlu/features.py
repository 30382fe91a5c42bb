"""The sentence features that featurizers have put on messages, as matrices for a classifier."""

from __future__ import annotations

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray
from rasa.shared.nlu.constants import FEATURE_TYPE_SENTENCE, TEXT
from rasa.shared.nlu.training_data.features import Features
from rasa.shared.nlu.training_data.message import Message


def matrices(messages: list[Message]) -> tuple[list[sp.csr_matrix], NDArray[np.float32]]:
    """The sentence features of messages, a row a message: a sparse matrix per featurizer, and all dense ones side by side."""
    sparse: dict[str, list[Features]] = {}
    dense: list[list[Features]] = []
    for message in messages:
        sentence = [each for each in message.features if each.attribute == TEXT and each.type == FEATURE_TYPE_SENTENCE]
        for each in sentence:
            if each.is_sparse():
                sparse.setdefault(str(each.origin), []).append(each)
        dense.append([each for each in sentence if each.is_dense()])
    blocks = [sp.csr_matrix(sp.vstack([each.features for each in column])) for column in sparse.values()]
    rows = [np.concatenate([np.empty(0), *(np.asarray(each.features).ravel() for each in row)]) for row in dense]
    return blocks, np.vstack(rows).astype(np.float32)
