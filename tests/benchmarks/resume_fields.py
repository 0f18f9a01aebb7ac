"""F1 of name, degree, college, companies and designation on the annotated resumes, strict and by token overlap.

Run: python -m tests.benchmarks.resume_fields [--no-gaps] [--show FIELD] [--half 0|1].
Micro-averaged over the distinct values of each resume. The annotation is incomplete (often only the
latest employer): recall means more than precision. The last column leaves out resumes that annotate
nothing for the field; `latest` judges the first role alone.
"""

from __future__ import annotations

import argparse
import datetime
import json
import re
import time
from collections import defaultdict
from dataclasses import replace
from typing import Any

from tests.shared import SHARED
from tests.support import document_from_text
from tools.resume.parse import parse_resume
from tools.resume.types import Resume

BARS = {"name": 0.98, "degree": 0.80, "college": 0.80, "companies": 0.60, "designation": 0.60}
LABELS = {
    "Name": "name",
    "Degree": "degree",
    "College Name": "college",
    "Companies worked at": "companies",
    "Designation": "designation",
}
TODAY = datetime.date(2018, 6, 30)


def normal(text: str) -> str:
    return " ".join(re.sub(r"[^\w+#]+", " ", text.casefold()).split())


def truth(row: dict[str, Any]) -> dict[str, set[str]]:
    values: dict[str, set[str]] = defaultdict(set)
    for annotation in row["annotation"] or []:
        for label in annotation["label"]:
            if label in LABELS:
                values[LABELS[label]] |= {normal(point["text"]) for point in annotation["points"]} - {""}
    return values


def answers(resume: Resume) -> dict[str, set[str]]:
    return {
        "name": {normal(resume.identity.name or "")} - {""},
        "degree": {normal(item.degree) for item in resume.education if item.degree},
        "college": {normal(item.college) for item in resume.education if item.college},
        "companies": {normal(role.employer) for role in resume.roles if role.employer},
        "designation": {normal(role.title) for role in resume.roles if role.title},
    }


def alike(one: str, other: str) -> bool:
    a, b = set(one.split()), set(other.split())
    return len(a & b) / len(a | b) >= 0.5 or a <= b or b <= a


def counts(found: set[str], wanted: set[str], loose: bool) -> tuple[int, int, int]:
    """(right answers, answers, truths found)."""
    if not loose:
        return len(found & wanted), len(found), len(found & wanted)
    return (
        sum(any(alike(f, w) for w in wanted) for f in found),
        len(found),
        sum(any(alike(f, w) for f in found) for w in wanted),
    )


def f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def add(total: list[int], found: set[str], wanted: set[str]) -> None:
    """Adds right answers, answers and truths to `total`."""
    total[:] = [total[0] + len(found & wanted), total[1] + len(found), total[2] + len(wanted)]


def dice(total: list[int]) -> float:
    return 2 * total[0] / max(total[1] + total[2], 1)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--no-gaps", action="store_true", help="blank lines leave no trace")
    parser.add_argument("--show", choices=list(BARS), help="print what is missed and what is extra")
    parser.add_argument("--half", type=int, choices=(0, 1), help="only the even or odd resumes")
    options = parser.parse_args()
    rows = [json.loads(line) for line in (SHARED / "data/resume/ner/dataturks.jsonl").open()]
    if options.half is not None:
        rows = rows[options.half :: 2]
    fair: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    latest: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    sums: dict[tuple[str, bool], list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    started = time.perf_counter()
    for row in rows:
        document = document_from_text(row["id"], row["content"], gaps=not options.no_gaps)
        resume = parse_resume(document, today=TODAY, find_skills=lambda *_: ())
        found, wanted = answers(resume), truth(row)
        for field in BARS:
            if wanted[field]:
                add(fair[field], found[field], wanted[field])
            add(latest[field], answers(replace(resume, roles=resume.roles[:1]))[field], wanted[field])
            for loose in (False, True):
                right, given, hit = counts(found[field], wanted[field], loose)
                new = (right, given, hit, len(wanted[field]))
                sums[field, loose] = [before + more for before, more in zip(sums[field, loose], new, strict=True)]
            if field == options.show and found[field] != wanted[field]:
                missed, extra = wanted[field] - found[field], found[field] - wanted[field]
                print(row["id"], "MISSED", sorted(missed), "EXTRA", sorted(extra))
    seconds = (time.perf_counter() - started) / len(rows)
    print(f"{len(rows)} resumes, {1000 * seconds:.0f} ms each")
    titles = f"{'strict P':>8} {'R':>5} {'F1':>5}   {'overlap P':>9} {'R':>5} {'F1':>5}"
    print(f"{'field':12} {'bar':>5}   {titles}   {'annotated':>9}")
    for field, bar in BARS.items():
        cells = []
        for loose in (False, True):
            right, given, hit, total = sums[field, loose]
            precision, recall = right / max(given, 1), hit / max(total, 1)
            cells.append((precision, recall, f1(precision, recall)))
        (p, r, f), (lp, lr, lf) = cells
        strict, overlap = f"{p:8.3f} {r:5.3f} {f:5.3f}", f"{lp:9.3f} {lr:5.3f} {lf:5.3f}"
        print(f"{field:12} {bar:5.2f}   {strict}   {overlap}   {dice(fair[field]):9.3f}")
    print(f"latest role only, strict: companies {dice(latest['companies']):.3f}, ", end="")
    print(f"designation {dice(latest['designation']):.3f}")


if __name__ == "__main__":
    main()
