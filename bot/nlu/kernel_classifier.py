"""Regularised least squares over a sum of kernels, calibrated on exact leave-one-out predictions."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray
from scipy.linalg import cho_factor, cho_solve
from scipy.optimize import minimize_scalar
from sklearn.feature_extraction.text import TfidfTransformer

Array = NDArray[np.float64]


@dataclass(frozen=True)
class Settings:
    """How much each kind of feature counts, how wide the dense kernel is, and how strongly weights are held down."""

    sparse_weight: float = 1.0
    dense_weight: float = 3.0
    width: float = 1.0
    regularisation: float = 0.5


class KernelClassifier:
    """One-against-all kernel ridge regression whose scores become probabilities by temperature scaling.

    Sparse counts enter as cosine of TF-IDF, dense vectors (centred, of unit length) through a Gaussian kernel. The fit
    has a closed form, so it needs no seed. So have its leave-one-out predictions (Rifkin and Lippert, MIT-CSAIL-TR-
    2007-025); on these the temperature is chosen (Guo et al. 2017, arXiv 1706.04599), since scores on examples that
    a kernel machine was trained on say nothing about new ones.
    """

    def __init__(self, settings: Settings = Settings()) -> None:
        self.settings = settings
        self.classes: list[str] = []

    def fit(self, sparse: list[sp.csr_matrix], dense: Array, labels: list[str]) -> None:
        """Learns from examples: one matrix of counts per sparse featurizer and one dense matrix, a row an example."""
        self.classes = sorted(set(labels))
        self._idf = [_idf(block) for block in sparse]
        self._sparse = [self._weighted(block, idf) for block, idf in zip(sparse, self._idf, strict=True)]
        self._centre = dense.mean(axis=0)
        self._dense = self._centred(dense)
        targets = np.array([[label == name for name in self.classes] for label in labels], dtype=np.float64)
        self._prior = targets.mean(axis=0)
        kernel = self._dense_kernel(self._dense)
        for block in self._sparse:
            kernel += self.settings.sparse_weight * (block @ block.T).toarray()
        kernel[np.diag_indices_from(kernel)] += self.settings.regularisation
        inverse = cho_solve(cho_factor(kernel, lower=True), np.eye(len(labels)))
        self._weights = inverse @ (targets - self._prior)
        self.left_out = targets - self._weights / np.diag(inverse)[:, None]
        self._sharpness = _sharpness(self.left_out, targets)
        self._fold()

    def probabilities(self, sparse: list[sp.csr_matrix], dense: Array) -> Array:
        """Probability of each class (columns in the order of `classes`) for each row."""
        rows = [self._weighted(block, idf) for block, idf in zip(sparse, self._idf, strict=True)]
        scores = self._dense_kernel(self._centred(dense)) @ self._weights + self._prior
        for row, folded in zip(rows, self._folded, strict=True):
            scores += row @ folded
        return softmax(scores * self._sharpness)

    def left_out_probabilities(self) -> Array:
        """For each training example, the probabilities of a model that has not seen it."""
        return softmax(self.left_out * self._sharpness)

    @property
    def sparse_blocks(self) -> int:
        """How many matrices of counts the classifier expects."""
        return len(self._sparse)

    def save(self, folder: Path) -> None:
        """Writes the fitted classifier as plain arrays and JSON, without pickles."""
        np.savez(
            folder / "arrays.npz",
            dense=self._dense,
            centre=self._centre,
            prior=self._prior,
            weights=self._weights,
            **{f"idf_{number}": idf for number, idf in enumerate(self._idf)},
        )
        for number, block in enumerate(self._sparse):
            sp.save_npz(folder / f"sparse_{number}.npz", block)
        content = {"classes": self.classes, "sharpness": self._sharpness, "sparse": len(self._sparse)}
        (folder / "classifier.json").write_text(json.dumps(content), encoding="utf-8")

    @classmethod
    def restore(cls, folder: Path, settings: Settings) -> KernelClassifier:
        """Reads what `save` wrote."""
        content = json.loads((folder / "classifier.json").read_text(encoding="utf-8"))
        found = cls(settings)
        found.classes = list(content["classes"])
        found._sharpness = float(content["sharpness"])
        with np.load(folder / "arrays.npz", allow_pickle=False) as arrays:
            found._dense, found._centre = arrays["dense"], arrays["centre"]
            found._prior, found._weights = arrays["prior"], arrays["weights"]
            found._idf = [arrays[f"idf_{number}"] for number in range(content["sparse"])]
        found._sparse = [sp.load_npz(folder / f"sparse_{number}.npz") for number in range(content["sparse"])]
        found._fold()
        return found

    def _fold(self) -> None:
        """The sparse kernels are linear, so that examples and weights can be multiplied once, before any message."""
        self._folded = [self.settings.sparse_weight * (block.T @ self._weights) for block in self._sparse]

    def _dense_kernel(self, dense: Array) -> Array:
        squared_distances = np.maximum(2.0 - 2.0 * dense @ self._dense.T, 0.0)  # all rows have unit length
        kernel: Array = self.settings.dense_weight * np.exp(-self.settings.width * squared_distances)
        return kernel

    def _weighted(self, counts: sp.csr_matrix, idf: Array) -> sp.csr_matrix:
        weighted = sp.csr_matrix(counts, dtype=np.float64, copy=True)
        np.log(weighted.data, out=weighted.data)
        weighted.data += 1.0
        weighted = weighted.multiply(idf[None, :]).tocsr()
        lengths = np.sqrt(weighted.multiply(weighted).sum(axis=1)).A1
        return sp.diags(1.0 / np.maximum(lengths, 1e-12)) @ weighted

    def _centred(self, dense: Array) -> Array:
        centred = dense - self._centre
        lengths: Array = np.linalg.norm(centred, axis=1, keepdims=True)
        unit: Array = centred / np.maximum(lengths, 1e-12)
        return unit


def softmax(scores: Array) -> Array:
    shifted = np.exp(scores - scores.max(axis=1, keepdims=True))
    probabilities: Array = shifted / shifted.sum(axis=1, keepdims=True)
    return probabilities


def _idf(counts: sp.csr_matrix) -> Array:
    fitted = TfidfTransformer().fit(counts)
    idf: Array = fitted.idf_
    return idf


def _sharpness(left_out: Array, targets: Array) -> float:
    def surprise(sharpness: float) -> float:
        chances = (softmax(left_out * sharpness) * targets).sum(axis=1)
        return float(-np.log(np.maximum(chances, 1e-12)).mean())

    return float(minimize_scalar(surprise, bounds=(1.0, 100.0), method="bounded").x)
