"""The legal summariser on the command line.

    python -m tools.legal --json OUT [--language hi|en] [--pdf FOLDER] [--docx FOLDER] FILE…
    python -m tools.legal --names FILE --json OUT        names in Latin letters, one a line, written in Devanagari

Every file gets an entry, in the order given; one that cannot be read gets `status` "unreadable" and its sentence in
`error`. Personal numbers and protected names are masked. The exit status is 0 unless nothing could be done.
"""

from __future__ import annotations

import argparse
import sys
import traceback
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

from models.names.types import Transliterator
from tools.documents.reading import Source
from tools.entries import write_entries
from tools.errors import PortalError
from tools.legal.batch import DEFECT
from tools.legal.process import process
from tools.legal.result import Result
from tools.legal.spellings import spellings_of
from tools.settings import settings
from tools.workers import WorkerPool

SPELLINGS = 5  # of a name, the likeliest first


def arguments(words: Sequence[str] | None = None) -> argparse.Namespace:
    """The command line, parsed."""
    parser = argparse.ArgumentParser(prog="python -m tools.legal", description="Summarise FIRs and court orders.")
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help="FIRs and orders: PDF, DOCX, TXT, images")
    parser.add_argument("--json", default="-", metavar="OUT", help="where the result goes; - is standard output")
    parser.add_argument("--names", type=Path, metavar="FILE", help="write names in Devanagari instead; one a line")
    parser.add_argument("--language", choices=("hi", "en"), default="hi", help="of the reports")
    parser.add_argument("--pdf", type=Path, metavar="FOLDER", help="where a report to print goes for each file")
    parser.add_argument("--docx", type=Path, metavar="FOLDER", help="where a Word report goes for each file")
    options = parser.parse_args(words)
    if bool(options.files) == bool(options.names):
        parser.error("give files to summarise, or --names FILE")
    return options


def results(files: Sequence[Path], names: Future[Transliterator]) -> Iterator[Result]:
    """One result per file, in order; pages of several files are read side by side."""
    wanted = settings()
    pool = WorkerPool(wanted.workers, memory_mb=wanted.worker_memory_mb, seconds=wanted.file_seconds)
    try:
        with ThreadPoolExecutor(wanted.workers) as threads:
            yield from threads.map(lambda path: _result(path, pool, names), files)
    finally:
        pool.close()


def _result(path: Path, pool: WorkerPool, names: Future[Transliterator]) -> Result:
    try:
        source = Source(path.name, path.read_bytes())
        return process(str(path), (source,), pool, lambda: _had(names)).result
    except PortalError as error:
        return Result(str(path), "unreadable", str(error))
    except OSError as error:
        return Result(str(path), "unreadable", f"{path} cannot be opened: {error.strerror}.")
    except Exception:  # a defect: the others must not suffer
        traceback.print_exc()
        return Result(str(path), "unreadable", DEFECT)


def _had(names: Future[Transliterator]) -> Transliterator | None:
    """The transliterator; None when it cannot be had: names then stay in their own letters, and `engine` says so."""
    try:
        return names.result()
    except PortalError as error:
        print(error, file=sys.stderr)
        return None


def run(options: argparse.Namespace, names: Future[Transliterator]) -> list[dict[str, Any]]:
    """Summarise every file; write the reports that were asked for."""
    from tools.legal.report_docx import report as to_docx
    from tools.legal.report_pdf import report as to_pdf

    entries = []
    for result in results(list(dict.fromkeys(options.files)), names):
        entries.append(result.to_dict())
        for folder, kind, make in ((options.pdf, "pdf", to_pdf), (options.docx, "docx", to_docx)):
            if folder and result.extract:
                folder.mkdir(parents=True, exist_ok=True)
                (folder / f"{Path(result.file).name}.{kind}").write_bytes(make(result, options.language))
    return entries


def spellings(file: Path, names: Transliterator) -> list[dict[str, Any]]:
    """Each line of `file` with its likeliest Devanagari spellings.

    Raises
    ------
    PortalError
        The file cannot be opened.
    """
    try:
        lines = [line.strip() for line in file.read_text(encoding="utf-8", errors="replace").splitlines()]
    except OSError as error:
        raise PortalError(f"{file} cannot be opened: {error.strerror}.") from error
    return [
        {"roman": line, "devanagari": list(found), "status": "written"}
        for line, found in zip(lines, spellings_of(lines, names, SPELLINGS), strict=True)
        if line
    ]


def _load_names() -> Future[Transliterator]:
    """Load the model while the files are read."""

    def load() -> Transliterator:
        from models.names.transliterator import load_names

        return load_names()

    loader = ThreadPoolExecutor(1)
    loading = loader.submit(load)
    loader.shutdown(wait=False)
    return loading


def main(words: Sequence[str] | None = None) -> int:
    """Run and write; 1 when nothing could be done."""
    options = arguments(words)
    names = _load_names()
    try:
        if options.names:
            return write_entries(spellings(options.names, names.result()), options.json)
        return write_entries(run(options, names), options.json)
    except PortalError as error:
        print(error, file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
