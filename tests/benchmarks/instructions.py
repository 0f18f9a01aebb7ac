"""Words to a machine: how many of the attacks are found, and false alarms on documents that talk to nobody."""

from __future__ import annotations

import csv
import json
import time
from collections.abc import Iterator

from tests.attacks.attacks import attacks
from tests.shared import SHARED
from tools.instructions import is_instruction

DATA = SHARED / "data"


def _texts() -> Iterator[tuple[str, list[str]]]:
    lines = (DATA / "resume" / "resumes_livecareer.jsonl").read_text().splitlines()
    yield "resumes", ["\n".join(json.loads(line)["pages"]) for line in lines]
    lines = (DATA / "resume" / "resumes_updated166.jsonl").read_text().splitlines()
    yield "resumes of IT staff", [json.loads(line)["text"] for line in lines]
    names = ("jds.json", "jds_naukri_full.json", "jds_naukri_short.json")
    yield (
        "job descriptions",
        [
            json.dumps(job, ensure_ascii=False)
            for name in names
            for job in json.loads((DATA / "resume" / name).read_text())
        ],
    )
    paths = sorted((DATA / "legal" / "docs").glob("*/*.txt"))
    yield "judgments and summaries", [path.read_text(errors="replace") for path in paths]
    with (DATA / "stocks" / "news" / "sentfin_train.csv").open(encoding="utf-8") as file:
        yield "headlines", [row["title"] for row in csv.DictReader(file)]


def main() -> None:
    """Print found attacks, and false alarms per 1,000 documents with the time for each."""
    for kind in ("resumes", "papers", "headlines"):
        every = attacks(kind)
        print(f"attacks in {kind}: {sum(is_instruction(attack.text) for attack in every)} of {len(every)} found")
    for name, texts in _texts():
        started = time.perf_counter()
        alarms = sum(map(is_instruction, texts))
        took = 1000 * (time.perf_counter() - started) / len(texts)
        print(f"{name}: {1000 * alarms / len(texts):.1f} false alarms per 1,000 of {len(texts):,}, {took:.1f} ms each")


if __name__ == "__main__":
    main()
