"""Optical character recognition of one picture through Tesseract: words, boxes, confidence, or the honest answer "no".

Knows pictures only; nothing of PDF. One thread for each call, because pages are already read in parallel processes.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from statistics import mean
from typing import Any

from tools.documents.ocr_words import mended
from tools.documents.types import Word

DPI = 300  # what Tesseract's models were trained at
MOST_PIXELS = 12_000_000  # A4 at 300 dpi is 8.7 million; more only costs time
LEAST_CONFIDENCE = 30.0  # words below are noise
BELIEVED_CONFIDENCE = 55.0  # mean over letters; below, the page is called a picture
TURNED_CONFIDENCE = 70.0  # below, other orientations are tried
LEAST_WORDLIKE = 0.5  # share of words that look like words
DOUBTFUL = 60.0  # confidence
MOST_DOUBTFUL = 0.04  # of the words of a page in one script
MISSING = "Scanned pages need Tesseract, which is not installed: install the package tesseract-ocr."


@dataclass(frozen=True)
class Recognized:
    """What was read of one picture. Boxes are in pixels of the picture as given; `turned` is clockwise degrees."""

    words: tuple[Word, ...]
    confidence: float
    turned: int = 0

    @property
    def believed(self) -> bool:
        """Whether the result is likely to be what stands on the page."""
        if not self.words or self.confidence < BELIEVED_CONFIDENCE:
            return False
        return sum(_wordlike(word.text) for word in self.words) >= LEAST_WORDLIKE * len(self.words)


def available() -> bool:
    """Whether the Tesseract program is on this machine."""
    return shutil.which("tesseract") is not None


@lru_cache(maxsize=1)
def _installed() -> frozenset[str]:
    # pytesseract's own list leaves out scripts, such as Devanagari, because their names start with a capital.
    answer = subprocess.run(["tesseract", "--list-langs"], capture_output=True, text=True, timeout=20, check=False)
    return frozenset(line.strip().rpartition("/")[2] for line in answer.stdout.splitlines()[1:])


def languages(wanted: str) -> str:
    """The part of `wanted` (joined by +) that is installed; whatever is installed when none is."""
    installed = _installed()
    usable = [language for language in wanted.split("+") if language in installed]
    return "+".join(usable or sorted(installed - {"osd"})[:1] or ["eng"])


def recognize(picture: Any, language: str, seconds: float) -> Recognized:
    """Read a Pillow picture in grey; upside-down and sideways pages are turned when that reads better.

    Raises
    ------
    TimeoutError
        Tesseract did not answer within `seconds`.
    """
    first = _first_reading(picture, language, seconds)
    if first.confidence >= TURNED_CONFIDENCE and len(first.words) > 10:
        return first
    degrees = _orientation(picture, seconds)
    if degrees:
        second = _read(picture.rotate(-degrees, expand=True), language, seconds)
        if _weight(second) > _weight(first):
            return Recognized(second.words, second.confidence, degrees)
    return first


def _first_reading(picture: Any, language: str, seconds: float) -> Recognized:
    """What the first of the languages reads; with all of them, which takes far longer, only where that looks wrong."""
    started = time.monotonic()
    plain, *others = language.split("+")
    first = _read(picture, plain, seconds)
    if not others or not _looks_wrong(first):
        return first
    left = seconds - (time.monotonic() - started)
    if left <= 1:
        return first
    second = _read(picture, language, left)
    return second if second.confidence >= first.confidence else first


def _looks_wrong(result: Recognized) -> bool:
    """Whether some words or a whole line were read badly, as those in another script are."""
    doubtful = sum(word.confidence < DOUBTFUL for word in result.words)
    if result.confidence < TURNED_CONFIDENCE or doubtful > MOST_DOUBTFUL * len(result.words):
        return True
    lines = (list(line) for _, line in groupby(result.words, key=lambda word: word.line))
    return any(len(line) > 2 and mean(word.confidence for word in line) < DOUBTFUL for line in lines)


def _weight(result: Recognized) -> float:
    return result.confidence * sum(len(word.text) for word in result.words if _wordlike(word.text))


def _orientation(picture: Any, seconds: float) -> int:
    """Clockwise degrees by which the picture has to be turned to stand upright; 0 when Tesseract cannot tell."""
    import pytesseract

    try:
        answer = pytesseract.image_to_osd(picture, output_type=pytesseract.Output.DICT, timeout=seconds)
    except (pytesseract.TesseractError, RuntimeError):
        return 0
    return int(answer.get("rotate", 0)) % 360


def _read(picture: Any, language: str, seconds: float) -> Recognized:
    import pytesseract

    os.environ.setdefault("OMP_THREAD_LIMIT", "1")
    try:
        table = pytesseract.image_to_data(
            picture,
            lang=language,
            config=f"--psm 3 --dpi {DPI}",
            output_type=pytesseract.Output.DICT,
            timeout=max(1.0, seconds),
        )
    except pytesseract.TesseractError:
        return Recognized((), 0.0)
    except RuntimeError as error:  # pytesseract's sign of a timeout
        raise TimeoutError("Tesseract took too long") from error
    return _recognized(table)


def _recognized(table: dict[str, list[Any]]) -> Recognized:
    words: list[Word] = []
    keys: dict[tuple[int, int, int], int] = {}
    heights: dict[tuple[int, int, int], float] = {}
    letters, weighted = 0, 0.0
    for row, text in enumerate(table["text"]):
        key = (table["block_num"][row], table["par_num"][row], table["line_num"][row])
        if table["level"][row] == 4:
            heights[key] = float(table["height"][row])
        text, confidence = text.strip(), float(table["conf"][row])
        if not text or confidence < 0:
            continue
        letters += len(text)
        weighted += confidence * len(text)
        left, top = float(table["left"][row]), float(table["top"][row])
        box = (left, top, left + table["width"][row], top + table["height"][row])
        line = keys.setdefault(key, len(keys))
        words.append(Word(text, box, line, "", heights.get(key, 0.0), None, confidence))
    kept = tuple(word for word in mended(words) if word.confidence >= LEAST_CONFIDENCE)
    return Recognized(kept, weighted / letters if letters else 0.0)


def _wordlike(text: str) -> bool:
    """Mostly letters or digits, which the noise that Tesseract reads into a photo is not."""
    core = text.strip(".,;:!?()[]{}\"'•-–—|/")
    return len(core) > 1 and sum(letter.isalnum() or "\u0900" <= letter <= "\u097f" for letter in core) >= 0.7 * len(
        core
    )
