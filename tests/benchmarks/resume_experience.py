"""Total experience of the LinkedIn exports against their truth, within three months.

Run: python -m tests.benchmarks.resume_experience [-v]. "Present" on both sides is the day of the export, which
LinkedIn's own durations tell (`June 2019 - Present (5 years 2 months)`).
"""

from __future__ import annotations

import datetime
import json
import re
import sys
from pathlib import Path
from typing import Any

from tests.shared import SHARED
from tools.documents import Document, read_document
from tools.resume.dates import interval, union_months
from tools.resume.parse import parse_resume

ALLOWED = 3  # months
_PRESENT = re.compile(r"(\w+ \d{4}) - Present\s*\((?:(\d+) years?)?\s*(?:(\d+) months?)?\)")


def exported(document: Document) -> datetime.date:
    """The month of the export: a current role's start plus its stated duration."""
    match = _PRESENT.search(document.text.replace("\n", " "))
    if match is None:
        return datetime.date(2025, 6, 15)
    start = datetime.datetime.strptime(match[1], "%B %Y")
    months = start.year * 12 + start.month - 1 + int(match[2] or 0) * 12 + int(match[3] or 0) - 1
    return datetime.date(months // 12, months % 12 + 1, 15)


def true_months(work: list[dict[str, Any]], today: datetime.date) -> int:
    """Union of the true roles; a role without an end is present, a bare year is its January."""
    spans = []
    for role in work:
        if start := role.get("startDate"):
            end = role.get("endDate") or "present"
            pad = [value if value == "present" or len(value) >= 7 else f"{value}-01" for value in (start, end)]
            spans.append(interval(pad[0][:7], pad[1][:7], today))
    return union_months(spans)


def main() -> None:
    files = sorted((SHARED / "data/resume/linkedin").glob("*.pdf"))
    good = 0
    for file in files:
        document = read_document(file.name, file.read_bytes())
        today = exported(document)
        resume = parse_resume(document, today=today, find_skills=lambda *_: ())
        work = json.loads(Path(str(file).replace(".pdf", ".expected.json")).read_text())["work"]
        wanted, found = true_months(work, today), resume.total_experience_months or 0
        good += abs(found - wanted) <= ALLOWED
        print(
            f"{file.stem:12} {today:%Y-%m} truth {wanted:4} months, found {found:4}, "
            f"roles {len(work):2} / {len(resume.roles):2}"
        )
        if "-v" in sys.argv:
            for role in resume.roles:
                print("    ", role.start, role.end, role.months, role.title, "|", role.employer)
    print(f"within {ALLOWED} months: {good} of {len(files)} (bar {len(files)})")


if __name__ == "__main__":
    main()
