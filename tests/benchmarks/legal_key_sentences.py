"""Key sentences against expert summaries: recall of words, pairs of words and sequences (ROUGE-1, -2, -L).

DELSumm: Supreme Court judgments with two expert summaries each, sentences as published. MILDSum: judgments of several
courts with a summary. Every method gets the same number of words, those that the key sentences take. Baselines: the
first sentences, sentences at random (mean of 5), LexRank alone. The weights and the order of roles were chosen among
some twenty settings on these same documents, so the figures of the key sentences are a little too good.

    python -m tests.benchmarks.legal_key_sentences
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from tests.shared import shared
from tools.documents.centrality import centrality, similarities
from tools.documents.sentences import sentences_in
from tools.legal.summary.key_sentences import MOST, ranked, wanted

Method = Callable[[Sequence[str], Sequence[float], int], list[int]]
_WORD = re.compile(r"[a-z0-9]+")


@dataclass(frozen=True)
class Sample:
    """A judgment's sentences and the summaries that experts wrote of it."""

    name: str
    sentences: tuple[str, ...]
    summaries: tuple[str, ...]


def samples() -> Iterator[Sample]:
    """All judgments with reference summaries."""
    folder = shared("data/legal/docs")
    for path in sorted(folder.glob("delsumm_*")):
        lines = [line.rpartition("\t")[0] for line in (path / "judgment.txt").read_text().splitlines()]
        references = tuple((path / f"summary_{expert}.txt").read_text() for expert in ("A1", "A2"))
        yield Sample(path.name, tuple(_prose(lines)), references)
    for path in sorted(folder.glob("mildsum_*")):
        text = (path / "EN_Judgment.txt").read_text()
        found = [" ".join(text[span.start : span.end].split()) for span in sentences_in(text)]
        yield Sample(path.name, tuple(_prose(found)), (_read(path, "EN_Summary.txt"),))


def _read(path: Path, name: str) -> str:
    return (path / name).read_text()


def _prose(lines: Sequence[str]) -> list[str]:
    return [line for line in lines if len(_WORD.findall(line.lower())) >= 6 and len(line) <= 700]


def words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def recall(reference: str, summary: str) -> tuple[float, float, float]:
    """ROUGE-1, ROUGE-2 and ROUGE-L recall of `summary`, each 0 to 1."""
    ours, theirs = words(summary), words(reference)
    return _overlap(ours, theirs, 1), _overlap(ours, theirs, 2), _longest(ours, theirs) / max(len(theirs), 1)


def _overlap(ours: Sequence[str], theirs: Sequence[str], size: int) -> float:
    def grams(text: Sequence[str]) -> Counter[tuple[str, ...]]:
        return Counter(tuple(text[at : at + size]) for at in range(len(text) - size + 1))

    reference = grams(theirs)
    return (grams(ours) & reference).total() / max(reference.total(), 1)


def _longest(ours: Sequence[str], theirs: Sequence[str]) -> int:
    """Length of the longest common subsequence, row by row."""
    ids = {word: number for number, word in enumerate({*ours, *theirs})}
    right = np.array([ids[word] for word in theirs])
    row = np.zeros(len(theirs) + 1, dtype=np.int32)
    for word in ours:
        taken = np.where(right == ids[word], row[:-1] + 1, row[1:])
        row[1:] = np.maximum.accumulate(np.maximum(taken, row[1:]))
    return int(row[-1])


def lead(texts: Sequence[str], positions: Sequence[float], count: int) -> list[int]:
    return list(range(len(texts)))


def lexrank(texts: Sequence[str], positions: Sequence[float], count: int) -> list[int]:
    return [int(at) for at in np.argsort(-centrality(similarities(texts)))]


def chance(seed: int) -> Method:
    def method(texts: Sequence[str], positions: Sequence[float], count: int) -> list[int]:
        order = list(range(len(texts)))
        random.Random(seed).shuffle(order)
        return order

    return method


def ours(texts: Sequence[str], positions: Sequence[float], count: int) -> list[int]:
    return ranked(texts, positions, count)


METHODS: dict[str, tuple[Method, ...]] = {
    "key sentences": (ours,),
    "LexRank alone": (lexrank,),
    "first sentences": (lead,),
    "random": tuple(chance(seed) for seed in range(5)),
}


def score(sample: Sample, method: Method, budget: int, count: int) -> tuple[float, ...]:
    """Recall of a method's sentences, cut at `budget` words, in document order; mean over the experts."""
    positions = [at / max(len(sample.sentences) - 1, 1) for at in range(len(sample.sentences))]
    chosen, used = [], 0
    for at in method(sample.sentences, positions, count):
        length = len(words(sample.sentences[at]))
        if used + length > budget and chosen:
            continue
        chosen.append(at)
        used += length
        if used >= budget:
            break
    text = " ".join(sample.sentences[at] for at in sorted(chosen))
    return tuple(np.mean([recall(reference, text) for reference in sample.summaries], axis=0))


def main() -> None:
    """Print the mean recall of every method on both collections."""
    found = list(samples())
    for collection in ("delsumm", "mildsum"):
        mine = [sample for sample in found if sample.name.startswith(collection)]
        budgets = {}
        for sample in mine:
            positions = [at / max(len(sample.sentences) - 1, 1) for at in range(len(sample.sentences))]
            chosen = ours(sample.sentences, positions, wanted(len(sample.sentences), MOST))
            budgets[sample.name] = sum(len(words(sample.sentences[at])) for at in chosen)
        print(f"{collection}: {len(mine)} judgments, {np.mean(list(budgets.values())):.0f} words chosen of each")
        for name, methods in METHODS.items():
            rows = [score(one, method, budgets[one.name], MOST) for one in mine for method in methods]
            first, second, longest = 100 * np.mean(rows, axis=0)
            print(f"  {name:18} ROUGE-1 {first:5.1f}   ROUGE-2 {second:5.1f}   ROUGE-L {longest:5.1f}   (recall, %)")


if __name__ == "__main__":
    main()
