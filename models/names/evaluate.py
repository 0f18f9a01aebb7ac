"""Measures the names model: ``python -m models.names.evaluate LIST.tsv.gz [--weights FOLDER] [--json OUT]``.

Prints the tables of the model card: names and words that were held out, and rows of a source that may not be learned
from, with and without the dictionary; and the time for a name.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from models.names.data import Pair, apart, read_pairs, references, split
from models.names.dictionary import SOURCE, dictionary, own_pairs
from models.names.scoring import Score, measure
from models.names.transliterator import DEFAULT_NAME, NamesModel, embedded_folder
from models.weights import Weights

Right = Mapping[str, set[str]]
OUTSIDE = 4000  # Latin forms of the outside source that are measured


def groups(pairs: Sequence[Pair], outside: int = OUTSIDE) -> dict[str, Right]:
    """What is measured, by name: Latin forms and their right spellings.

    Settled names are those held out whose spelling stands in another row of any source too, so that it is no one
    person's guess. The project's own lists do not count for that: the dictionary is made of them.
    """
    parts = split(pairs)
    others = [pair for pair in pairs if pair.source != SOURCE]
    unseen = apart(parts.outside, [*parts.train, *parts.validation])
    return {
        "held-out names": references(parts.names),
        "of these, settled": references(settled(parts.names, others)),
        "held-out words": references(parts.words),
        "xlit-IITB": _some(references(parts.outside), outside),
        "xlit-IITB, never seen": _some(references(unseen), outside),
    }


def settled(held: Sequence[Pair], every: Sequence[Pair]) -> list[Pair]:
    """The pairs whose spelling stands in more than one row, under another Latin form or in another source."""
    count = Counter(pair.devanagari for pair in every)
    return [pair for pair in held if count[pair.devanagari] > 1]


def evaluate(model: NamesModel, measured: Mapping[str, Right]) -> dict[str, Score]:
    """The score of each group."""
    return {
        name: measure(right, lambda words: model.transliterate(words, best=5))
        for name, right in measured.items()
        if right
    }


def seconds(model: NamesModel, words: Sequence[str]) -> float:
    """Processor time for each of some words that the model has not answered before."""
    began = time.process_time()
    model.transliterate(words, best=5)
    return (time.process_time() - began) / len(words)


def table(scores: Mapping[str, Score]) -> str:
    """Scores as a table in Markdown."""
    lines = ["| | forms | top-1 | top-5 | top-1, same word | top-5, same word |", "|---|---:|---:|---:|---:|---:|"]
    for name, found in scores.items():
        shares = (found.first, found.five, found.folded_first, found.folded_five)
        lines.append(f"| {name} | {found.count} | " + " | ".join(f"{share:.3f}" for share in shares) + " |")
    return "\n".join(lines)


def _some(right: Right, most: int) -> Right:
    """At most so many forms, spread evenly over the alphabet."""
    forms = sorted(right)
    step = max(1, len(forms) // most)
    return {roman: right[roman] for roman in forms[::step][:most]}


def main(arguments: Sequence[str] | None = None) -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("list", type=Path, help="source, licence, kind, roman, devanagari; tab-separated, perhaps .gz")
    parser.add_argument("--weights", type=Path, help="folder with names.safetensors; by default what ships")
    parser.add_argument("--outside", type=int, default=OUTSIDE, help="how many forms of the outside source to measure")
    parser.add_argument("--json", type=Path, help="write every figure there")
    given = parser.parse_args(arguments)
    weights = Weights(given.weights or embedded_folder(), "local" if given.weights else "embedded", DEFAULT_NAME)
    measured = groups([*read_pairs(given.list), *own_pairs()], given.outside)
    figures: dict[str, Any] = {}
    for title, known in (("network alone", {}), ("with the dictionary", dictionary())):
        model = NamesModel(weights, known)
        if not known:
            figures["seconds"] = seconds(model, list(measured["held-out words"]))
        scores = evaluate(model, measured)
        model.close()
        sys.stdout.write(f"{title}\n\n{table(scores)}\n\n")
        figures[title] = {name: asdict(found) for name, found in scores.items()}
    sys.stdout.write(f"{1000 * figures['seconds']:.1f} ms of processor time a word\n")
    if given.json:
        given.json.write_text(json.dumps(figures, indent=1, ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    main()
