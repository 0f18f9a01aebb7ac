"""Finding the page that answers: recall and mean reciprocal rank of words, meaning and both; time to index and find.

Documents and pairs: see `chat_collection.py`. Every pair is asked of its own document; *asked* and *told* also of all
documents at once, some 480 pages. A page's rank is that of its best passage. Fusion was chosen on half of the documents
(every second, by name); figures are printed for both halves.

    python -m tests.benchmarks.chat_retrieval [--variants]
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from models.text.embedder import SentenceEmbedder
from tests.benchmarks.chat_collection import Pair, documents, pairs
from tools.chat.library import DocumentLibrary
from tools.chat.library_index import Near, Vector
from tools.chat.library_rank import fused
from tools.documents.types import Document

Scorer = Callable[[Near], Vector]
LARGE = 300  # pages


def by_words(near: Near) -> Vector:
    return near.words


def by_meaning(near: Near) -> Vector:
    return np.nan_to_num(near.meaning)


def reciprocal(weight: float, constant: int) -> Scorer:
    """Reciprocal rank fusion (Cormack, Clarke and Büttcher, SIGIR 2009) with a weight for meaning."""

    def score(near: Near) -> Vector:
        meaning = np.nan_to_num(near.meaning)
        words = (near.words > 0) / (constant + _ranks(near.words))
        return np.asarray(words + weight * (meaning > 0) / (constant + _ranks(meaning)), np.float32)

    return score


def convex(weight: float) -> Scorer:
    """Words scaled by their highest plus a weighted cosine."""

    def score(near: Near) -> Vector:
        meaning = np.clip(np.nan_to_num(near.meaning), 0, 1)
        return np.asarray(near.words / max(float(near.words.max()), 1e-9) + weight * meaning, np.float32)

    return score


def _ranks(scores: Vector) -> Vector:
    ranks = np.empty(len(scores), np.float32)
    ranks[np.argsort(-scores, kind="stable")] = np.arange(1, len(scores) + 1)
    return ranks


METHODS: dict[str, Scorer] = {"words (BM25)": by_words, "meaning (MiniLM)": by_meaning, "both": fused}
VARIANTS: dict[str, Scorer] = {
    **{f"reciprocal, {weight} at {k}": reciprocal(weight, k) for weight in (0.3, 0.5, 1.0) for k in (10, 60)},
    **{f"convex, {weight}": convex(weight) for weight in (0.25, 0.5, 0.75, 1.0, 1.5)},
}


@dataclass(frozen=True)
class Asked:
    """A pair as one library sees it: how near its passages are, and which page each stands on."""

    pair: Pair
    scope: str
    half: int
    near: Near
    places: Sequence[tuple[str, int]]

    @property
    def group(self) -> tuple[str, str, str, str]:
        return ("tuned on", "reported")[self.half], self.scope, self.pair.kind, ("English", "Hindi")[self.pair.hindi]

    def rank(self, method: Scorer) -> int | None:
        """The rank of the first page that answers, from 1."""
        scores = method(self.near)
        order = [self.places[at] for at in np.argsort(-scores, kind="stable") if scores[at] > 0]
        wanted = {(self.pair.document, page) for page in self.pair.pages}
        return next((rank for rank, place in enumerate(dict.fromkeys(order), 1) if place in wanted), None)


def ask(pair: Pair, scope: str, half: int, library: DocumentLibrary) -> Asked:
    near = library.near(pair.question)
    return Asked(pair, scope, half, near, [(one.document, one.page) for one in library.passages])


def all_asked(found: dict[str, Document], embedder: SentenceEmbedder) -> Iterator[Asked]:
    """Every pair in its own document, and those that name enough in all documents."""
    libraries: dict[str, DocumentLibrary] = {}
    whole = DocumentLibrary(embedder)
    for name, document in found.items():
        libraries[name] = DocumentLibrary(embedder)
        libraries[name].add(document)
        whole.add(document)
    half = {name: at % 2 for at, name in enumerate(sorted(found))}
    for pair in pairs(found):
        yield ask(pair, "own document", half[pair.document], libraries[pair.document])
        if pair.kind != "keywords":
            yield ask(pair, "all documents", half[pair.document], whole)


def report(rows: Sequence[Asked], methods: dict[str, Scorer]) -> None:
    """Print recall at 1 and 5 and the mean reciprocal rank for every group of pairs."""
    for group in sorted({row.group for row in rows}):
        mine = [row for row in rows if row.group == group]
        print(f"{', '.join(group)}: {len(mine)} pairs")
        for name, method in methods.items():
            ranks = np.array([row.rank(method) or np.inf for row in mine])
            first, five, mean = (ranks <= 1).mean(), (ranks <= 5).mean(), (1 / ranks).mean()
            print(f"  {name:24} recall@1 {first:.2f}  recall@5 {five:.2f}  MRR {mean:.3f}")


def large(found: dict[str, Document]) -> Document:
    """A document of 300 pages: the reports and judgments one after the other."""
    pages = [page for name in sorted(found, reverse=True) for page in found[name].pages][:LARGE]
    numbered = tuple(replace(page, number=number) for number, page in enumerate(pages, 1))
    return Document("large.pdf", "pdf", "large", numbered)


def speed(found: dict[str, Document]) -> None:
    """Print how long a document of 300 pages takes to be indexed and searched."""
    embedder = SentenceEmbedder()
    library, document = DocumentLibrary(embedder), large(found)
    begun = time.perf_counter()
    by_word = DocumentLibrary()
    by_word.add(document)
    words = time.perf_counter() - begun
    begun = time.perf_counter()
    library.add(document)
    spent = time.perf_counter() - begun
    library.find("warm")
    times = [library.find(pair.question).milliseconds for pair in pairs(found) if pair.kind != "keywords"]
    half, most = np.percentile(times, [50, 95])
    embedder.close()
    print(f"{len(document.pages)} pages, {len(library.passages)} passages: words {words:.1f} s, whole {spent:.0f} s")
    print(f"find: median {half:.0f} ms, 95 % {most:.0f} ms, of {len(times)} questions")


def main() -> None:
    """Print everything."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--variants", action="store_true", help="other ways to join words and meaning too")
    wanted = parser.parse_known_args()[0]
    found, embedder = documents(), SentenceEmbedder()
    report(list(all_asked(found, embedder)), {**METHODS, **(VARIANTS if wanted.variants else {})})
    embedder.close()
    speed(found)


if __name__ == "__main__":
    main()
