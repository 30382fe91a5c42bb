"""The kernel classifier, on small made-up data."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
import scipy.sparse as sp
from numpy.typing import NDArray

from bot.nlu.kernel_classifier import KernelClassifier, Settings, softmax

Array = NDArray[np.float32]
CLASSES = ("fund", "mentor", "role")
USUAL = Settings()
HEAD = "intent"
SINGLE = 1e-5
"""What single precision may differ by."""


@dataclass(frozen=True)
class Examples:
    """Examples of three classes: two matrices of counts, one of dense vectors, and labels."""

    sparse: list[sp.csr_matrix]
    dense: Array
    labels: list[str]

    def rows(self, chosen: list[int]) -> Examples:
        return Examples(
            [block[chosen] for block in self.sparse], self.dense[chosen], [self.labels[row] for row in chosen]
        )


def examples(count: int = 30, noise: float = 1.0, seed: int = 7) -> Examples:
    """Each class has its own words and its own direction; the more noise, the less one sees of them."""
    chance = np.random.default_rng(seed)
    labels = [CLASSES[number % len(CLASSES)] for number in range(count)]
    blocks, dense = [], chance.normal(scale=noise, size=(count, 6))
    for width in (9, 15):
        counts = chance.poisson(0.4 * noise, size=(count, width))
        for row, label in enumerate(labels):
            counts[row, CLASSES.index(label) * 3] += 2
            counts[row, 1] += 1  # so that no row is empty
        blocks.append(sp.csr_matrix(counts))
    for row, label in enumerate(labels):
        dense[row, CLASSES.index(label)] += 2
    return Examples(blocks, dense.astype(np.float32), labels)


def fitted(known: Examples, settings: Settings = USUAL) -> KernelClassifier:
    classifier = KernelClassifier(settings)
    classifier.fit(known.sparse, known.dense, {HEAD: known.labels})
    return classifier


def chances_of(classifier: KernelClassifier, new: Examples) -> Array:
    return classifier.probabilities(new.sparse, new.dense)[HEAD]


def classes_of(classifier: KernelClassifier) -> list[str]:
    return classifier.heads[HEAD].classes


def kernel_of(known: Examples, settings: Settings) -> Array:
    """The kernel written anew from its description: cosine of TF-IDF, and a Gaussian of centred unit vectors."""
    unit = known.dense - known.dense.mean(axis=0)
    unit /= np.linalg.norm(unit, axis=1, keepdims=True)
    distances = ((unit[:, None, :] - unit[None, :, :]) ** 2).sum(axis=2)
    kernel = settings.dense_weight * np.exp(-settings.width * distances)
    for block in known.sparse:
        counts = block.toarray().astype(float)
        idf = np.log((1 + len(counts)) / (1 + (counts > 0).sum(axis=0))) + 1
        weighted = np.where(counts > 0, 1 + np.log(np.maximum(counts, 1)), 0) * idf
        weighted /= np.linalg.norm(weighted, axis=1, keepdims=True)
        kernel = kernel + settings.sparse_weight * weighted @ weighted.T
    return np.asarray(kernel)


def sharpness_of(classifier: KernelClassifier) -> float:
    """By how much scores were sharpened into probabilities, read off the first example that was left out."""
    chances = np.log(classifier.left_out_probabilities(HEAD)[0])
    scores = classifier.left_out[HEAD][0]
    return float((chances[0] - chances[1]) / (scores[0] - scores[1]))


@pytest.mark.parametrize("noise", [0.1, 1.0, 5.0])
def test_no_probability_is_negative_and_they_sum_to_one(noise: float) -> None:
    known, new = examples(noise=noise), examples(12, noise=noise, seed=8)
    chances = chances_of(fitted(known), new)
    assert chances.shape == (12, 3)
    assert (chances >= 0).all()  # in single precision the least become 0
    assert np.allclose(chances.sum(axis=1), 1, atol=SINGLE)


def test_columns_stand_in_the_order_of_the_classes() -> None:
    known, new = examples(), examples(30, noise=0.3, seed=8)
    classifier = fitted(known)
    best = chances_of(classifier, new).argmax(axis=1)
    assert classes_of(classifier) == sorted(CLASSES)
    assert [classes_of(classifier)[index] for index in best] == new.labels


@pytest.mark.parametrize("settings", [USUAL, Settings(0.3, 4.0, 0.5, 0.05)], ids=["usual", "unusual"])
def test_leave_one_out_equals_a_refit_without_that_example(settings: Settings) -> None:
    known = examples()
    targets = np.array([[label == name for name in sorted(CLASSES)] for label in known.labels], dtype=float)
    prior, kernel = targets.mean(axis=0), kernel_of(known, settings)
    refits = np.empty_like(targets)
    for left_out in range(len(targets)):
        rest = [row for row in range(len(targets)) if row != left_out]
        ridge = kernel[np.ix_(rest, rest)] + settings.regularisation * np.eye(len(rest))
        refits[left_out] = kernel[left_out, rest] @ np.linalg.solve(ridge, targets[rest] - prior) + prior
    assert np.abs(fitted(known, settings).left_out[HEAD] - refits).max() < SINGLE


def test_left_out_predictions_are_less_sure_than_those_on_what_was_learnt() -> None:
    known = examples()
    classifier = fitted(known)
    truth = [classes_of(classifier).index(label) for label in known.labels]
    rows = np.arange(len(truth))
    learnt = chances_of(classifier, known)[rows, truth].mean()
    assert classifier.left_out_probabilities(HEAD)[rows, truth].mean() < learnt


def test_what_was_saved_and_restored_gives_identical_probabilities(tmp_path: Path) -> None:
    known, new = examples(), examples(12, seed=8)
    settings = Settings(sparse_weight=0.7, width=2.0)
    classifier = fitted(known, settings)
    classifier.save(tmp_path)
    restored = KernelClassifier.restore(tmp_path, settings)
    assert classes_of(restored) == classes_of(classifier)
    assert restored.sparse_blocks == classifier.sparse_blocks == 2
    before, after = (chances_of(each, new) for each in (classifier, restored))
    assert np.array_equal(before, after)


def test_no_pickle_is_written(tmp_path: Path) -> None:
    fitted(examples()).save(tmp_path)
    assert {file.suffix for file in tmp_path.iterdir()} == {".npz", ".json"}
    for file in tmp_path.glob("*.npz"):
        with np.load(file, allow_pickle=False) as arrays:
            assert all(arrays[name].dtype != object for name in arrays)


def test_the_order_of_examples_does_not_matter() -> None:
    known, new = examples(), examples(12, seed=8)
    order = [int(row) for row in np.random.default_rng(3).permutation(len(known.labels))]
    before = chances_of(fitted(known), new)
    after = chances_of(fitted(known.rows(order)), new)
    assert np.abs(before - after).max() < SINGLE


def test_fitting_twice_gives_identical_probabilities() -> None:
    known, new = examples(), examples(12, seed=8)
    first, second = (chances_of(fitted(known), new) for _ in range(2))
    assert np.array_equal(first, second)


def test_a_new_row_does_not_depend_on_the_rows_beside_it() -> None:
    classifier, new = fitted(examples()), examples(12, seed=8)
    together = chances_of(classifier, new)
    alone = np.vstack([chances_of(classifier, one) for one in (new.rows([n]) for n in range(12))])
    assert np.abs(together - alone).max() < SINGLE


def test_a_new_row_of_zeros_gets_probabilities_too() -> None:
    classifier = fitted(examples())
    nothing = [sp.csr_matrix((1, 9)), sp.csr_matrix((1, 15))]
    for dense in (np.zeros((1, 6)), np.full((1, 6), 1e-300)):
        chances = classifier.probabilities(nothing, dense)[HEAD]
        assert np.isfinite(chances).all()
        assert np.isclose(chances.sum(), 1)


def test_a_row_of_zeros_among_the_examples_does_no_harm() -> None:
    known = examples()
    blocks = [sp.vstack([block, sp.csr_matrix((1, block.shape[1]))]).tocsr() for block in known.sparse]
    spoilt = Examples(blocks, np.vstack([known.dense, known.dense.mean(axis=0)]), [*known.labels, "role"])
    chances = chances_of(fitted(spoilt), known)
    assert np.isfinite(chances).all()


def test_a_word_that_no_example_holds_does_no_harm() -> None:
    known = examples()
    wider = [sp.hstack([block, sp.csr_matrix((block.shape[0], 1))]).tocsr() for block in known.sparse]
    new = [sp.csr_matrix(np.eye(1, block.shape[1], block.shape[1] - 1)) for block in wider]
    chances = fitted(Examples(wider, known.dense, known.labels)).probabilities(new, known.dense[:1])[HEAD]
    assert np.isfinite(chances).all()


def test_clean_examples_are_sharpened_more_than_noisy_ones() -> None:
    clean, middling, noisy = (sharpness_of(fitted(examples(60, noise=noise))) for noise in (0.1, 2.0, 8.0))
    assert clean > middling > noisy


def test_calibration_is_no_more_sure_than_it_is_right() -> None:
    """On new noisy examples the mean confidence is within 0.15 of the share that is right."""
    known, new = examples(90, noise=2.0), examples(300, noise=2.0, seed=8)
    classifier = fitted(known)
    chances = chances_of(classifier, new)
    right = np.mean(
        [classes_of(classifier)[best] == label for best, label in zip(chances.argmax(axis=1), new.labels, strict=True)]
    )
    assert abs(chances.max(axis=1).mean() - right) < 0.15


def test_fitting_does_not_change_what_it_was_given() -> None:
    known = examples()
    before = [block.toarray() for block in known.sparse], known.dense.copy()
    fitted(known)
    assert all(np.array_equal(old, block.toarray()) for old, block in zip(before[0], known.sparse, strict=True))
    assert np.array_equal(before[1], known.dense)


def test_softmax_bears_scores_of_any_size() -> None:
    chances = softmax(np.array([[1e6, 0.0, -1e6], [-1e6, -1e6, -1e6]]))
    assert np.allclose(chances, [[1, 0, 0], [1 / 3, 1 / 3, 1 / 3]])


def parts(known: Examples) -> list[str | None]:
    """A second label: every other example belongs to a part of its class, and the rest to none."""
    return [f"{label}_{row % 4}" if row % 2 else None for row, label in enumerate(known.labels)]


def test_a_second_head_tells_something_else_of_the_same_texts() -> None:
    known, new = examples(120, noise=0.3), examples(30, noise=0.3, seed=8)
    classifier = KernelClassifier()
    classifier.fit(known.sparse, known.dense, {HEAD: known.labels, "part": parts(known)})
    told = classifier.probabilities(new.sparse, new.dense)
    best = [classifier.heads["part"].classes[index] for index in told["part"].argmax(axis=1)]
    assert np.mean([each.startswith(label) for each, label in zip(best, new.labels, strict=True)]) > 0.9
    assert np.allclose(told["part"].sum(axis=1), 1, atol=SINGLE)


def test_one_head_does_not_depend_on_the_other() -> None:
    known, new = examples(), examples(12, seed=8)
    both = KernelClassifier()
    both.fit(known.sparse, known.dense, {HEAD: known.labels, "part": parts(known)})
    assert np.abs(chances_of(both, new) - chances_of(fitted(known), new)).max() < SINGLE


def test_a_head_without_any_label_has_no_classes() -> None:
    known, new = examples(), examples(12, seed=8)
    classifier = KernelClassifier()
    classifier.fit(known.sparse, known.dense, {HEAD: known.labels, "part": [None] * len(known.labels)})
    assert classifier.probabilities(new.sparse, new.dense)["part"].shape == (12, 0)


def test_all_heads_are_saved_and_restored(tmp_path: Path) -> None:
    known, new = examples(), examples(12, seed=8)
    classifier = KernelClassifier()
    classifier.fit(known.sparse, known.dense, {HEAD: known.labels, "part": parts(known)})
    classifier.save(tmp_path)
    restored = KernelClassifier.restore(tmp_path, USUAL)
    before, after = (each.probabilities(new.sparse, new.dense) for each in (classifier, restored))
    assert set(before) == set(after) == {HEAD, "part"}
    assert all(np.array_equal(before[head], after[head]) for head in before)
