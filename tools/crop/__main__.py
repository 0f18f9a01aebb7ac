"""The crop disease detector on the command line.

    python -m tools.crop --json OUT [--crop NAME] [--language en|hi] [--pdf FILE] [--csv FILE] IMAGE…

Every file gets an entry, in the order given; one that cannot be read gets `status` "unreadable" and its sentence in
`error`. The exit status is 0 unless nothing could be done. Photos are read and answered in groups and their pictures
dropped, so that thousands fit into memory.
"""

from __future__ import annotations

import argparse
import sys
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future
from pathlib import Path
from typing import Any

from models.leaf.types import LeafClassifier
from tools.crop.batch import DEFECT
from tools.crop.diagnose import diagnose
from tools.crop.examine import Examined, examine
from tools.crop.export import Table
from tools.crop.report_pdf import Booklet
from tools.crop.types import OTHER_CROP, Diagnosis
from tools.entries import write_entries
from tools.errors import PortalError
from tools.settings import settings
from tools.workers import WorkerPool

GROUP = 32  # photos that go to the model together


def arguments(words: Sequence[str] | None = None) -> argparse.Namespace:
    """The command line, parsed."""
    parser = argparse.ArgumentParser(prog="python -m tools.crop", description="Tell crop diseases from leaf photos.")
    parser.add_argument("files", nargs="+", type=Path, metavar="IMAGE", help="photos of one leaf each")
    parser.add_argument("--json", default="-", metavar="OUT", help="where the result goes; - is standard output")
    parser.add_argument(
        "--crop", default="", metavar="NAME", help=f"what the photos show, such as tomato; {OTHER_CROP} if not known"
    )
    parser.add_argument("--language", choices=("en", "hi"), default="en", help="of the report and the table")
    parser.add_argument("--pdf", type=Path, metavar="FILE", help="a report to print")
    parser.add_argument("--csv", type=Path, metavar="FILE", help="a table, one row a photo")
    return parser.parse_args(words)


def answers(files: Iterable[Path], classifier: LeafClassifier, crop: str = "") -> Iterator[Diagnosis]:
    """One answer per file, in order, each with its path as given; holds a few groups of photos at a time."""
    wanted = settings()
    pool = WorkerPool(wanted.workers, memory_mb=wanted.worker_memory_mb, seconds=wanted.file_seconds)
    try:
        for group in _in_groups(_read_ahead(files, pool)):
            yield from _answered(group, classifier, crop)
    finally:
        pool.close()


def _read_ahead(files: Iterable[Path], pool: WorkerPool) -> Iterator[tuple[str, Examined | str]]:
    """Each file examined, or the sentence that says why not; the workers are one group ahead of the model."""
    waiting: deque[tuple[str, Future[Examined] | str]] = deque()
    for path in files:
        waiting.append((str(path), _submit(path, pool)))
        if len(waiting) > GROUP:
            yield _finished(*waiting.popleft())
    while waiting:
        yield _finished(*waiting.popleft())


def _submit(path: Path, pool: WorkerPool) -> Future[Examined] | str:
    try:
        return pool.submit(examine, str(path), path.read_bytes())
    except OSError as error:
        return f"{path} cannot be opened: {error.strerror}."


def _finished(file: str, reading: Future[Examined] | str) -> tuple[str, Examined | str]:
    if isinstance(reading, str):
        return file, reading
    try:
        return file, reading.result()
    except PortalError as error:
        return file, str(error)
    except RuntimeError as error:  # a defect in a worker: the others must not suffer
        print(error, file=sys.stderr)
        return file, DEFECT


def _in_groups(read: Iterator[tuple[str, Examined | str]]) -> Iterator[list[tuple[str, Examined | str]]]:
    group: list[tuple[str, Examined | str]] = []
    for entry in read:
        group.append(entry)
        if len(group) == GROUP:
            yield group
            group = []
    if group:
        yield group


def _answered(
    group: Sequence[tuple[str, Examined | str]], classifier: LeafClassifier, crop: str
) -> Iterator[Diagnosis]:
    examined = [one for _, one in group if not isinstance(one, str)]
    found = iter(diagnose(examined, classifier, crop) if examined else ())
    for file, one in group:
        yield Diagnosis(file, "unreadable", error=one) if isinstance(one, str) else next(found)


def run(options: argparse.Namespace, classifier: LeafClassifier) -> list[dict[str, Any]]:
    """Answer for every file; write the table and the report that were asked for.

    Raises
    ------
    PortalError
        The crop is not one that the model knows, or the model cannot answer.
    """
    table = Table(options.language)
    booklet = Booklet(options.language) if options.pdf else None
    entries = []
    for answer in answers(dict.fromkeys(options.files), classifier, options.crop):
        entries.append(answer.to_dict())
        table.add(answer)
        if booklet:
            booklet.add(answer)
    if options.csv:
        options.csv.write_bytes(table.output())
    if booklet:
        options.pdf.write_bytes(booklet.output())
    return entries


def main(words: Sequence[str] | None = None) -> int:
    """Run and write; 1 when nothing could be done."""
    from models.leaf.classifier import load_leaf

    options = arguments(words)
    try:
        entries = run(options, load_leaf())
    except PortalError as error:
        print(error, file=sys.stderr)
        return 1
    return write_entries(entries, options.json)


if __name__ == "__main__":
    sys.exit(main())
