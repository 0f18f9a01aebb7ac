"""The resume screener on the command line.

    python -m tools.resume --jd JD.txt --json OUT FILE…     score and rank; with several --jd, once for each
    python -m tools.resume --json OUT FILE…                 parse only

Every file gets an entry; one that cannot be read gets `status` "unreadable" and its sentence in `error`. The exit
status is 0 unless nothing could be done.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import date
from pathlib import Path
from typing import Any

from models.text import Embedder
from tools.documents import read_document
from tools.entries import write_entries
from tools.errors import PortalError
from tools.resume.batch import Batch
from tools.resume.export import resume_to_dict, to_json
from tools.resume.job import read_job
from tools.resume.screening import screen_resumes
from tools.resume.types import Job, Resume
from tools.settings import settings
from tools.workers import WorkerPool


def arguments(words: Sequence[str] | None = None) -> argparse.Namespace:
    """The command line, parsed."""
    parser = argparse.ArgumentParser(prog="python -m tools.resume", description="Score and rank resumes.")
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="resumes: PDF, DOCX, TXT, images")
    parser.add_argument(
        "--jd",
        type=Path,
        action="append",
        default=[],
        help="a job description: TXT, PDF or DOCX; without it, parse only",
    )
    parser.add_argument("--json", default="-", metavar="OUT", help="where the result goes; - is standard output")
    parser.add_argument("--blind", action="store_true", help="leave out who the people are")
    parser.add_argument(
        "--today", type=date.fromisoformat, default=date.today(), help="what 'present' means, YYYY-MM-DD"
    )
    return parser.parse_args(words)


def run(options: argparse.Namespace) -> list[dict[str, Any]]:
    """Read all files and, with a job description, score and rank them.

    Raises
    ------
    PortalError
        The job description cannot be used.
    """
    jobs = {str(path): _job(path) for path in options.jd}
    loading = _load_embedder() if jobs else None
    pool = WorkerPool(settings().workers, memory_mb=settings().worker_memory_mb, seconds=settings().file_seconds)
    batch = Batch(pool, options.today, limit=len(options.files))  # whoever runs a command chose its files
    entries: dict[str, dict[str, Any]] = {}
    try:
        for path in dict.fromkeys(options.files):
            try:
                batch.add(str(path), str(path), path.read_bytes())
            except OSError as error:
                entries[str(path)] = _unreadable(str(path), f"{path} cannot be opened: {error.strerror}.")
        batch.wait()
    finally:
        pool.close()
    entries |= {item.name: _unreadable(item.name, item.error) for item in batch.items if not item.parsed}
    return [*_told(batch.resumes, jobs, loading, options.blind), *entries.values()]


def _job(path: Path) -> Job:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise PortalError(f"The job description {path} cannot be opened: {error.strerror}.") from error
    return read_job(read_document(path.name, data).text)


def _load_embedder() -> Future[Embedder]:
    """Load the model while the files are read."""

    def load() -> Embedder:
        from models.text.embedder import SentenceEmbedder

        return SentenceEmbedder()

    return ThreadPoolExecutor(1).submit(load)


def _told(
    resumes: Sequence[Resume], jobs: Mapping[str, Job], loading: Future[Embedder] | None, blind: bool
) -> list[dict[str, Any]]:
    """The entries of what was read: one ranking after the other, or the parsed resumes when there is no job."""
    if loading is None:
        return [resume_to_dict(resume, blind=blind) for resume in resumes]
    if not resumes:
        return []
    embedder = loading.result()
    rankings = ((path, job, screen_resumes(resumes, job, embedder)) for path, job in jobs.items())
    return [entry | {"jd": path} for path, job, ranked in rankings for entry in to_json(ranked, job, blind=blind)]


def _unreadable(file: str, error: str) -> dict[str, Any]:
    return {"file": file, "status": "unreadable", "error": error}


def main(words: Sequence[str] | None = None) -> int:
    """Run and write; 1 when nothing could be done."""
    options = arguments(words)
    try:
        entries = run(options)
    except PortalError as error:
        print(error, file=sys.stderr)
        return 1
    return write_entries(entries, options.json)


if __name__ == "__main__":
    sys.exit(main())
