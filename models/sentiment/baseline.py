"""What simpler ways reach: ``python -m models.sentiment.baseline HEADLINES.csv`` prints accuracies to compare with.

Words of the headline with the company masked, words with their place beside the company, and what the untouched base
network makes of the headline; each before a logistic regression, on the same split as the model and in five folds.
"""

from __future__ import annotations

import argparse
import itertools
import re
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np
import torch

from models.sentiment.base import base_folder
from models.sentiment.data import PARTS, TEST, TRAINING, Example, read_examples
from models.sentiment.marking import collate, mark, mentions, tokenizer_of
from models.sentiment.network import base_network

NEAR: Final = 4  # words before and after the company whose side is told
FOLDS: Final = 5
WORD: Final = re.compile(r"\w+|%")
COMPANY: Final = "thecompany"
Fit = Callable[[Sequence[Example], Sequence[Example]], np.ndarray[Any, Any]]


def masked(example: Example) -> list[str]:
    """The headline's words in lower case with every mention of the company replaced by one word."""
    text, end = "", 0
    for start, stop in mentions(example.title, example.entity):
        text += f"{example.title[end:start]} {COMPANY} "
        end = stop
    return WORD.findall((text + example.title[end:]).lower())


def placed(example: Example) -> list[str]:
    """The masked words, and those near the company once more with the side on which they stand."""
    words = masked(example)
    at = words.index(COMPANY) if COMPANY in words else 0
    before = [f"before_{word}" for word in words[max(0, at - NEAR) : at]]
    return words + before + [f"after_{word}" for word in words[at + 1 : at + 1 + NEAR]]


def by_words(analyzer: Callable[[Example], list[str]]) -> Fit:
    """TF-IDF of single words and pairs, then a logistic regression."""

    def fit(train: Sequence[Example], test: Sequence[Example]) -> np.ndarray[Any, Any]:
        from sklearn.feature_extraction.text import TfidfVectorizer

        def pairs(example: Example) -> list[str]:
            words = analyzer(example)
            return words + [f"{first} {second}" for first, second in itertools.pairwise(words)]

        counted = TfidfVectorizer(analyzer=pairs, sublinear_tf=True)
        return _regression(counted.fit_transform(train), counted.transform(test), train)

    return fit


def by_base_network(examples: Sequence[Example], folder: Path) -> Fit:
    """Company and start token as the untouched base network sees them, then a logistic regression."""
    rows = dict(zip(map(id, examples), _features(examples, folder), strict=True))

    def fit(train: Sequence[Example], test: Sequence[Example]) -> np.ndarray[Any, Any]:
        known, asked = (np.stack([rows[id(example)] for example in some]) for some in (train, test))
        return _regression(known, asked, train)

    return fit


def accuracies(fit: Fit, examples: Sequence[Example]) -> tuple[float, float]:
    """On the held-out headlines, and the mean of `FOLDS` folds by headline over all."""

    def right(learned: Sequence[int], asked: Sequence[int]) -> float:
        train = [example for example in examples if example.part in learned]
        test = [example for example in examples if example.part in asked]
        return float((fit(train, test) == np.array([example.target for example in test])).mean())

    folds = [[part for part in range(PARTS) if part % FOLDS == fold] for fold in range(FOLDS)]
    rest = [[part for part in range(PARTS) if part not in fold] for fold in folds]
    return right(TRAINING, TEST), float(np.mean([right(*pair) for pair in zip(rest, folds, strict=True)]))


def _regression(known: Any, asked: Any, train: Sequence[Example]) -> np.ndarray[Any, Any]:
    from sklearn.linear_model import LogisticRegression

    model = LogisticRegression(C=5, max_iter=500).fit(known, [example.target for example in train])
    answers: np.ndarray[Any, Any] = model.predict(asked)
    return answers


@torch.inference_mode()
def _features(examples: Sequence[Example], folder: Path) -> list[np.ndarray[Any, Any]]:
    net, tokenizer = base_network(folder).eval(), tokenizer_of(folder)
    rows = [mark(example.title, example.entity, tokenizer) for example in examples]
    order = sorted(range(len(rows)), key=lambda number: len(rows[number].ids))
    found: dict[int, np.ndarray[Any, Any]] = {}
    for start in range(0, len(order), 64):
        chosen = order[start : start + 64]
        batch = collate([rows[number] for number in chosen])
        found.update(zip(chosen, net.seen(net.lower(batch), batch).numpy(), strict=True))
    return [found[number] for number in range(len(rows))]


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("headlines", type=Path)
    given = parser.parse_args(arguments)
    examples = read_examples(given.headlines)
    ways = {
        "words, company masked": by_words(masked),
        "words with their side": by_words(placed),
        "untouched base network": by_base_network(examples, base_folder()),
    }
    for name, fit in ways.items():
        held_out, folds = accuracies(fit, examples)
        sys.stdout.write(f"{name:24} held out {held_out:.4f}  five folds {folds:.4f}\n")


if __name__ == "__main__":
    main()
