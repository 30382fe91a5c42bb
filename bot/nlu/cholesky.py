"""The Cholesky factor of a large matrix, a block of columns at a time."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from scipy.linalg import lapack

Array = NDArray[np.float32]

BLOCK = 1000
"""Columns of a block: large enough for products to be fast, small enough for what is computed twice to cost little."""


class Cholesky:
    """L, lower triangular, such that L times its transpose is a symmetric positive definite matrix.

    All but the corner of each block is products of matrices. LAPACK's own routine for the whole matrix is no choice:
    with two threads OpenBLAS (0.3.18, which scipy 1.10 brings) writes beyond its working memory where a matrix has
    more than some 26,000 rows, and ends the process (its issue 2562).
    """

    def __init__(self, matrix: Array) -> None:
        """Reads the matrix on and above the diagonal, row by row in memory, and overwrites it.

        Raises ValueError where the matrix is not positive definite.
        """
        self.lower = matrix.T
        edges = [*range(0, len(matrix), BLOCK), len(matrix)]
        self._blocks = [slice(start, stop) for start, stop in pairwise(edges)]
        self._inverted_corners = [self._reduced(block) for block in self._blocks]

    def solve(self, right: Array) -> Array:
        """X such that the matrix times X is `right`."""
        solution, _ = lapack.spotrs(self.lower, right, lower=1)
        found: Array = solution
        return found

    def inverse_diagonal(self) -> Array:
        """The diagonal of the inverse of the matrix: the lengths of the columns of inverted L, squared."""
        diagonal = np.empty(len(self.lower), dtype=np.float32)
        for number, block in enumerate(self._blocks):
            inverted = self._inverted(number)
            diagonal[block] = np.einsum("ij,ij->j", inverted, inverted)
        return diagonal

    def _reduced(self, block: slice) -> Array:
        """Makes the columns of L in a block, all those before it being made; returns its corner, inverted."""
        lower, before, below = self.lower, slice(0, block.start), slice(block.stop, None)
        lower[block.start :, block] -= lower[block.start :, before] @ lower[block, before].T
        corner, failed = lapack.spotrf(lower[block, block], lower=1)
        if failed:
            raise ValueError(f"a matrix of {len(lower)} rows is not positive definite, so it cannot be factorised")
        inverted: Array = lapack.strtri(corner, lower=1)[0]
        lower[block, block] = corner
        lower[below, block] = lower[below, block] @ inverted.T
        return inverted

    def _inverted(self, number: int) -> Array:
        """The columns of inverted L in a block, from its corner down."""
        first = self._blocks[number]
        columns = np.empty((len(self.lower) - first.start, first.stop - first.start), dtype=np.float32)
        columns[: columns.shape[1]] = self._inverted_corners[number]
        for block, corner in zip(self._blocks[number + 1 :], self._inverted_corners[number + 1 :], strict=True):
            above = block.start - first.start
            known = self.lower[block, first.start : block.start] @ columns[:above]
            columns[above : block.stop - first.start] = -corner @ known
        return columns
