"""Facts of fictional FIRs, fact by fact: digital prints in six layouts, scans, photographs.

Run: python -m tests.benchmarks.legal_facts [--count N] [--scans N] [--show] [--layout NAME]. The documents are made by
`tests.fiction`; nothing in the reader was fitted to a given seed.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator

from tests.benchmarks.legal_scoring import Scores, table
from tests.fiction.degrade import WEARS, photographed, worn_copy
from tests.fiction.fir import LAYOUTS, fir
from tests.fiction.types import Specimen
from tools.errors import PortalError

START = 1000  # the first seed: others are for trying things out


def digital(count: int, start: int = START, layout: str = "") -> Iterator[Specimen]:
    """`count` FIRs, the layouts in turn."""
    layouts = [one for one in LAYOUTS if not layout or one == layout]
    for index in range(count):
        yield fir(start + index, layouts[index % len(layouts)])


def scans(count: int, start: int = START) -> Iterator[Specimen]:
    """`count` scans of digital ones with every wear in turn; the typed ones as photographs too."""
    names = list(WEARS)
    for index, specimen in enumerate(digital(count, start + 500)):
        typed = specimen.layout == "typed"
        yield photographed(specimen) if typed else worn_copy(specimen, names[index % len(names)], index)


def measure(specimens: Iterator[Specimen]) -> tuple[Scores, float, int]:
    """Scores, seconds and documents."""
    from tools.documents import read_document
    from tools.legal.analyse import extract
    from tools.legal.limits import legal_limits

    scores, seconds, count = Scores(), 0.0, 0
    for specimen in specimens:
        started = time.perf_counter()
        try:
            document = read_document(specimen.name, specimen.data, limits=legal_limits())
            found = extract(document)
        except PortalError as error:
            scores.failed(specimen, str(error))
        else:
            scores.add(specimen, document, found)
        seconds += time.perf_counter() - started
        count += 1
    return scores, seconds, count


def report(title: str, specimens: Iterator[Specimen], *, show: bool) -> None:
    """Measure and print."""
    scores, seconds, count = measure(specimens)
    print(f"\n{title}: {count} documents, {seconds / max(1, count):.2f} s each")
    table(scores)
    if show:
        print(*scores.remarks, sep="\n")


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--count", type=int, default=42, help="digital FIRs")
    parser.add_argument("--scans", type=int, default=10)
    parser.add_argument("--layout", choices=LAYOUTS, default="", help="only this layout")
    parser.add_argument("--start", type=int, default=START, help="the first seed")
    parser.add_argument("--show", action="store_true", help="print what went wrong")
    options = parser.parse_args(arguments or [])
    report("digital FIRs", digital(options.count, options.start, options.layout), show=options.show)
    if options.scans:
        report("scanned and photographed FIRs", scans(options.scans, options.start), show=options.show)


if __name__ == "__main__":
    import sys

    main(sys.argv[1:])
