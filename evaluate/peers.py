"""Waymark and what it is compared with. Each gives, for every text, intents with their confidence, the likeliest first."""

from __future__ import annotations

import asyncio
import math
import re
import tempfile
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import yaml
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import SGDClassifier
from sklearn.pipeline import make_pipeline, make_union

from bot.knowledge import rule_base
from bot.paths import MODEL, NLU
from bot.server.discretion import be_discreet
from evaluate.questions import examples

Ranking = list[tuple[str, float]]
Peer = Callable[[Sequence[str]], list[Ranking]]
BEST = 10
SEED = 1
K1, B = 1.2, 0.75
"""The usual parameters of BM25 (Robertson and Zaragoza 2009)."""
STOCK = {
    "recipe": "default.v1",
    "language": "en",
    "pipeline": [
        {"name": "WhitespaceTokenizer"},
        {"name": "RegexFeaturizer"},
        {"name": "LexicalSyntacticFeaturizer"},
        {"name": "CountVectorsFeaturizer"},
        {"name": "CountVectorsFeaturizer", "analyzer": "char_wb", "min_ngram": 1, "max_ngram": 4},
        {"name": "DIETClassifier", "epochs": 100, "constrain_similarities": True, "random_seed": SEED},
    ],
}
"""What `rasa init` of Rasa 3.6 suggests, as far as it recognises intents, with a seed."""


def waymark(texts: Sequence[str]) -> list[Ranking]:
    """The trained model of this project."""
    return _recognised(MODEL, texts)


def diet(texts: Sequence[str]) -> list[Ranking]:
    """Rasa's stock pipeline, trained on the same examples."""
    be_discreet()
    from rasa.model_training import train_nlu

    with tempfile.TemporaryDirectory(prefix="waymark-evaluate-") as folder:
        config = Path(folder) / "config.yml"
        config.write_text(yaml.safe_dump(STOCK), encoding="utf-8")
        trained = train_nlu(str(config), str(NLU), folder, fixed_model_name="stock")
        return _recognised(Path(str(trained)), texts)


def tfidf(texts: Sequence[str]) -> list[Ranking]:
    """Logistic regression (fitted by stochastic descent) on TF-IDF of words and parts of words, on the same examples."""
    features = make_union(
        TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True),
        TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True, min_df=2),
    )
    model = make_pipeline(
        features, SGDClassifier(loss="log_loss", alpha=1e-6, max_iter=30, n_jobs=2, random_state=SEED)
    )
    learnt, intents = zip(*examples(), strict=True)
    model.fit(learnt, intents)
    classes = model[-1].classes_
    return [
        [(str(classes[index]), float(row[index])) for index in np.argsort(-row)[:BEST]]
        for row in model.predict_proba(list(texts))
    ]


def bm25(texts: Sequence[str]) -> list[Ranking]:
    """BM25 over the rule base: what each question and its advice say. It learns from no examples.

    The scores are no probabilities; what is not covered can only be told by a low one.
    """
    base = rule_base()
    documents = {
        question.id: _words(
            " ".join(
                [
                    question.asks["en"],
                    *(each.says["en"] for rule in base.rules_by_question[question.id] for each in rule.statements()),
                    *(
                        base.findings[key].says["en"]
                        for rule in base.rules_by_question[question.id]
                        for each in rule.statements()
                        for key in each.because
                    ),
                ]
            )
        )
        for question in base.questions.values()
    }
    counts = {key: Counter(words) for key, words in documents.items()}
    lengths = {key: len(words) for key, words in documents.items()}
    mean = sum(lengths.values()) / len(lengths)
    holders = Counter(word for each in counts.values() for word in each)

    def score(words: list[str], key: str) -> float:
        total = 0.0
        for word in words:
            if often := counts[key][word]:
                rare = math.log(1 + (len(counts) - holders[word] + 0.5) / (holders[word] + 0.5))
                total += rare * often * (K1 + 1) / (often + K1 * (1 - B + B * lengths[key] / mean))
        return total

    def ranked(text: str) -> Ranking:
        words = _words(text)
        return sorted(((key, score(words, key)) for key in counts), key=lambda each: -each[1])[:BEST]

    return [ranked(text) for text in texts]


PEERS: dict[str, tuple[str, Peer]] = {
    "waymark": ("Waymark", waymark),
    "tfidf": ("TF-IDF with logistic regression", tfidf),
    "diet": ("stock Rasa (DIET)", diet),
    "bm25": ("BM25 over the rule base", bm25),
}
"""By the name for the command line: what a reader calls it, and how it recognises."""


def parsed(model: Path, texts: Sequence[str]) -> list[dict[str, Any]]:
    """What Rasa makes of each text by a trained model."""
    be_discreet()
    from rasa.core.agent import Agent

    agent = Agent.load(str(model))

    async def each() -> list[dict[str, Any]]:
        return [await agent.parse_message(text) for text in texts]

    return asyncio.run(each())


def _recognised(model: Path, texts: Sequence[str]) -> list[Ranking]:
    return [
        [(guess["name"], guess["confidence"]) for guess in each["intent_ranking"] if guess["name"] != "nlu_fallback"]
        for each in parsed(model, texts)
    ]


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())
