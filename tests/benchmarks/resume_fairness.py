"""How far a score moves when only the name and gendered words change: real layouts, the shipped model.

Run: python -m tests.benchmarks.resume_fairness [-v]. Each digital PDF is parsed anew under four other names.
"""

from __future__ import annotations

import json
import sys
from datetime import date

from models.text.embedder import SentenceEmbedder
from tests.shared import SHARED
from tools.documents import read_document
from tools.resume.fairness import largest_change
from tools.resume.job import read_job
from tools.resume.parse import parse_resume
from tools.resume.skills import find_skills
from tools.resume.swap import OTHER_NAMES, parse_renamed

TODAY = date(2026, 11, 22)


def in_one_piece(name: str | None, text: str) -> bool:
    """Whether the name's parts stand in the text as words, so that words can be swapped; true without a name."""
    words = {word.strip(".,;:|•'’()").casefold() for word in text.split()}
    parts = [part.strip(".,'’") for part in (name or "").split() if len(part) > 2]
    return all(part.casefold() in words and " ".join(part) not in text for part in parts)


def main() -> None:
    """Print the largest change over all files and names."""
    data = SHARED / "data" / "resume"
    posts = json.loads((data / "jds_naukri_full.json").read_text())
    job = read_job("\n".join((posts[0]["title"], posts[0]["text"])))
    embedder = SentenceEmbedder()
    files = [path for name in ("layouts", "linkedin") for path in sorted((data / name).glob("*.pdf"))]
    named = moved = 0
    spaced: list[str] = []
    worst = 0.0
    for path in files:
        document = read_document(path.name, path.read_bytes())
        resume = parse_resume(document, today=TODAY, find_skills=find_skills)
        if not in_one_piece(resume.identity.name, document.text):
            spaced.append(path.name)
            continue
        named += resume.identity.name is not None
        for other in OTHER_NAMES:
            swapped = parse_renamed(document, other, TODAY.isoformat())
            change = largest_change(resume, [swapped], job, embedder)
            worst, moved = max(worst, change), moved + (change > 0)
            if change and "-v" in sys.argv:
                print(f"  {path.name}: {change:.2f} as {other}")
    embedder.close()
    files = [path for path in files if path.name not in spaced]
    total = len(files) * len(OTHER_NAMES)
    print(f"left out, the name is written letter by letter: {', '.join(spaced) or 'none'}")
    print(f"{len(files)} resumes ({named} with a name) under {len(OTHER_NAMES)} other names each")
    print(f"scores that moved     {moved} of {total}  (bar 0)")
    print(f"largest change        {worst:.2f} points (bar 0)")


if __name__ == "__main__":
    main()
