"""Whether documents answer at all: how often that is decided rightly, and (`--fit`) the weights of the decision.

Answerable: the pairs of `chat_collection.py`. Not answerable: `chat_elsewhere.txt` (general knowledge, HR, farming,
prices) asked of every document that questions were written for, and, harder, those questions asked of the other
documents. Libraries of 1, 5 and all documents (without the right one for the harder kind). Two folds by document: each
half is judged by weights fitted on the other; the shipped weights are fitted on both.

    python -m tests.benchmarks.chat_answers [--fit]
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression

from models.text.embedder import SentenceEmbedder
from tests.benchmarks.chat_collection import asked, documents, pairs
from tools.chat.library import DocumentLibrary
from tools.chat.library_answers import ENOUGH, figures, probability
from tools.chat.library_bridge import wanted
from tools.chat.library_words import is_hindi
from tools.documents.types import Document

ELSEWHERE = Path(__file__).with_name("chat_elsewhere.txt")
WEIGHTS = {"asked": 1.0, "told": 0.5, "keywords": 0.15, "elsewhere": 1.0, "same kind": 0.25}


@dataclass(frozen=True)
class Row:
    """One question of one library."""

    kind: str
    size: str
    hindi: bool
    half: int
    answerable: bool
    figures: tuple[float, ...]
    by_words: tuple[float, ...]
    shipped: float

    @property
    def group(self) -> tuple[bool, str, str]:
        return self.hindi, self.kind, self.size


class Libraries:
    """Libraries of one, five or all documents, made when they are wanted."""

    def __init__(self, found: dict[str, Document]) -> None:
        self._found, self._names = found, sorted(found)
        self._embedder = SentenceEmbedder()
        self._made: dict[tuple[str, ...], DocumentLibrary] = {}

    def around(self, name: str, count: int) -> DocumentLibrary:
        """The document `name` and others, `count` in all."""
        at = self._names.index(name)
        return self._of([self._names[(at + step * 7) % len(self._names)] for step in range(count)])

    def whole(self) -> DocumentLibrary:
        """All documents."""
        return self._of(self._names)

    @contextmanager
    def without(self, name: str) -> Iterator[DocumentLibrary]:
        """All documents but one, for a while."""
        library = self.whole()
        library.remove(name)
        yield library
        library.add(self._found[name])

    def _of(self, names: Sequence[str]) -> DocumentLibrary:
        key = tuple(sorted(names))
        if key not in self._made:
            self._made[key] = DocumentLibrary(self._embedder)
            for name in key:
                self._made[key].add(self._found[name])
        return self._made[key]


def rows(found: dict[str, Document]) -> Iterator[Row]:
    """Every question of every library."""
    libraries = Libraries(found)
    half = {name: at % 2 for at, name in enumerate(sorted(found))}
    written = sorted({pair.document for pair in asked()})
    for pair in pairs(found):
        for count in (1, 5):
            yield _row(
                pair.question, pair.kind, str(count), half[pair.document], libraries.around(pair.document, count)
            )
        if pair.kind != "keywords":
            yield _row(pair.question, pair.kind, "all", half[pair.document], libraries.whole())
    for at, question in enumerate(ELSEWHERE.read_text(encoding="utf-8").splitlines()):
        for name in written:
            for count in (1, 5):
                yield _row(question, "elsewhere", str(count), at % 2, libraries.around(name, count))
        yield _row(question, "elsewhere", "all", at % 2, libraries.whole())
    questions = list(asked())
    for name in written:
        for pair in questions:
            if name != pair.document:
                yield _row(pair.question, "same kind", "1", half[pair.document], libraries.around(name, 1))
        with libraries.without(name) as others:
            for pair in questions:
                if name == pair.document:
                    yield _row(pair.question, "same kind", "all", half[pair.document], others)


def _row(question: str, kind: str, size: str, half: int, library: DocumentLibrary) -> Row:
    near, words, hindi = library.near(question), len(wanted(question)), is_hindi(question)
    answerable = kind not in ("elsewhere", "same kind")
    alone = figures(replace(near, meaning=np.full_like(near.meaning, np.nan)), words)
    return Row(kind, size, hindi, half, answerable, figures(near, words), alone, probability(near, words, hindi=hindi))


def measures(row: Row, meaning: bool) -> tuple[float, ...]:
    """What the decision about a row rests on; without meaning the cosine is no part of it."""
    return row.figures if meaning else row.by_words[1:]


def fitted(mine: Sequence[Row], meaning: bool) -> LogisticRegression:
    """A logistic regression in which every group of questions counts by its kind, however many there are."""
    counts = {group: sum(row.group == group for row in mine) for group in {row.group for row in mine}}
    weights = np.array([WEIGHTS[row.kind] / counts[row.group] for row in mine])
    measured = np.array([measures(row, meaning) for row in mine])
    return LogisticRegression(C=3, max_iter=5000).fit(
        measured, [row.answerable for row in mine], sample_weight=weights / weights.mean()
    )


def folded(every: Sequence[Row], meaning: bool) -> None:
    """Print, group by group, how often the decision of the other half's weights is right."""
    for hindi in (False, True):
        mine = [row for row in every if row.hindi == hindi]
        models = [fitted([row for row in mine if row.half != half], meaning) for half in (0, 1)]
        print(f"{'Hindi' if hindi else 'English'}, {'words and meaning' if meaning else 'words alone'}")
        for group in sorted({row.group for row in mine}):
            of_group = [row for row in mine if row.group == group]
            sure = [models[row.half].predict_proba([measures(row, meaning)])[0, 1] for row in of_group]
            right = np.mean([(one >= ENOUGH) == row.answerable for one, row in zip(sure, of_group, strict=True)])
            shipped = np.mean([(row.shipped >= ENOUGH) == row.answerable for row in of_group])
            note = f" (shipped weights {shipped:.2f})" if meaning else ""
            print(f"  {group[1]:10} {group[2]:>3} documents: {len(of_group):4} questions, right {right:.2f}{note}")


def main() -> None:
    """Print the accuracy, and with `--fit` the weights."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--fit", action="store_true")
    every = list(rows(documents()))
    for meaning in (True, False):
        folded(every, meaning)
        if parser.parse_known_args()[0].fit:
            for hindi in (False, True):
                model = fitted([row for row in every if row.hindi == hindi], meaning)
                print(f"Hindi {hindi}: {model.intercept_.round(2)} {model.coef_.round(2)}")


if __name__ == "__main__":
    main()
