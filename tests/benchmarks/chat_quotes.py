"""The embedded answer: how often its quotes hold the answer, on questions written by hand (`chat_questions.tsv`).

A quote is right when it touches a place of the answer; of scans, when it is on the right page. Each question is asked
of its own document, with the shipped embedder.

    python -m tests.benchmarks.chat_quotes
"""

from __future__ import annotations

import time

import numpy as np

from models.text.embedder import SentenceEmbedder
from tests.benchmarks.chat_collection import Pair, asked, documents
from tools.chat.library import DocumentLibrary
from tools.chat.quotes import quoted_answer
from tools.chat.types import Citation


def right(pair: Pair, citation: Citation) -> bool:
    """Whether the quote holds the answer."""
    if not pair.places:
        return citation.page in pair.pages
    return any(
        citation.page == page and citation.start < end and start < citation.end for page, start, end in pair.places
    )


def main() -> None:
    """Print how often the first quote and any quote is right, and how long choosing takes."""
    embedder, found = SentenceEmbedder(), documents()
    libraries: dict[str, DocumentLibrary] = {}
    rows: list[tuple[bool, bool, bool, float]] = []
    for pair in asked():
        if pair.document not in libraries:
            libraries[pair.document] = DocumentLibrary(embedder)
            libraries[pair.document].add(found[pair.document])
        library = libraries[pair.document]
        evidence = library.find(pair.question)
        begun = time.perf_counter()
        answer = quoted_answer(pair.question, evidence, library.documents)
        spent = (time.perf_counter() - begun) * 1000
        hits = [right(pair, citation) for citation in answer.citations]
        rows.append((pair.hindi, any(hits[:1]), any(hits), spent))
    for hindi in (False, True):
        mine = np.array([row[1:] for row in rows if row[0] == hindi], dtype=float)
        first, whole, spent = mine.mean(axis=0)
        print(
            f"{'Hindi' if hindi else 'English'}, {len(mine)} questions: first quote right {first:.2f}, any {whole:.2f}"
        )
        print(f"  {spent:.0f} ms to choose")


if __name__ == "__main__":
    main()
