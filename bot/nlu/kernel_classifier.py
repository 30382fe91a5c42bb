"""Regularised least squares over a sum of kernels, calibrated on exact leave-one-out predictions."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from pathlib import Path

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray
from scipy.optimize import minimize_scalar
from sklearn.feature_extraction.text import TfidfTransformer

from bot.nlu.cholesky import Cholesky

Array = NDArray[np.float32]

ROWS = 1000
"""Rows of the kernel that are made at a time: all at once would take gigabytes more."""


@dataclass(frozen=True)
class Settings:
    """How much each kind of feature counts, how wide the dense kernel is, and how strongly weights are held down."""

    sparse_weight: float = 1.0
    dense_weight: float = 5.0
    width: float = 1.0
    regularisation: float = 0.5


@dataclass(frozen=True)
class Head:
    """One thing that is told of a text: its classes, the columns of the weights that are theirs, and its temperature."""

    classes: list[str]
    columns: slice
    sharpness: float


class KernelClassifier:
    """One-against-all kernel ridge regression whose scores become probabilities by temperature scaling.

    Sparse counts enter as cosine of TF-IDF, dense vectors (centred, of unit length) through a Gaussian kernel. The fit
    has a closed form, so it needs no seed. So have its leave-one-out predictions (Rifkin and Lippert, MIT-CSAIL-TR-
    2007-025); on these the temperature is chosen (Guo et al. 2017, arXiv 1706.04599), since scores on examples that
    a kernel machine was trained on say nothing about new ones. Several things can be told of the same texts (their
    intent, the finding they ask for): each is a head, and all heads share one factorisation.
    """

    def __init__(self, settings: Settings = Settings()) -> None:
        self.settings = settings
        self.heads: dict[str, Head] = {}
        self.left_out: dict[str, Array] = {}
        """Scores of each example by a model that has not seen it; a row an example. There after `fit` only."""

    def fit(self, sparse: list[sp.csr_matrix], dense: Array, labels: Mapping[str, Sequence[str | None]]) -> None:
        """Learns from examples: one matrix of counts per sparse featurizer and one dense matrix, a row an example.

        `labels` has a label for each example and head, or nothing where a head has nothing to say of an example.
        """
        self._idf = [_idf(block) for block in sparse]
        blocks = [self._weighted(block, idf) for block, idf in zip(sparse, self._idf, strict=True)]
        self._centre = dense.mean(axis=0, dtype=np.float64).astype(np.float32)
        self._dense = self._centred(dense)
        self._examples = [block.T.tocsr() for block in blocks]
        kernel = self._kernel(blocks)
        kernel[np.diag_indices_from(kernel)] += self.settings.regularisation
        factor = Cholesky(kernel)
        uncertainty = factor.inverse_diagonal()
        classes = {name: sorted({label for label in column if label is not None}) for name, column in labels.items()}
        targets = np.hstack([_targets(column, classes[name]) for name, column in labels.items()])
        self._prior = targets.mean(axis=0)
        self._weights = factor.solve(targets - self._prior)
        left_out = targets - self._weights / uncertainty[:, None]
        self.heads, self.left_out = {}, {}
        for (name, column), columns in zip(labels.items(), _side_by_side(classes.values()), strict=True):
            known = [row for row, label in enumerate(column) if label is not None]
            sharpness = _sharpness(left_out[known, columns], targets[known, columns])
            self.left_out[name] = left_out[:, columns]
            self.heads[name] = Head(classes[name], columns, sharpness)

    def probabilities(self, sparse: list[sp.csr_matrix], dense: Array) -> dict[str, Array]:
        """For each head, the probability of each of its classes (columns) for each text (rows)."""
        likeness = self._dense_kernel(self._centred(dense), self._dense)
        for block, idf, examples in zip(sparse, self._idf, self._examples, strict=True):
            weighted = self._weighted(block, idf)
            for row, (start, end) in enumerate(pairwise(weighted.indptr)):
                # Only the examples' counts of what stands in the text: a product of two sparse matrices takes thrice as long.
                alike = weighted.data[start:end] @ examples[weighted.indices[start:end]]
                likeness[row] += self.settings.sparse_weight * alike
        scores = likeness @ self._weights + self._prior
        return {name: softmax(scores[:, head.columns] * head.sharpness) for name, head in self.heads.items()}

    def left_out_probabilities(self, head: str) -> Array:
        """For each training example, the probabilities of a model that has not seen it."""
        return softmax(self.left_out[head] * self.heads[head].sharpness)

    @property
    def sparse_blocks(self) -> int:
        """How many matrices of counts the classifier expects."""
        return len(self._examples)

    def save(self, folder: Path) -> None:
        """Writes the fitted classifier as plain arrays and JSON, without pickles."""
        arrays = {f"idf_{number}": idf for number, idf in enumerate(self._idf)}
        learnt = {"prior": self._prior, "weights": self._weights}
        np.savez(folder / "arrays.npz", dense=self._dense, centre=self._centre, **learnt, **arrays)
        for number, block in enumerate(self._examples):
            sp.save_npz(folder / f"sparse_{number}.npz", block)
        heads = {name: {"classes": head.classes, "sharpness": head.sharpness} for name, head in self.heads.items()}
        content = {"heads": heads, "sparse": len(self._examples)}
        (folder / "classifier.json").write_text(json.dumps(content), encoding="utf-8")

    @classmethod
    def restore(cls, folder: Path, settings: Settings) -> KernelClassifier:
        """Reads what `save` wrote."""
        content = json.loads((folder / "classifier.json").read_text(encoding="utf-8"))
        found = cls(settings)
        with np.load(folder / "arrays.npz", allow_pickle=False) as arrays:
            found._dense, found._centre = arrays["dense"], arrays["centre"]
            found._idf = [arrays[f"idf_{number}"] for number in range(content["sparse"])]
            found._prior, found._weights = arrays["prior"], arrays["weights"]
        heads = content["heads"]
        for (name, head), columns in zip(
            heads.items(), _side_by_side(h["classes"] for h in heads.values()), strict=True
        ):
            found.heads[name] = Head(head["classes"], columns, head["sharpness"])
        found._examples = [sp.load_npz(folder / f"sparse_{number}.npz") for number in range(content["sparse"])]
        return found

    def _kernel(self, blocks: list[sp.csr_matrix]) -> Array:
        """How like the examples are to each other, on and above the diagonal; the rest, which is the same, is 0."""
        count = len(self._dense)
        kernel: Array = np.zeros((count, count), dtype=np.float32)
        for start in range(0, count, ROWS):
            rows = slice(start, start + ROWS)
            above = self._dense_kernel(self._dense[rows], self._dense[start:])
            for block in blocks:
                above += self.settings.sparse_weight * (block[rows] @ block[start:].T).toarray()
            kernel[rows, start:] = above
        return kernel

    def _dense_kernel(self, dense: Array, examples: Array) -> Array:
        kernel: Array = dense @ examples.T
        kernel -= 1.0  # all rows have unit length: minus half the squared distance
        kernel *= 2.0 * self.settings.width
        np.minimum(kernel, 0.0, out=kernel)
        np.exp(kernel, out=kernel)
        kernel *= self.settings.dense_weight
        return kernel

    def _weighted(self, counts: sp.csr_matrix, idf: Array) -> sp.csr_matrix:
        weighted = sp.csr_matrix(counts, dtype=np.float32, copy=True)
        weighted.data = (np.log(weighted.data) + 1.0) * idf[weighted.indices]
        entries = np.diff(weighted.indptr)
        rows = np.repeat(np.arange(len(entries)), entries)
        lengths = np.sqrt(np.bincount(rows, weights=weighted.data**2, minlength=len(entries))).astype(np.float32)
        weighted.data /= lengths[rows]
        return weighted

    def _centred(self, dense: Array) -> Array:
        centred = (dense - self._centre).astype(np.float32)
        lengths: Array = np.linalg.norm(centred, axis=1, keepdims=True)
        unit: Array = centred / np.maximum(lengths, 1e-12)
        return unit


def softmax(scores: Array) -> Array:
    shifted = np.exp(scores - scores.max(axis=1, keepdims=True, initial=-np.inf))
    probabilities: Array = shifted / shifted.sum(axis=1, keepdims=True)
    return probabilities


def _idf(counts: sp.csr_matrix) -> Array:
    fitted = TfidfTransformer().fit(counts)
    idf: Array = fitted.idf_.astype(np.float32)
    return idf


def _targets(labels: Sequence[str | None], classes: Sequence[str]) -> Array:
    targets = np.array([[label == each for each in classes] for label in labels], dtype=np.float32)
    return targets.reshape(len(labels), len(classes))


def _side_by_side(classes: Iterable[Sequence[str]]) -> list[slice]:
    """The columns of each head where all stand in one matrix, which is read faster than many."""
    ends = [0, *accumulate(len(each) for each in classes)]
    return [slice(*columns) for columns in pairwise(ends)]


def _sharpness(left_out: Array, targets: Array) -> float:
    if not len(targets):  # a head of which no example says anything
        return 1.0

    def surprise(sharpness: float) -> float:
        chances = (softmax(left_out * sharpness) * targets).sum(axis=1)
        return float(-np.log(np.maximum(chances, 1e-12)).mean())

    return float(minimize_scalar(surprise, bounds=(1.0, 100.0), method="bounded").x)
