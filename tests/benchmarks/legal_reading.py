"""Reading legal papers: rendered scans against bare Tesseract with the same models, and digital pages a second.

Costs are processor seconds of this process and of Tesseract together, because others may use the machine meanwhile.
Run as a module; names of kinds or of ways to spoil a page as arguments do only those.
"""

from __future__ import annotations

import io
import os
import re
import resource
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from rapidfuzz.distance import Levenshtein

from tests.benchmarks.legal_pages import KINDS, SPOIL, Sheet, sheet
from tests.shared import SHARED
from tests.tools.documents.old_hindi import Piece, pdf
from tools.documents import Limits, Page, read_part
from tools.errors import PortalError

SEEDS = (1, 2)
LIMITS = Limits(max_pages=500, ocr_language="Devanagari+eng", check_numbers=True, ocr_seconds=300)
MODELS = {"hindi": "Devanagari+eng", "form": "Devanagari+eng", "english": "eng"}
NUMBER = re.compile(r"[0-9][0-9/.,:()-]*[0-9)]|[0-9]")


def row(what: str, figure: str, bar: str = "") -> None:
    print(f"{what:<58}{figure:>14}   {bar}", flush=True)


def cost() -> float:
    """Processor seconds of this process and of its children that have ended."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def error_rate(truth: str, read: str) -> float:
    """Edits a character, white space apart."""
    truth, read = " ".join(truth.split()), " ".join(read.split())
    return Levenshtein.distance(truth, read) / max(1, len(truth))


def right_numbers(truth: str, read: str) -> int:
    return sum((Counter(NUMBER.findall(truth)) & Counter(NUMBER.findall(read))).values())


@dataclass
class Tally:
    """Sums over pages: ours and bare Tesseract's side by side."""

    pages: int = 0
    ours: float = 0.0
    bare: float = 0.0
    our_errors: float = 0.0
    bare_errors: float = 0.0
    our_numbers: int = 0
    bare_numbers: int = 0
    numbers: int = 0
    marked: int = 0
    marked_wrong: int = 0

    def add(self, page: Sheet) -> None:
        """Read one page both ways; which goes first changes, so that a busy moment hits both."""
        buffer = io.BytesIO()
        page.picture.save(buffer, "PNG", dpi=(300, 300))
        data, truth = buffer.getvalue(), "\n".join(page.lines)
        started = cost()
        ours = _ours(data)
        between = cost()
        bare = bare_tesseract(data, MODELS[page.kind])
        self.ours, self.bare = self.ours + between - started, self.bare + cost() - between
        self.pages += 1
        self.our_errors += error_rate(truth, ours.text)
        self.bare_errors += error_rate(truth, bare)
        self.our_numbers += right_numbers(truth, ours.text)
        self.bare_numbers += right_numbers(truth, bare)
        self.numbers += len(NUMBER.findall(truth))
        uncertain = [word.text for word in ours.words if word.uncertain]
        self.marked += len(uncertain)
        self.marked_wrong += sum(text not in truth for text in uncertain)

    def report(self, name: str) -> None:
        """One line of figures."""
        n = max(1, self.pages)
        print(
            f"{name:<18}{self.bare / max(self.ours, 1e-9):>7.2f}x {self.ours / n:>6.2f} s"
            f"{100 * self.our_errors / n:>9.2f} %{100 * self.bare_errors / n:>9.2f} %"
            f"{self.our_numbers:>6}{self.bare_numbers:>6} of {self.numbers:<5}"
            f"{self.marked:>4} ({self.marked_wrong} wrong)",
            flush=True,
        )


def _ours(data: bytes) -> Page:
    return read_part("page.png", data, 1, 1, LIMITS).pages[0]


def bare_tesseract(data: bytes, models: str) -> str:
    """What the program prints with its defaults, one thread."""
    answer = subprocess.run(
        ["tesseract", "stdin", "stdout", "-l", models],
        input=data, capture_output=True, check=False, env=os.environ | {"OMP_THREAD_LIMIT": "1"},
    )  # fmt: skip
    return answer.stdout.decode("utf-8", "replace")


def scans(wanted: set[str]) -> None:
    print(f"{'':<18}{'bare/our cost':>8}{'a page':>5}{'our CER':>10}{'bare CER':>10}   numbers: ours, bare; marked")
    _ours(_png(sheet("english", "clean", 9)))  # imports are not measured
    every: dict[str, Tally] = {}
    for kind in KINDS:
        for spoiled in SPOIL:
            if wanted and not {kind, spoiled} & wanted:
                continue
            tallies = [every.setdefault(name, Tally()) for name in (kind, spoiled, "all")]
            for seed in SEEDS:
                page = sheet(kind, spoiled, seed)
                before = Tally()
                before.add(page)
                for tally in tallies:
                    _sum(tally, before)
    for name, tally in every.items():
        tally.report(name)
    if "all" in every:
        row("cost of bare Tesseract over ours, all pages", f"{every['all'].bare / every['all'].ours:.2f}", "bar: 0.9")


def _sum(total: Tally, one: Tally) -> None:
    for name, value in vars(one).items():
        setattr(total, name, getattr(total, name) + value)


def _png(page: Sheet) -> bytes:
    buffer = io.BytesIO()
    page.picture.save(buffer, "PNG", dpi=(300, 300))
    return buffer.getvalue()


def real_scans() -> None:
    """Pages without known truth: how much of them is believed, and at what cost."""
    for path in sorted((SHARED / "data" / "legal" / "docs").glob("lawcommission_*.pdf")):
        data, confidences, pages, started = path.read_bytes(), [], 0, cost()
        for number in range(4, 8):
            page = read_part(path.name, data, number, number, LIMITS).pages[0]
            confidences += [word.confidence for word in page.words]
            pages += page.source == "ocr"
        row(f"{path.stem}: pages read of 4, mean confidence", f"{pages}, {np.mean(confidences or [0]):.1f}")
        row(f"{path.stem}: processor seconds a page", f"{(cost() - started) / 4:.2f}")


def digital() -> None:
    """Pages a second of text layers: glyph numbers, an old font, plain English."""
    rows = [60.0 + 16 * at for at in range(45)]
    police = [Piece("िजला", "िजला/इकाई ᮧथम सूचना ᳯरपोटᭅ वषᭅ", 50, y) for y in rows]
    typed = [Piece("izFke", "izFke lwpuk fjiksVZ fnukad 12@03@2015", 50, y, "KrutiDev010") for y in rows]
    plain = [Piece("Order", "Heard learned counsel for the applicant", 50, y, "ArialMT") for y in rows]
    for name, pieces in (("police glyph numbers", police), ("Kruti Dev", typed), ("English", plain)):
        data = pdf([pieces] * 10)
        row(f"digital pages a second, {name}", f"{10 / timed(lambda data=data: read_part('d.pdf', data, 1, 10)):.0f}")


def timed(act: Callable[[], Any]) -> float:
    """Processor seconds, the better of two runs."""
    found = []
    for _ in range(2):
        started = cost()
        act()
        found.append(cost() - started)
    return min(found)


def main() -> None:
    wanted = set(sys.argv[1:]) & {*KINDS, *SPOIL}
    try:
        digital()
        scans(wanted)
        if not wanted and SHARED.is_dir():
            real_scans()
    except PortalError as error:
        raise SystemExit(str(error)) from error


if __name__ == "__main__":
    main()
