"""Counts in how many resumes and job posts each stem occurs, and writes `data/resume/word_frequencies.tsv`.

Only stems of letters that at least five documents hold are kept, and nothing else of the documents, so that no
person's name, number or sentence can be read back. Run it as
`python -m tools.resume.build_word_frequencies FOLDER`, the folder of the resume data sets.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tools.resume.lexical import BACKGROUND, stems

LEAST = 5  # documents that must hold a stem for it to be kept
LONGEST = 20  # letters; longer is two words run together


def documents(folder: Path) -> Iterator[str]:
    """Every resume and every job post of the data sets, as text."""
    for name in ("resumes_livecareer.jsonl", "resumes_updated166.jsonl", "ner/dataturks.jsonl"):
        for line in (folder / name).read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            yield "\n".join(row["pages"]) if "pages" in row else str(row.get("text") or row.get("content"))
    for name in ("jds.json", "jds_naukri_full.json"):
        for job in json.loads((folder / name).read_text(encoding="utf-8")):
            yield f"{job['title']}\n{job['text']}"


def count(texts: Iterator[str]) -> tuple[int, dict[str, int]]:
    """Number of texts, and stem -> number of texts that hold it, commonest first."""
    total, found = 0, Counter[str]()
    for text in texts:
        total += 1
        found.update(set(stems(text)))
    kept = {word: n for word, n in found.most_common() if n >= LEAST and len(word) <= LONGEST and word.isascii()}
    return total, dict(sorted(kept.items(), key=lambda item: (-item[1], item[0])))


def main(folder: str) -> None:
    """Write the table."""
    total, counts = count(documents(Path(folder)))
    rows = ["stem\tdocuments", f"*\t{total}", *(f"{word}\t{n}" for word, n in counts.items())]
    BACKGROUND.write_text("\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
