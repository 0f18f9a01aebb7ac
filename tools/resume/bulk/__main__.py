"""Thousands of resumes on the command line, on one machine or many.

    python -m tools.resume.bulk --jd JD.txt --json OUT.jsonl [--csv OUT.csv] FOLDER|PATTERN|FILE…

Scores and entries are those of `python -m tools.resume` on the same files; a file that cannot be read gets an entry
with its sentence. What is done is kept in OUT.jsonl.journal until the ranking is whole: the same command goes on where
it was stopped. Needs the optional extra `cluster`.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from datetime import date
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from models.text import Embedder
from tools.documents import read_document
from tools.errors import ModelUnavailable, PortalError
from tools.resume.bulk.journal import Journal, stamp_of
from tools.resume.bulk.listing import list_files
from tools.resume.bulk.ranking import rank, write_csv, write_json
from tools.resume.job import read_job
from tools.resume.types import Job
from tools.settings import settings

NO_RAY: Final = "This needs ray, which is not installed: uv pip install -r pyproject.toml --extra cluster"
Screen = Callable[[Sequence[str], Job, date, Callable[[], Embedder]], Iterable[list[bytes]]]
EVERY_SECONDS: Final = 5.0  # between two lines of progress


def arguments(words: Sequence[str] | None = None) -> argparse.Namespace:
    """The command line, parsed."""
    parser = argparse.ArgumentParser(prog="python -m tools.resume.bulk", description="Score and rank many resumes.")
    parser.add_argument("places", nargs="+", metavar="PLACE", help="folders, patterns such as 'in/**/*.pdf', files")
    parser.add_argument("--jd", type=Path, required=True, help="the job description: TXT, PDF or DOCX")
    parser.add_argument("--json", type=Path, required=True, metavar="OUT", help="the ranking, one JSON entry a line")
    parser.add_argument("--csv", type=Path, metavar="OUT", help="the ranking as a table too")
    parser.add_argument("--blind", action="store_true", help="leave out who the people are")
    parser.add_argument("--today", type=date.fromisoformat, default=date.today(), help="what 'present' means")
    parser.add_argument("--ray", default="", metavar="ADDRESS", help="a running ray cluster; else one starts here")
    return parser.parse_args(words)


def load_embedder() -> Embedder:
    """The embedder of a scorer: the cluster's where the settings want that, else one here."""
    if settings().engine == "remote":
        from models.remote.connect import embedder

        return embedder()
    from models.text.embedder import SentenceEmbedder

    return SentenceEmbedder()


def read_description(path: Path) -> Job:
    """The job of a description.

    Raises
    ------
    PortalError
        It cannot be opened or used.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise PortalError(f"The job description {path} cannot be opened: {error.strerror}.") from error
    return read_job(read_document(path.name, data).text)


def run(options: argparse.Namespace, tell: Callable[[str], None], screen: Screen | None = None) -> bool:
    """Read, score, rank and write; whether anything could be read.

    Parameters
    ----------
    options
        What `arguments` gave.
    tell
        Takes lines of progress.
    screen
        Reads and scores; `pipeline.screen_files` on the ray that the options name when not given.

    Raises
    ------
    PortalError
        The job description cannot be used, no file is there, or ray is missing.
    """
    if screen is None and find_spec("ray") is None:
        raise ModelUnavailable(NO_RAY)
    job, files = read_description(options.jd), list_files(options.places)
    wanted = settings()
    screening = repr((job, options.today, wanted.text_model, wanted.text_revision))
    kept = options.json.with_name(f"{options.json.name}.journal")
    with Journal(kept, screening) as journal:
        done = {record.file for _, record in journal.records() if record.stamp == stamp_of(record.file) != ""}
        left = [file for file in files if file not in done]
        tell(f"{len(files):,} files, {len(files) - len(left):,} of them done before.")
        if left:
            with nullcontext(screen) if screen else _on_ray(options.ray) as work:
                _keep(journal, work(left, job, options.today, load_embedder), len(left), tell)
        ranking = rank(journal, files, options.blind)
        write_json(options.json, journal, ranking, job, str(options.jd), options.blind)
        if options.csv:
            write_csv(options.csv, journal, ranking, job, options.blind)
    kept.unlink()
    tell(f"{len(ranking.places):,} ranked, {len(ranking.unreadable):,} could not be read.")
    return bool(ranking.places)


def _keep(journal: Journal, batches: Iterable[list[bytes]], most: int, tell: Callable[[str], None]) -> None:
    """Keep each record as it comes, and tell how far it is."""
    begun = told = time.monotonic()
    count = 0
    for batch in batches:
        for record in batch:
            journal.add(record)
        journal.flush()
        count += len(batch)
        if (now := time.monotonic()) - told > EVERY_SECONDS:
            tell(f"{count:,} of {most:,} files, {60 * count / (now - begun):,.0f} a minute")
            told = now


@contextmanager
def _on_ray(address: str) -> Iterator[Screen]:
    """The screening on ray, joined or started here, and left again."""
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")  # nothing about the files goes out
    import ray

    from tools.resume.bulk.pipeline import screen_files

    ray.init(address=address or None, include_dashboard=False, log_to_driver=False, configure_logging=False)
    try:
        yield screen_files
    finally:
        ray.shutdown()


def main(words: Sequence[str] | None = None) -> int:
    """Run and write; 1 when nothing could be done."""
    try:
        found = run(arguments(words), lambda line: print(line, file=sys.stderr, flush=True))
    except PortalError as error:
        print(error, file=sys.stderr)
        return 1
    return 0 if found else 1


if __name__ == "__main__":
    sys.exit(main())
