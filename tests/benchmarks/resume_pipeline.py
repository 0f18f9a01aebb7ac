"""One hundred resumes in mixed layouts through the command line in a cold process: time, memory, quotes, scans.

Memory is the proportional set size of the whole process tree, sampled; quotes are looked for by a reader that is not
ours (pdfplumber) as well as on our own pages.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import Any

from tests.shared import SHARED
from tools.documents import read_document

ROOT = Path(__file__).resolve().parents[2]
FILES = 100


def pile(folder: Path) -> list[Path]:
    """The PDFs of the shared folder, filled up with DOCX files made from its text resumes."""
    from docx import Document as WordDocument

    data = SHARED / "data" / "resume"
    found = [path for name in ("layouts", "linkedin", "scanned") for path in sorted((data / name).glob("*.pdf"))]
    texts = (data / "resumes_livecareer.jsonl").read_text().splitlines()
    for number in range(FILES - len(found)):
        resume = json.loads(texts[number * 31 % len(texts)])
        word = WordDocument()
        for line in "\n".join(resume["pages"]).splitlines()[1:]:
            word.add_paragraph(re.sub(r"[\x00-\x1f]", " ", line))
        path = folder / f"{resume['id']}.docx"
        word.save(str(path))
        found.append(path)
    return found


def job_file(folder: Path) -> Path:
    """One of the shared job descriptions."""
    job = next(
        job for job in json.loads((SHARED / "data/resume/jds_naukri_full.json").read_text()) if "Python" in job["title"]
    )
    path = folder / "jd.txt"
    path.write_text(f"{job['title']}\n{job['text']}")
    return path


def tree_megabytes(pid: int) -> float:
    """Proportional set size of a process and its descendants, in MiB."""
    total, stack = 0, [pid]
    while stack:
        current = stack.pop()
        try:
            for line in Path(f"/proc/{current}/smaps_rollup").read_text().splitlines():
                if line.startswith("Pss:"):
                    total += int(line.split()[1])
            for task in Path(f"/proc/{current}/task").iterdir():
                stack += [int(child) for child in (task / "children").read_text().split()]
        except OSError:
            continue
    return total / 1024


def run(files: list[Path], job: Path, out: Path) -> tuple[float, float]:
    """Seconds and peak MiB of one cold run."""
    command = [sys.executable, "-m", "tools.resume", "--jd", str(job), "--json", str(out), *map(str, files)]
    started, peak = time.perf_counter(), 0.0
    process = subprocess.Popen(command, cwd=ROOT, env=os.environ | {"PYTHONWARNINGS": "ignore"})
    done = threading.Event()

    def watch() -> None:
        nonlocal peak
        while not done.wait(0.3):
            peak = max(peak, tree_megabytes(process.pid))

    watcher = threading.Thread(target=watch)
    watcher.start()
    process.wait()
    seconds = time.perf_counter() - started
    done.set()
    watcher.join()
    return seconds, peak


def squeezed(text: str) -> str:
    return re.sub(r"\W+", "", text).casefold()


def quotes(entries: list[dict[str, Any]]) -> tuple[int, int, int, int]:
    """How many quotes there are, are verbatim on our page; how many are of PDFs with text, are found by pdfplumber."""
    import logging

    import pdfplumber

    logging.getLogger("pdfminer").setLevel(logging.ERROR)

    total = ours = comparable = theirs = 0
    for entry in entries:
        matched = entry.get("matched") or []
        if not matched:
            continue
        path = Path(entry["file"])
        pages = {page.number: page for page in read_document(path.name, path.read_bytes()).pages}
        total += len(matched)
        ours += sum(match["quote"] in pages[match["page"]].text for match in matched)
        if path.suffix == ".pdf" and path.parent.name != "scanned":
            with pdfplumber.open(path) as pdf:
                for match in matched:
                    page = pdf.pages[match["page"] - 1]
                    texts = (page.extract_text() or "", page.extract_text(use_text_flow=True) or "")
                    comparable += 1
                    theirs += any(squeezed(match["quote"]) in squeezed(text) for text in texts)
    return total, ours, comparable, theirs


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        files, out = pile(folder), folder / "out.json"
        seconds, peak = run(files, job_file(folder), out)
        entries = json.loads(out.read_text())
        scans = [entry for entry in entries if "/scanned/" in entry["file"]]
        total, ours, comparable, theirs = quotes(entries)
    print(f"{len(files)} resumes, cold process  {seconds:6.1f} s    (bar 60)")
    print(f"peak memory, whole tree      {peak:6.0f} MiB  (bar 1500)")
    scored = sum(entry["status"] == "scored" for entry in entries)
    print(f"scored {scored}, not read {len(entries) - scored}")
    print(f"quotes on the cited page     {ours} of {total}  (bar all); by pdfplumber {theirs} of {comparable}")
    for entry in scans:
        print(f"  {Path(entry['file']).name}: {entry['status']}, name {entry.get('name')!r} {entry['error'] or ''}")


if __name__ == "__main__":
    main()
