"""The Cholesky factor of a large matrix, a block of columns at a time."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from bot.nlu import cholesky
from bot.nlu.cholesky import Cholesky

Array = NDArray[np.float32]


def positive(rows: int) -> Array:
    random = np.random.default_rng(7).standard_normal((rows, rows)).astype(np.float32)
    matrix: Array = random @ random.T / rows + np.eye(rows, dtype=np.float32)
    return matrix


@pytest.fixture(params=[1, 7, 16, 50], ids="blocks of {}".format)
def block(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    size: int = request.param
    monkeypatch.setattr(cholesky, "BLOCK", size)
    return size


@pytest.mark.usefixtures("block")
class TestCholesky:
    def test_the_factor_times_its_transpose_is_the_matrix(self) -> None:
        matrix = positive(50)
        lower = Cholesky(matrix.copy()).lower
        assert np.allclose(np.tril(lower) @ np.tril(lower).T, matrix, atol=1e-5)

    def test_a_solution_times_the_matrix_is_the_right_side(self) -> None:
        matrix, right = positive(50), np.arange(100, dtype=np.float32).reshape(50, 2)
        assert np.allclose(matrix @ Cholesky(matrix.copy()).solve(right), right, atol=1e-3)

    def test_the_diagonal_of_the_inverse_is_that_of_the_inverted_matrix(self) -> None:
        matrix = positive(50)
        assert np.allclose(Cholesky(matrix.copy()).inverse_diagonal(), np.diag(np.linalg.inv(matrix)), atol=1e-5)

    def test_what_stands_below_the_diagonal_is_not_read(self) -> None:
        matrix = positive(50)
        assert np.array_equal(Cholesky(np.triu(matrix)).inverse_diagonal(), Cholesky(matrix).inverse_diagonal())

    def test_a_matrix_that_is_not_positive_definite_is_refused(self) -> None:
        matrix = positive(50)
        matrix[30, 30] = -1.0
        with pytest.raises(ValueError, match="a matrix of 50 rows is not positive definite"):
            Cholesky(matrix)
